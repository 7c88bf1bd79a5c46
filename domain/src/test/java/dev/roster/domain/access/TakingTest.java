package dev.roster.domain.access;

import static dev.roster.domain.access.World.LEGAL;
import static dev.roster.domain.access.World.OURS;
import static dev.roster.domain.access.World.ada;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody takes over, cuts off or changes what administers more than they do. */
class TakingTest {
    private static final Role OWNER = PredefinedRole.OWNER.role();
    private static final Role MANAGER = PredefinedRole.MANAGER.role();
    private static final Role ADMIN = PredefinedRole.ADMIN.role();
    private static final Role VIEWER = PredefinedRole.VIEWER.role();
    private static final Role ANNOTATOR = PredefinedRole.ANNOTATOR.role();
    private static final Role HELP_DESK = World.custom(
            "help desk", RosterPermission.USER_READ, RosterPermission.USER_UPDATE, RosterPermission.USER_CREATE);
    private static final int COUPLES = RandomActors.tries(20_000);
    private static final UserId BOB = new UserId(World.id(2));

    /** Ada, who may change users everywhere. */
    private static Actor.Builder desk() {
        return ada(HELP_DESK);
    }

    private static Actor.Builder bob(Role accountRole) {
        return bob(UserStatus.ACTIVE, accountRole);
    }

    private static Actor.Builder bob(UserStatus status, Role accountRole) {
        return Actor.named(BOB, "bob", status, accountRole);
    }

    private static Optional<Decision> refusal(Actor taker, Actor account) {
        return AccessPolicy.refusalToTakeOver(taker, RosterPermission.USER_UPDATE, account, PermissionTable.own());
    }

    private static boolean mayTakeOver(Actor taker, Actor account) {
        return refusal(taker, account).isEmpty();
    }

    private static String reason(Actor taker, Actor account) {
        return refusal(taker, account).orElseThrow().reason();
    }

    @Test
    void whatIsTakenOverIsNeverMoreThanHeld() {
        int taken = 0;
        for (int seed = 0; seed < COUPLES; seed++) {
            Couple couple = Couple.random(seed);
            if (mayTakeOver(couple.taker(), couple.account())) {
                taken++;
                assertHoldsAllThat("seed " + seed, couple.taker(), couple.account());
            }
        }
        assertThat(taken).isGreaterThan(COUPLES / 10);
    }

    @Test
    void inTwoStepsIsNotMoreThanInOne() {
        int taken = 0;
        for (int seed = 0; seed < COUPLES; seed++) {
            Couple first = Couple.random(seed);
            Actor last = Couple.like(first.account(), seed).account();
            if (mayTakeOver(first.taker(), first.account()) && mayTakeOver(first.account(), last)) {
                taken++;
                assertHoldsAllThat("seed " + seed, first.taker(), last);
            }
        }
        assertThat(taken).isGreaterThan(COUPLES / 40);
    }

    @Test
    void whoTakesAnAccountOverIsGivenNothingNewByIt() {
        int given = 0;
        for (int seed = 0; seed < COUPLES; seed++) {
            Couple couple = Couple.random(seed);
            RandomActors random = new RandomActors(seed);
            Role role = random.role();
            Target place = random.place();
            if (place.kind() != Target.Kind.INSTANCE
                    && mayTakeOver(couple.taker(), couple.account())
                    && AccessPolicy.refusalToGive(couple.account(), role, place, PermissionTable.own())
                            .isEmpty()) {
                given++;
                Actor receiver = receiving(couple.taker(), role, place);
                for (Target target : World.TARGETS) {
                    assertThat(administrative())
                            .as("seed %d: %s on %s, asked on %s", seed, role.name(), place, target)
                            .allMatch(permission -> !AccessPolicy.allows(receiver, permission, target)
                                    || AccessPolicy.allows(couple.taker(), permission, target));
                }
            }
        }
        assertThat(given).isGreaterThan(COUPLES / 400);
    }

    private static Actor receiving(Actor actor, Role role, Target place) {
        Actor.Builder receiver = actor.copy();
        return (place.kind() == Target.Kind.DATASET ? receiver.granted(place, role) : receiver.member(place, role))
                .build();
    }

