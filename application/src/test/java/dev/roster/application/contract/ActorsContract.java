package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Actors;
import dev.roster.application.port.Actors.Foothold;
import dev.roster.application.port.Actors.Numbered;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Actors} must do. */
public interface ActorsContract extends StoreContract {
    @Test
    default void actorHasNameAndAccountRole() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("Ana").role(PredefinedRole.VIEWER);

        Actor found = actor(ports, ana, List.of());

        assertThat(found.id()).isEqualTo(ana.id());
        assertThat(found.label()).isEqualTo("Ana");
        assertThat(found.accountRole()).isEqualTo(PredefinedRole.VIEWER.role());
        assertThat(found.isActive()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    default void onlyDeletedUsersAreNoActors(UserStatus status) {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana").status(status);

        Optional<Actor> found = ports.actors().find(ana.id(), List.of());
        Optional<Actor> whole = ports.actors().findWhole(ana.id());

        assertThat(found.isPresent()).isEqualTo(status != UserStatus.DELETED);
        assertThat(found.map(Actor::isActive).orElse(false)).isEqualTo(status == UserStatus.ACTIVE);
        assertThat(whole.isPresent()).isEqualTo(status != UserStatus.DELETED);
        assertThat(whole.map(Actor::isActive).orElse(false)).isEqualTo(status == UserStatus.ACTIVE);
    }

    @Test
    default void unknownUsersAreNoActors() {
        Actors actors = ports().actors();
        UserId nobody = new UserId(new UUID(1, 2));

        assertThat(actors.find(nobody, List.of(Target.instance()))).isEmpty();
        assertThat(actors.findWhole(nobody)).isEmpty();
    }

    @Test
    default void plainMembershipInheritsTheAccountRole() {
        Ports ports = ports();
        Given given = new Given(ports);
        Target legal = Target.of(given.workspace("legal"));
        GivenUser ana = given.user("ana").role(PredefinedRole.ADMIN).in("legal");

        Decision decision = decide(ports, ana, RosterPermission.DATASET_CREATE, legal);

        assertGround(decision, Holding.Source.INHERITED, PredefinedRole.ADMIN.role(), legal);
    }

    @Test
    default void roleOfTheMembershipTakesOver() {
        Ports ports = ports();
        Given given = new Given(ports);
        Target legal = Target.of(given.workspace("legal"));
        GivenUser ana = given.user("ana").role(PredefinedRole.ADMIN).in("legal", PredefinedRole.VIEWER);

        assertGround(
                decide(ports, ana, RosterPermission.DATASET_READ, legal),
                Holding.Source.MEMBERSHIP,
                PredefinedRole.VIEWER.role(),
                legal);
        assertThat(decide(ports, ana, RosterPermission.DATASET_CREATE, legal).isAllowed())
                .isFalse();
    }

    @Test
    default void customRoleCarriesItsPermissions() {
        Ports ports = ports();
        Given given = new Given(ports);
        Permission dashboards = new RegisteredPermission("arize:DASHBOARD_READ");
        Role curator = given.role("curator", dashboards, RosterPermission.MEMBER_ADD);
        Workspace legal = given.workspace("legal");
        GivenUser ana = given.user("ana").in(legal, curator);

        assertGround(
                decide(ports, ana, dashboards, Target.of(legal)), Holding.Source.MEMBERSHIP, curator, Target.of(legal));
        assertThat(decide(ports, ana, RosterPermission.MEMBER_ADD, Target.of(legal))
                        .isAllowed())
                .isTrue();
        assertThat(decide(ports, ana, RosterPermission.DATASET_READ, Target.of(legal))
                        .isAllowed())
                .isFalse();
    }

    @Test
    default void organizationRoleReachesItsWorkspaces() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Target legal = Target.of(given.workspace("legal", acme));
        Target other = Target.of(given.workspace("other", given.organization("beta")));
        GivenUser ana = given.user("ana").in(acme, PredefinedRole.MANAGER.role());

        assertGround(
                decide(ports, ana, RosterPermission.MEMBER_ADD, legal),
                Holding.Source.MEMBERSHIP,
                PredefinedRole.MANAGER.role(),
                Target.of(acme));
        assertGround(
                decide(ports, ana, RosterPermission.ORGANIZATION_UPDATE, Target.of(acme)),
                Holding.Source.MEMBERSHIP,
                PredefinedRole.MANAGER.role(),
                Target.of(acme));
        assertThat(decide(ports, ana, RosterPermission.MEMBER_ADD, other).isAllowed())
                .isFalse();
    }