    private static void assertHoldsAllThat(String description, Actor taker, Actor account) {
        for (Target target : World.TARGETS) {
            assertThat(administrative())
                    .as("%s: %s takes over %s, asked on %s", description, taker, account, target)
                    .allMatch(permission ->
                            !holds(account, permission, target) || AccessPolicy.allows(taker, permission, target));
        }
    }

    /** That one may see oneself is nothing to be taken. */
    private static boolean holds(Actor account, Permission permission, Target target) {
        Holding ground = AccessPolicy.held(account, permission, target);
        return target.kind().takes(permission) && ground != null && ground.source() != Holding.Source.SELF;
    }

    private static List<Permission> administrative() {
        return World.PERMISSIONS.stream()
                .filter(PermissionTable.own()::isAdministrative)
                .toList();
    }

    /** Two of whom the one often holds most of what the other does. */
    private record Couple(Actor taker, Actor account) {
        static Couple random(long seed) {
            RandomActors random = new RandomActors(seed);
            Role role = random.role();
            return of(seed, random, role, random.holdings());
        }

        /** The account is somebody who holds some of what the actor does. */
        static Couple like(Actor actor, long seed) {
            List<Consumer<Actor.Builder>> held = new ArrayList<>();
            actor.holdings().stream()
                    .filter(holding -> holding.source() != Holding.Source.ACCOUNT)
                    .forEach(holding -> held.add(builder -> take(builder, holding)));
            return of(seed, new RandomActors(seed + 1), actor.accountRole(), held);
        }

        private static void take(Actor.Builder builder, Holding holding) {
            if (holding.source() == Holding.Source.GRANT) {
                builder.granted(holding.place(), holding.role());
            } else {
                builder.member(holding.place(), holding.source() == Holding.Source.MEMBERSHIP ? holding.role() : null);
            }
        }

        private static Couple of(long seed, RandomActors random, Role role, List<Consumer<Actor.Builder>> holdings) {
            Random chance = new Random(seed);
            List<Consumer<Actor.Builder>> some = new ArrayList<>(holdings);
            Collections.shuffle(some, chance);
            Actor account = RandomActors.with(
                    bob(chance.nextBoolean() ? role : World.NOTHING),
                    some.subList(0, chance.nextInt(holdings.size() + 1)));
            List<Consumer<Actor.Builder>> most = new ArrayList<>(holdings);
            if (chance.nextInt(3) == 0) {
                most.addAll(random.holdings());
            }
            if (chance.nextInt(3) == 0) {
                Collections.shuffle(most, chance);
                most.subList(0, most.size() / 3).clear();
            }
            Actor.Builder taker = ada(role);
            if (chance.nextInt(4) == 0) {
                taker.madeBy(RandomActors.with(
                        Actor.named(new UserId(World.id(4)), "mia", UserStatus.ACTIVE, role), holdings));
            }
            return new Couple(RandomActors.with(taker, most), account);
        }
    }

    @Test
    void dailyWorkDoesNotCount() {
        Actor annotator =
                bob(VIEWER).member(LEGAL, ANNOTATOR).member(OURS, null).build();

        assertThat(mayTakeOver(desk().build(), annotator)).isTrue();
        assertThat(administrative())
                .doesNotContain(
                        RosterPermission.ORGANIZATION_READ,
                        RosterPermission.WORKSPACE_READ,
                        RosterPermission.DATASET_READ,
                        RosterPermission.DATASET_ANNOTATE,
                        RosterPermission.DATASET_REVIEW,
                        RosterPermission.FEEDBACK_CREATE)
                .hasSize(World.PERMISSIONS.size() - 6);
    }

    @Test
    void whatIsHeldInAnOrganizationAloneCountsThere() {
        Actor manager = bob(ANNOTATOR).member(OURS, MANAGER).build();

        assertThat(mayTakeOver(desk().build(), bob(MANAGER).build())).isTrue();
        assertThat(mayTakeOver(desk().member(OURS, MANAGER).build(), manager)).isTrue();
        assertThat(reason(desk().member(LEGAL, MANAGER).build(), manager)).contains("`workspace:create`");
    }