    @Test
    default void plainOrganizationMembershipStaysAbove() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Target legal = Target.of(given.workspace("legal", acme));
        GivenUser ana = given.user("ana").role(PredefinedRole.MANAGER).in(acme);

        assertGround(
                decide(ports, ana, RosterPermission.ORGANIZATION_READ, Target.of(acme)),
                Holding.Source.INHERITED,
                PredefinedRole.MANAGER.role(),
                Target.of(acme));
        assertThat(decide(ports, ana, RosterPermission.WORKSPACE_READ, legal).isAllowed())
                .isFalse();
    }

    @Test
    default void grantOnAWorkspaceReachesItAndItsDatasets() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset contracts = given.dataset("contracts", legal);
        GivenUser ana = given.user("ana").granted(PredefinedRole.VIEWER.role(), legal);

        for (Target target : List.of(Target.of(legal), target(contracts, legal))) {
            assertGround(
                    decide(ports, ana, RosterPermission.DATASET_READ, target),
                    Holding.Source.GRANT,
                    PredefinedRole.VIEWER.role(),
                    Target.of(legal));
        }
    }

    @Test
    default void grantOnADatasetReachesItAlone() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset contracts = given.restrictedDataset("contracts", legal);
        Dataset sibling = given.dataset("sibling", legal);
        GivenUser ana = given.user("ana").granted(PredefinedRole.ADMIN.role(), contracts);

        assertGround(
                decide(ports, ana, RosterPermission.DATASET_UPDATE, target(contracts, legal)),
                Holding.Source.GRANT,
                PredefinedRole.ADMIN.role(),
                target(contracts, legal));
        assertThat(decide(ports, ana, RosterPermission.DATASET_READ, target(sibling, legal))
                        .isAllowed())
                .isFalse();
    }

    @Test
    default void assignmentOpensItsDataset() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset mine = given.assignedDataset("mine", legal);
        Dataset others = given.assignedDataset("others", legal);
        GivenUser ana = given.user("ana").in(legal).assignedTo(mine);

        assertThat(decide(ports, ana, RosterPermission.DATASET_ANNOTATE, target(mine, legal))
                        .isAllowed())
                .isTrue();
        assertThat(decide(ports, ana, RosterPermission.DATASET_ANNOTATE, target(others, legal))
                        .isAllowed())
                .isFalse();
    }

    @Test
    default void whatLiesElsewhereIsLeftOut() {
        Ports ports = ports();
        Given given = new Given(ports);
        Target legal = Target.of(given.workspace("legal"));
        Target other = Target.of(given.workspace("other"));
        GivenUser ana = given.user("ana").role(PredefinedRole.ADMIN).in("legal").in("other");

        Actor aroundLegal = actor(ports, ana, List.of(legal));
        Actor aroundBoth = actor(ports, ana, List.of(legal, other));

        assertThat(AccessPolicy.allows(aroundLegal, RosterPermission.WORKSPACE_READ, legal))
                .isTrue();
        assertThat(AccessPolicy.allows(aroundLegal, RosterPermission.WORKSPACE_READ, other))
                .isFalse();
        assertThat(AccessPolicy.allows(aroundBoth, RosterPermission.WORKSPACE_READ, other))
                .isTrue();
    }

    @Test
    default void changeShowsInTheNextActor() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        GivenUser ana = given.user("ana").role(PredefinedRole.ADMIN).in(legal);

        ana.role(PredefinedRole.VIEWER);

        assertThat(decide(ports, ana, RosterPermission.DATASET_CREATE, Target.of(legal))
                        .isAllowed())
                .isFalse();

        ports.memberships().removeAllOf(ana.id());

        assertThat(decide(ports, ana, RosterPermission.DATASET_READ, Target.of(legal))
                        .isAllowed())
                .isFalse();
    }

    @Test
    default void whoHasNothingThereIsNotNear() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        given.user("elsewhere").role(PredefinedRole.ADMIN).in("other");
        given.user("gone").in(legal).status(UserStatus.DEACTIVATED);
        GivenUser olga = given.owner("olga");
        GivenUser clerk = given.user("clerk").role(given.role("clerk", RosterPermission.USER_READ));
        GivenUser member = given.user("member").in(legal);

        assertThat(near(ports, Target.of(legal))).containsExactly(olga.id(), clerk.id(), member.id());
        assertThat(near(ports, Target.instance())).containsExactly(olga.id(), clerk.id());
        assertThat(near(ports, Target.of(member.user()))).containsExactly(olga.id(), clerk.id(), member.id());
    }

    /** Everyone is a member of the default organization. */
    @Test
    default void membersOfTheOrganizationAreNotNearItsWorkspacesUnlessTheirRoleReachesThem() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        GivenUser member = given.user("member").role(PredefinedRole.ADMIN).in(acme);
        GivenUser annotator = given.user("annotator").in(acme, PredefinedRole.ANNOTATOR.role());
        GivenUser lead = given.user("lead").in(acme, PredefinedRole.MANAGER.role());

        assertThat(near(ports, Target.of(legal))).containsExactly(lead.id());
        assertThat(near(ports, Target.of(acme))).containsExactly(member.id(), annotator.id(), lead.id());
    }

    @Test
    default void oneWithManyPlacesIsNearOnce() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Dataset contracts = given.dataset("contracts", legal);
        GivenUser ana = given.owner("ana")
                .in(legal)
                .in(acme)
                .granted(PredefinedRole.VIEWER.role(), legal)
                .granted(PredefinedRole.ADMIN.role(), contracts)
                .assignedTo(contracts);

        assertThat(near(ports, target(contracts, legal))).containsExactly(ana.id());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    default void nearMissesNobodyThePolicyAllows(long seed) {
        Ports ports = ports();
        SmallWorld world = SmallWorld.random(ports, seed);

        for (Target target : world.targets()) {
            List<Actor> near = Pages.walk(3, page -> ports.actors().near(target, page)).stream()
                    .map(Numbered::actor)
                    .toList();
            for (Permission permission : world.permissions()) {
                assertThat(allowed(near, permission, target))
                        .as("who may %s on %s with seed %d", permission, target, seed)
                        .isEqualTo(allowed(world.wholeActors(), permission, target));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    default void foundActorDecidesLikeTheWhole(long seed) {
        Ports ports = ports();
        SmallWorld world = SmallWorld.random(ports, seed);

        for (Actor whole : world.wholeActors()) {
            Actor around = ports.actors().find(whole.id(), world.targets()).orElseThrow();
            for (Target target : world.targets()) {
                Actor narrow = ports.actors().find(whole.id(), List.of(target)).orElseThrow();
                for (Permission permission : world.permissions()) {
                    Decision expected = AccessPolicy.decide(whole, permission, target);
                    assertThat(AccessPolicy.decide(narrow, permission, target)).isEqualTo(expected);
                    assertThat(AccessPolicy.decide(around, permission, target)).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    default void serviceAccountIsCappedByItsMaker() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Workspace other = given.workspace("other");
        GivenUser maker = given.user("maker").role(PredefinedRole.ADMIN).in(legal);
        GivenUser robot = given.user("robot")
                .in(legal, PredefinedRole.MANAGER.role())
                .in(other, PredefinedRole.ADMIN.role())
                .serviceOf(maker);

        assertThat(allows(ports, robot, RosterPermission.DATASET_CREATE, Target.of(legal)))
                .isTrue();
        assertThat(allows(ports, robot, RosterPermission.MEMBER_ADD, Target.of(legal)))
                .isFalse();
        assertThat(allows(ports, robot, RosterPermission.DATASET_CREATE, Target.of(other)))
                .isFalse();
    }

    @Test
    default void whatTheMakerHoldsAroundTheTargetCounts() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Dataset contracts = given.assignedDataset("contracts", legal);
        Role manager = PredefinedRole.MANAGER.role();
        GivenUser above = given.user("above").in(acme, manager);
        GivenUser beside = given.user("beside").granted(manager, legal);
        GivenUser within = given.user("within").granted(manager, contracts);
        GivenUser assigned = given.user("assigned").in(legal).assignedTo(contracts);

        for (GivenUser maker : List.of(above, beside, within, assigned)) {
            GivenUser robot = given.user("robot of " + maker.user().username())
                    .role(PredefinedRole.OWNER)
                    .serviceOf(maker);
            assertThat(allows(ports, robot, RosterPermission.DATASET_ANNOTATE, target(contracts, legal)))
                    .isTrue();
            assertThat(allows(ports, robot, RosterPermission.INSTANCE_CONFIGURE, Target.instance()))
                    .isFalse();
        }
    }

    @Test
    default void changeOfTheMakerShowsInTheNextActor() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        GivenUser maker = given.user("maker").role(PredefinedRole.OWNER);
        GivenUser robot =
                given.user("robot").in(legal, PredefinedRole.ADMIN.role()).serviceOf(maker);

        assertThat(allows(ports, robot, RosterPermission.DATASET_CREATE, Target.of(legal)))
                .isTrue();

        maker.role(PredefinedRole.ANNOTATOR);

        assertThat(allows(ports, robot, RosterPermission.DATASET_CREATE, Target.of(legal)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    default void serviceAccountOfAMakerWhoIsNotActiveMayNothing(UserStatus status) {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        GivenUser maker = given.owner("maker").status(status);
        GivenUser robot =
                given.user("robot").in(legal, PredefinedRole.ADMIN.role()).serviceOf(maker);

        assertThat(allows(ports, robot, RosterPermission.DATASET_CREATE, Target.of(legal)))
                .isFalse();
        assertThat(allows(ports, robot, RosterPermission.USER_READ, Target.of(robot.user())))
                .isFalse();
        assertThat(actor(ports, robot, List.of(Target.of(legal))).isActive()).isFalse();
    }

    @Test
    default void guestAndWhatTheyMadeMayNothingFromTheEndOfTheStayOn() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Target place = Target.of(legal);
        GivenUser guest =
                given.user("guest").in(legal, PredefinedRole.ADMIN.role()).staying(new Stay(legal.id(), THEN));
        GivenUser robot =
                given.user("robot").in(legal, PredefinedRole.ADMIN.role()).serviceOf(guest);

        for (GivenUser user : List.of(guest, robot)) {
            Actor actor = actor(ports, user, List.of(place));
            assertThat(actor.at(THEN.minusNanos(1_000)).isActive()).isTrue();
            assertThat(actor.at(THEN).isActive()).isFalse();
            assertThat(ports.actors()
                            .findWhole(user.id())
                            .orElseThrow()
                            .at(THEN)
                            .isActive())
                    .isFalse();
        }
    }

    @Test
    default void placesOfGrantsComeWithTheirFacts() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset secret = given.restrictedDataset("secret", legal);
        Dataset closed = given.assignedDataset("closed", legal);
        Role viewer = PredefinedRole.VIEWER.role();
        GivenUser ana = given.user("ana").in(legal).granted(viewer, secret).granted(viewer, closed);
        GivenUser bob = given.user("bob").in(legal);

        List<Target> places = ports.actors().findWhole(ana.id()).orElseThrow().holdings().stream()
                .map(Holding::place)
                .filter(place -> place.kind() == Target.Kind.DATASET)
                .toList();
        Actor other = ports.actors().findWhole(bob.id()).orElseThrow();

        assertThat(places).containsExactlyInAnyOrder(target(secret, legal), target(closed, legal));
        assertThat(places).noneMatch(place -> AccessPolicy.allows(other, RosterPermission.DATASET_ANNOTATE, place));
    }

    @Test
    default void footholdsComeByKindAndOrderOfCreation() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization zulu = given.organization("zulu");
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Workspace alpha = given.workspace("alpha", zulu);
        Dataset pictures = given.dataset("pictures", legal);
        Dataset letters = given.dataset("letters", alpha);
        Dataset assigned = given.dataset("assigned", alpha);
        Role viewer = PredefinedRole.VIEWER.role();
        GivenUser ana = given.user("ana")
                .in(alpha, viewer)
                .granted(viewer, letters)
                .granted(viewer, alpha)
                .in(acme)
                .in(zulu)
                .assignedTo(assigned)
                .granted(viewer, legal);
        GivenUser bob = given.user("bob").granted(viewer, pictures).in(acme);
        given.user("other").in(given.workspace("elsewhere")).in(given.organization("third"));

        assertThat(footholds(ports, Set.of(ana.id()), false, 100))
                .containsExactly(ref(zulu), ref(acme), ref(legal), ref(alpha), ref(letters));
        assertThat(footholds(ports, Set.of(ana.id(), bob.id()), true, 100))
                .containsExactly(
                        ref(zulu), ref(acme), ref(legal), ref(alpha), ref(pictures), ref(letters), ref(assigned))
                .isEqualTo(footholds(ports, Set.of(ana.id(), bob.id()), true, 1))
                .isEqualTo(footholds(ports, Set.of(ana.id(), bob.id()), true, 2));
        assertThat(footholds(ports, Set.of(new UserId(new UUID(1, 2))), true, 1))
                .isEmpty();
    }

    @Test
    default void footholdsStayInTheirOrder() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace first = given.workspace("first");
        Workspace second = given.workspace("second");
        Workspace third = given.workspace("third");
        GivenUser ana = given.user("ana").in(first).in(second).in(third);
        PageRequest page = PageRequest.first(2);

        Page<Foothold> start = ports.actors().footholds(Set.of(ana.id()), false, page);
        ports.memberships().remove(Place.of(first.id()), ana.id());
        ana.in("fourth");
        Page<Foothold> rest = ports.actors()
                .footholds(Set.of(ana.id()), false, new PageRequest(Objects.requireNonNull(start.next()), 2));

        assertThat(start.items().stream().map(Foothold::place)).containsExactly(ref(first), ref(second));
        assertThat(rest.items().stream().map(Foothold::place))
                .containsExactly(ref(third), ref(given.workspace("fourth")));
        assertThat(rest.next()).isNull();
    }

    private static List<Target.Ref> footholds(Ports ports, Set<UserId> users, boolean assigned, int limit) {
        return Pages.walk(limit, page -> ports.actors().footholds(users, assigned, page)).stream()
                .map(Foothold::place)
                .toList();
    }

    private static Target.Ref ref(Organization organization) {
        return Target.of(organization).ref();
    }

    private static Target.Ref ref(Workspace workspace) {
        return Target.of(workspace).ref();
    }

    private static Target.Ref ref(Dataset dataset) {
        return new Target.Ref(Target.Kind.DATASET, dataset.id().value());
    }

    @Test
    default void serviceAccountOfTheOperatorHasNoCap() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        GivenUser robot = given.user("robot").in(legal, PredefinedRole.ADMIN.role());
        ports.users().update(robot.user().asServiceOf(null));

        assertThat(allows(ports, robot, RosterPermission.DATASET_CREATE, Target.of(legal)))
                .isTrue();
    }

    @Test
    default void capsHoldThroughServiceAccountsThatMadeOthers() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        GivenUser person = given.user("person").role(PredefinedRole.OWNER);
        GivenUser robot = given.owner("robot").serviceOf(person);
        GivenUser robotsRobot = given.user("robots-robot")
                .in(legal, PredefinedRole.ADMIN.role())
                .serviceOf(robot);

        assertThat(allows(ports, robotsRobot, RosterPermission.DATASET_CREATE, Target.of(legal)))
                .isTrue();

        person.status(UserStatus.DEACTIVATED);

        assertThat(allows(ports, robotsRobot, RosterPermission.DATASET_CREATE, Target.of(legal)))
                .isFalse();
    }

    @Test
    default void wholeActorsOfManyComeAtOnce() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        GivenUser ana = given.user("ana").role(PredefinedRole.ADMIN).in(legal);
        GivenUser robot =
                given.user("robot").in(legal, PredefinedRole.MANAGER.role()).serviceOf(ana);
        GivenUser idle = given.user("idle").status(UserStatus.DEACTIVATED);
        GivenUser gone = given.user("gone").status(UserStatus.DELETED);
        given.user("not-asked");

        Map<UserId, Actor> found = ports.actors()
                .findWhole(Set.of(ana.id(), robot.id(), idle.id(), gone.id(), new UserId(new UUID(1, 2))));

        assertThat(found).containsOnlyKeys(ana.id(), robot.id(), idle.id());
        found.forEach((id, actor) -> assertThat(actor.id()).isEqualTo(id));
        assertThat(allowed(List.copyOf(found.values()), RosterPermission.DATASET_CREATE, Target.of(legal)))
                .containsExactlyInAnyOrder(ana.id(), robot.id());
        assertThat(allowed(List.copyOf(found.values()), RosterPermission.MEMBER_ADD, Target.of(legal)))
                .isEmpty();
        assertThat(ports.actors().findWhole(Set.of())).isEmpty();
    }

    /** Asks all the ways in which an actor can be found, which must agree. */
    private static boolean allows(Ports ports, GivenUser user, Permission permission, Target target) {
        boolean allowed = decide(ports, user, permission, target).isAllowed();
        List<Actor> asked =
                List.copyOf(ports.actors().findWhole(Set.of(user.id())).values());
        assertThat(allowed(asked, permission, target)).hasSize(allowed ? 1 : 0);
        List<Actor> near = ports.actors().near(target, PageRequest.first()).items().stream()
                .map(Numbered::actor)
                .filter(actor -> actor.id().equals(user.id()))
                .toList();
        assertThat(allowed(near, permission, target)).hasSize(allowed ? 1 : 0);
        return allowed;
    }

    private static List<UserId> allowed(List<Actor> actors, Permission permission, Target target) {
        return actors.stream()
                .filter(actor -> AccessPolicy.allows(actor, permission, target))
                .map(Actor::id)
                .toList();
    }

    private static List<UserId> near(Ports ports, Target target) {
        return ports.actors().near(target, PageRequest.first()).items().stream()
                .map(numbered -> numbered.actor().id())
                .toList();
    }

    private static Actor actor(Ports ports, GivenUser user, Collection<Target> targets) {
        return ports.actors().find(user.id(), targets).orElseThrow();
    }

    /** The decision about the actor around the target, after checking that the whole actor gets the same. */
    private static Decision decide(Ports ports, GivenUser user, Permission permission, Target target) {
        Decision around = AccessPolicy.decide(actor(ports, user, List.of(target)), permission, target);
        Actor whole = ports.actors().findWhole(user.id()).orElseThrow();
        assertThat(AccessPolicy.decide(whole, permission, target)).isEqualTo(around);
        return around;
    }

    private static Target target(Dataset dataset, Workspace workspace) {
        return Target.of(dataset, Target.of(workspace));
    }

    private static void assertGround(Decision decision, Holding.Source source, Role role, Target place) {
        assertThat(decision.ground()).isEqualTo(new Holding(source, role, place));
        assertThat(decision.reason())
                .contains("`" + decision.actor() + "`", decision.target().describe());
    }
}