    @Test
    void whatAnAccountAdministersIsAskedForInEachPlace() {
        Actor manager = bob(ANNOTATOR).member(LEGAL, MANAGER).build();

        assertThat(reason(desk().build(), manager))
                .isEqualTo(
                        "`ada` may not take over or cut off user `bob`: it gives `organization:update` on workspace `"
                                + LEGAL.id() + "`, and no one can take more than they hold; ask an owner");
        assertThat(mayTakeOver(desk().member(World.SIBLING, MANAGER).build(), manager))
                .isFalse();
        assertThat(mayTakeOver(desk().member(LEGAL, ADMIN).build(), manager)).isFalse();
        assertThat(mayTakeOver(desk().member(LEGAL, MANAGER).build(), manager)).isTrue();
        assertThat(mayTakeOver(desk().member(OURS, MANAGER).build(), manager)).isTrue();
    }

    @Test
    void aPlaceIsNamedToThoseWhoMayReadIt() {
        Actor manager = bob(ANNOTATOR).member(LEGAL, MANAGER).build();

        assertThat(reason(desk().member(LEGAL, VIEWER).build(), manager)).contains("on workspace `legal`");
    }

    @Test
    void anAccountThatMayNotBeSeenIsNotNamed() {
        Actor blind = ada(World.custom("blind", RosterPermission.USER_UPDATE)).build();
        Actor manager = bob(ANNOTATOR).member(LEGAL, MANAGER).build();

        assertThat(reason(blind, manager)).contains("user `" + BOB + "`").doesNotContain("bob");
    }

    @Test
    void anAccountRoleCountsWhereItsUserIsAMember() {
        Actor admin = bob(ADMIN).member(LEGAL, null).build();

        assertThat(mayTakeOver(desk().build(), bob(ADMIN).build())).isTrue();
        assertThat(mayTakeOver(desk().build(), admin)).isFalse();
        assertThat(mayTakeOver(desk().member(LEGAL, ADMIN).build(), admin)).isTrue();
    }

    @Test
    void whatIsHeldOnTheInstanceIsAskedForThere() {
        Role clerk = World.custom("clerk", RosterPermission.USER_DELETE);

        assertThat(mayTakeOver(desk().build(), bob(clerk).build())).isFalse();
        assertThat(mayTakeOver(desk().member(LEGAL, clerk).build(), bob(clerk).build()))
                .isFalse();
        assertThat(mayTakeOver(desk().build(), bob(HELP_DESK).build())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(UserStatus.class)
    void whatAnAccountWouldHoldCounts(UserStatus status) {
        Actor manager = bob(status, ANNOTATOR).member(LEGAL, MANAGER).build();

        assertThat(mayTakeOver(desk().build(), manager)).isFalse();
        assertThat(mayTakeOver(desk().member(LEGAL, MANAGER).build(), manager)).isTrue();
    }

    @Test
    void onlyOwnersTakeOwnersOver() {
        Actor owner = bob(OWNER).build();
        Role everything = Role.custom(World.NOTHING.id(), World.NOTHING.name(), PermissionSet.of(World.PERMISSIONS));

        assertThat(reason(ada(everything).build(), owner))
                .isEqualTo(
                        "`ada` may not do `user:update` on user `bob`: only an owner changes an owner; ask an owner");
        assertThat(mayTakeOver(ada(OWNER).build(), owner)).isTrue();
    }

    @Test
    void aRoleThatReachesWorkspacesIsMoreThanOneThatDoesNot() {
        Role deleter = World.custom("deleter", RosterPermission.DATASET_DELETE);
        Actor reaching =
                bob(ANNOTATOR).member(OURS, World.reachingWorkspaces(deleter)).build();

        assertThat(mayTakeOver(desk().member(OURS, deleter).build(), reaching)).isFalse();
        assertThat(mayTakeOver(
                        desk().member(LEGAL, deleter)
                                .member(World.SIBLING, deleter)
                                .build(),
                        reaching))
                .isFalse();
        assertThat(mayTakeOver(
                        desk().member(OURS, World.reachingWorkspaces(deleter)).build(), reaching))
                .isTrue();
    }

    @Test
    void aManagerReachesRestrictedDatasetsWhichALikeRoleDoesNot() {
        Role likeManager =
                World.reachingWorkspaces(Role.custom(World.NOTHING.id(), World.NOTHING.name(), MANAGER.permissions()));
        Actor almost = desk().member(LEGAL, likeManager).build();

        assertThat(reason(almost, bob(ANNOTATOR).member(LEGAL, MANAGER).build()))
                .contains("it reaches restricted datasets of workspace `legal`");
        assertThat(mayTakeOver(almost, bob(ANNOTATOR).member(LEGAL, ADMIN).build()))
                .isTrue();
    }

    @Test
    void aGrantOnADatasetIsMeasuredByTheDataset() {
        Actor editor = bob(ANNOTATOR).granted(World.RESTRICTED, ADMIN).build();

        assertThat(mayTakeOver(desk().member(LEGAL, ADMIN).build(), editor)).isFalse();
        assertThat(mayTakeOver(desk().member(LEGAL, MANAGER).build(), editor)).isTrue();
        assertThat(mayTakeOver(desk().granted(World.RESTRICTED, ADMIN).build(), editor))
                .isTrue();
    }

    @Test
    void twoWhoReachWhatIsAssignedNeedNotReachTheSame() {
        Role editor = World.assignedOnly(World.custom("editor", RosterPermission.DATASET_UPDATE));
        Actor account = bob(ANNOTATOR)
                .member(LEGAL, editor)
                .assignedTo(World.datasetId(World.OTHERS))
                .build();

        assertThat(mayTakeOver(
                        desk().member(LEGAL, editor)
                                .assignedTo(World.datasetId(World.MINE))
                                .build(),
                        account))
                .isFalse();
        assertThat(mayTakeOver(
                        desk().member(LEGAL, editor)
                                .assignedTo(World.datasetId(World.OTHERS))
                                .build(),
                        account))
                .isTrue();
    }

    @Test
    void whatReachesOnlyDatasetsIsNothingInAnOrganizationAlone() {
        Role adder = World.assignedOnly(World.custom("adder", RosterPermission.DATASET_UPDATE));

        assertThat(mayTakeOver(
                        desk().build(), bob(ANNOTATOR).member(OURS, adder).build()))
                .isTrue();
        assertThat(mayTakeOver(
                        desk().build(),
                        bob(ANNOTATOR)
                                .member(OURS, World.reachingWorkspaces(adder))
                                .build()))
                .isFalse();
    }

    @Test
    void aRegisteredPermissionCounts() {
        Actor exporter = bob(ANNOTATOR)
                .member(LEGAL, World.custom("exporter", World.EXPORT))
                .build();

        assertThat(mayTakeOver(desk().member(LEGAL, MANAGER).build(), exporter)).isFalse();
        assertThat(mayTakeOver(
                        desk().member(LEGAL, World.custom("exporter", World.EXPORT))
                                .build(),
                        exporter))
                .isTrue();
    }

    @Test
    void aServiceAccountTakesOverNoMoreThanItsMakerCould() {
        Actor manager = bob(ANNOTATOR).member(LEGAL, MANAGER).build();
        Actor demoted = Actor.named(new UserId(World.id(4)), "mia", UserStatus.ACTIVE, HELP_DESK)
                .build();
        Actor gone = Actor.named(new UserId(World.id(4)), "mia", UserStatus.DEACTIVATED, OWNER)
                .build();

        assertThat(mayTakeOver(desk().member(LEGAL, MANAGER).madeBy(demoted).build(), manager))
                .isFalse();
        assertThat(mayTakeOver(ada(OWNER).madeBy(demoted).build(), manager)).isFalse();
        assertThat(mayTakeOver(ada(OWNER).madeBy(demoted).build(), bob(OWNER).build()))
                .isFalse();
        assertThat(mayTakeOver(ada(OWNER).madeBy(gone).build(), bob(ANNOTATOR).build()))
                .isFalse();
    }

    @Test
    void whoMadeAServiceAccountMayTakeItOverAndNotTheOtherWayRound() {
        Actor maker = desk().build();
        Actor made = bob(ADMIN).member(LEGAL, null).madeBy(maker).build();
        Actor owner = ada(OWNER).build();

        assertThat(mayTakeOver(maker, made)).isTrue();
        assertThat(mayTakeOver(desk().build(), bob(OWNER).madeBy(maker).build()))
                .isFalse();
        assertThat(reason(bob(OWNER).madeBy(owner).build(), owner))
                .contains("a service account cannot take over its creator");
    }

    @Test
    void whoIsNotActiveTakesNothingOver() {
        Actor gone =
                Actor.named(World.ADA, "ada", UserStatus.DEACTIVATED, OWNER).build();

        assertThat(mayTakeOver(gone, bob(ANNOTATOR).build())).isFalse();
    }

    @Test
    void aRoleIsReplacedByThoseWhoHoldWhatItAdministersAndWhatComesInstead() {
        Role deleter = World.custom("deleter", RosterPermission.DATASET_DELETE);
        Role reader = World.custom("reader", RosterPermission.DATASET_READ);
        Holding held = new Holding(Holding.Source.MEMBERSHIP, deleter, LEGAL);

        assertThat(AccessPolicy.refusalToReplace(
                        ada(deleter).member(LEGAL, VIEWER).build(), held, reader, PermissionTable.own()))
                .map(Decision::reason)
                .hasValue("`ada` may not change that role on workspace `legal`: it gives `dataset:delete` on workspace"
                        + " `legal`, and no one can take more than they hold; ask an owner");
        assertThat(AccessPolicy.refusalToReplace(
                        ada().member(LEGAL, deleter).build(), held, reader, PermissionTable.own()))
                .map(Decision::permission)
                .hasValue(RosterPermission.DATASET_READ);
        assertThat(AccessPolicy.refusalToReplace(
                        ada().member(LEGAL, ADMIN).build(), held, reader, PermissionTable.own()))
                .isEmpty();
    }

    @Test
    void aRoleThatReachesWhatIsAssignedIsChangedByThoseWhoReachEverything() {
        Role editor = World.assignedOnly(World.custom("editor", RosterPermission.DATASET_UPDATE));
        Holding held = new Holding(Holding.Source.MEMBERSHIP, editor, LEGAL);

        assertThat(AccessPolicy.refusalToReplace(
                        ada().member(LEGAL, editor).build(), held, World.NOTHING, PermissionTable.own()))
                .isPresent();
        assertThat(AccessPolicy.refusalToReplace(
                        ada().member(LEGAL, ADMIN).build(), held, World.NOTHING, PermissionTable.own()))
                .isEmpty();
    }

    @Test
    void whoBelongsToAnOrganizationWithTheirAccountIsAskedForWhatTheyAdministerThere() {
        assertThat(AccessPolicy.refusalToEnrol(ada().build(), ANNOTATOR, OURS, PermissionTable.own()))
                .isEmpty();
        assertThat(AccessPolicy.refusalToEnrol(ada().build(), OWNER, OURS, PermissionTable.own()))
                .isEmpty();
        assertThat(AccessPolicy.refusalToEnrol(
                        ada(ADMIN).member(OURS, VIEWER).build(), ADMIN, OURS, PermissionTable.own()))
                .map(Decision::permission)
                .hasValue(RosterPermission.MEMBER_READ);
        assertThat(AccessPolicy.refusalToEnrol(
                        ada(ADMIN).member(OURS, null).build(), ADMIN, OURS, PermissionTable.own()))
                .isEmpty();
    }

    @Test
    void anAccountRoleIsGivenWhereItWouldCount() {
        Actor elsewhere = bob(ANNOTATOR).member(LEGAL, null).build();
        Actor everywhereElse = bob(ANNOTATOR).member(LEGAL, VIEWER).build();
        Actor giver = ada(ADMIN).member(LEGAL, VIEWER).build();

        assertThat(AccessPolicy.refusalToGiveAccountRole(giver, ADMIN, elsewhere, PermissionTable.own()))
                .map(Decision::target)
                .hasValue(LEGAL);
        assertThat(AccessPolicy.refusalToGiveAccountRole(giver, ADMIN, everywhereElse, PermissionTable.own()))
                .isEmpty();
        assertThat(AccessPolicy.refusalToGiveAccountRole(
                        ada(ADMIN).member(LEGAL, null).build(), ADMIN, elsewhere, PermissionTable.own()))
                .isEmpty();
        assertThat(AccessPolicy.refusalToGiveAccountRole(
                        ada(VIEWER).member(LEGAL, ADMIN).build(), ADMIN, elsewhere, PermissionTable.own()))
                .isPresent();
    }

    @Test
    void anAccountRoleThatCountsInAnOrganizationDoesNotReachItsWorkspaces() {
        Actor manager = ada().member(OURS, MANAGER).build();
        Actor inherited = ada(MANAGER).member(OURS, null).build();

        assertThat(AccessPolicy.refusalToLetCount(manager, MANAGER, OURS, PermissionTable.own()))
                .isEmpty();
        assertThat(AccessPolicy.refusalToLetCount(inherited, MANAGER, OURS, PermissionTable.own()))
                .isEmpty();
        assertThat(AccessPolicy.refusalToGive(inherited, MANAGER, OURS, PermissionTable.own()))
                .isPresent();
        assertThat(AccessPolicy.refusalToLetCount(inherited, OWNER, OURS, PermissionTable.own()))
                .isEmpty();
    }

    @Test
    void nobodyButAnOwnerTakesWhatAnOwnerHoldsInAPlace() {
        Actor manager = ada().member(LEGAL, MANAGER).build();

        assertThat(AccessPolicy.refusalToTakeFrom(manager, RosterPermission.MEMBER_REMOVE, World.OWNER_USER))
                .map(Decision::reason)
                .hasValue("`ada` may not do `member:remove` on user `" + World.OWNER_USER.id()
                        + "`: only an owner takes an owner's memberships, grants and assignments; ask an owner");
        assertThat(AccessPolicy.refusalToTakeFrom(manager, RosterPermission.MEMBER_REMOVE, World.OTHER_USER))
                .isEmpty();
        assertThat(AccessPolicy.refusalToTakeFrom(ada(OWNER).build(), RosterPermission.MEMBER_REMOVE, World.OWNER_USER))
                .isEmpty();
        assertThat(AccessPolicy.refusalToTakeFrom(
                        ada(OWNER).madeBy(bob(MANAGER).build()).build(),
                        RosterPermission.MEMBER_REMOVE,
                        World.OWNER_USER))
                .isPresent();
    }

    @Test
    void anOwnerIsOneAsLongAsWhoeverMadeItIsOne() {
        Actor owner = bob(OWNER).build();

        assertThat(AccessPolicy.isOwner(ada(OWNER).build())).isTrue();
        assertThat(AccessPolicy.isOwner(ada(OWNER).madeBy(owner).build())).isTrue();
        assertThat(AccessPolicy.isOwner(ada(OWNER).madeBy(bob(MANAGER).build()).build()))
                .isFalse();
        assertThat(AccessPolicy.isOwner(ada(MANAGER).madeBy(owner).build())).isFalse();
        assertThat(AccessPolicy.isOwner(
                        Actor.named(BOB, "bob", UserStatus.INVITED, OWNER).build()))
                .isFalse();
        assertThat(AccessPolicy.isOwner(Actor.operator("root"))).isTrue();
    }

    @Test
    void onlyActivePeopleAreOwnersInPerson() {
        User owner = User.person(World.ADA, new Username("ada"), Instant.EPOCH).withRole(PredefinedRole.OWNER.ref());

        assertThat(AccessPolicy.isOwnerInPerson(owner)).isTrue();
        assertThat(Stream.of(
                        owner.withStatus(UserStatus.DEACTIVATED),
                        owner.withStatus(UserStatus.INVITED),
                        owner.asServiceOf(null),
                        owner.asServiceOf(BOB),
                        owner.withRole(PredefinedRole.MANAGER.ref())))
                .noneMatch(AccessPolicy::isOwnerInPerson);
    }
}
