package dev.roster.domain.access;

import static dev.roster.domain.access.World.DATASETS;
import static dev.roster.domain.access.World.EXPORT;
import static dev.roster.domain.access.World.LEGAL;
import static dev.roster.domain.access.World.MINE;
import static dev.roster.domain.access.World.OPEN;
import static dev.roster.domain.access.World.OTHERS;
import static dev.roster.domain.access.World.OURS;
import static dev.roster.domain.access.World.PERMISSIONS;
import static dev.roster.domain.access.World.SELF;
import static dev.roster.domain.access.World.SIBLING;
import static dev.roster.domain.access.World.SIBLING_OPEN;
import static dev.roster.domain.access.World.TARGETS;
import static dev.roster.domain.access.World.ada;
import static dev.roster.domain.access.World.datasetId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.access.Denial.Cause;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What holds for every actor, permission and target. */
class AccessPolicyTest {
    private static final int ACTORS = RandomActors.tries(300);

    /** A question about one actor. */
    private record Question(Permission permission, Target target) {
        boolean isAllowedTo(Actor actor) {
            return AccessPolicy.allows(actor, permission, target);
        }
    }

    private static final List<Question> ALL = TARGETS.stream()
            .flatMap(target -> PERMISSIONS.stream().map(permission -> new Question(permission, target)))
            .toList();

    /** Those that are about the kind of thing that they are asked on. */
    private static final List<Question> QUESTIONS = ALL.stream()
            .filter(question -> question.target().kind().takes(question.permission()))
            .toList();

    private static final Question SEEING_ONESELF = new Question(RosterPermission.USER_READ, SELF);

    private static Set<Question> allowedTo(Actor actor) {
        Set<Question> allowed = new HashSet<>(QUESTIONS);
        allowed.removeIf(question -> !question.isAllowedTo(actor));
        return allowed;
    }

    @Test
    void whoHoldsNothingMayOnlySeeThemselves() {
        assertThat(allowedTo(ada().build())).containsExactly(SEEING_ONESELF);
    }

    @Test
    void whatAPermissionIsNotAboutIsDeniedToOwnersToo() {
        Actor owner = ada(PredefinedRole.OWNER.role()).build();
        List<Question> odd =
                ALL.stream().filter(question -> !QUESTIONS.contains(question)).toList();

        assertThat(odd)
                .contains(new Question(RosterPermission.ORGANIZATION_READ, LEGAL))
                .contains(new Question(RosterPermission.MEMBER_ADD, World.OPEN))
                .allSatisfy(question -> {
                    Decision decision = AccessPolicy.decide(owner, question.permission(), question.target());
                    assertThat(question.isAllowedTo(owner)).isFalse();
                    assertThat(decision.refusal().map(Denial::cause)).hasValue(Cause.OTHER_KIND);
                });
    }

    @Test
    void anOwnerMayEverything() {
        assertThat(allowedTo(ada(PredefinedRole.OWNER.role()).build())).hasSameSizeAs(QUESTIONS);
    }

    @ParameterizedTest
    @EnumSource(value = PredefinedRole.class, mode = Mode.EXCLUDE, names = "OWNER")
    void noRoleReachesAnotherWorkspace(PredefinedRole role) {
        Set<Target> elsewhere = Set.of(World.SIBLING, World.SIBLING_OPEN, World.FOREIGN, World.FOREIGN_OPEN);

        Actor member = ada(role.role())
                .member(LEGAL, role.role())
                .granted(LEGAL, role.role())
                .build();

        assertThat(allowedTo(member)).isNotEmpty().noneMatch(question -> elsewhere.contains(question.target()));
    }

    @ParameterizedTest
    @EnumSource(value = UserStatus.class, mode = Mode.EXCLUDE, names = "ACTIVE")
    void whoIsNotActiveMayNothing(UserStatus status) {
        for (PredefinedRole role : PredefinedRole.values()) {
            Actor actor = Actor.named(World.ADA, "ada", status, role.role())
                    .member(LEGAL, role.role())
                    .build();

            assertThat(allowedTo(actor)).isEmpty();
        }
    }

    @Test
    void whatRolesAreTakenAwayNeverAllowsMore() {
        for (int seed = 0; seed < ACTORS; seed++) {
            RandomActors random = new RandomActors(seed);
            Role account = random.role();
            List<Consumer<Actor.Builder>> holdings = random.holdings();
            Set<Question> before = allowedTo(RandomActors.with(ada(account), holdings));

            for (int taken = 0; taken < holdings.size(); taken++) {
                List<Consumer<Actor.Builder>> rest = new ArrayList<>(holdings);
                rest.remove(taken);
                assertThat(before).containsAll(allowedTo(RandomActors.with(ada(account), rest)));
            }
        }
    }

    @Test
    void aServiceAccountIsNeverAboveItsMaker() {
        UserId service = new UserId(World.id(9));
        for (int seed = 0; seed < ACTORS; seed++) {
            Actor maker = new RandomActors(seed).actor();
            Actor owner = Actor.named(service, "robot", UserStatus.ACTIVE, PredefinedRole.OWNER.role())
                    .madeBy(maker)
                    .build();

            Set<Question> makers = allowedTo(maker);

            assertThat(allowedTo(owner)).isEqualTo(makers);
        }
    }

    @Test
    void aServiceAccountStopsWithItsMaker() {
        Actor gone = Actor.named(World.ADA, "ada", UserStatus.DEACTIVATED, PredefinedRole.OWNER.role())
                .build();

        Actor robot = Actor.named(new UserId(World.id(9)), "robot", UserStatus.ACTIVE, PredefinedRole.OWNER.role())
                .madeBy(gone)
                .build();

        assertThat(allowedTo(robot)).isEmpty();
    }

    @Test
    void aServiceAccountMaySeeItself() {
        Actor robot = Actor.named(World.ADA, "robot", UserStatus.ACTIVE, PredefinedRole.ANNOTATOR.role())
                .madeBy(Actor.named(new UserId(World.id(9)), "bob", UserStatus.ACTIVE, World.NOTHING)
                        .build())
                .build();

        assertThat(allowedTo(robot)).containsExactly(SEEING_ONESELF);
    }

    @Test
    void takingTheReadingOfUsersAwayNeverLetsAnAccountSeeItself() {
        Actor mayNotRead = Actor.named(new UserId(World.id(9)), "bob", UserStatus.ACTIVE, World.NOTHING)
                .build();
        Actor stopped = Actor.named(new UserId(World.id(9)), "bob", UserStatus.DEACTIVATED, PredefinedRole.OWNER.role())
                .build();
        Role reading = World.custom("reading", RosterPermission.USER_READ);

        for (Actor maker : List.of(mayNotRead, stopped)) {
            for (Role role : List.of(reading, PredefinedRole.OWNER.role())) {
                boolean before =
                        SEEING_ONESELF.isAllowedTo(ada(role).madeBy(maker).build());
                boolean after = SEEING_ONESELF.isAllowedTo(
                        ada(World.NOTHING).madeBy(maker).build());

                assertThat(after).isEqualTo(before).isEqualTo(maker.isActive());
            }
        }
    }

    @Test
    void aServiceAccountStopsWithTheMakerOfItsMaker() {
        Actor gone = Actor.named(new UserId(World.id(8)), "eve", UserStatus.DEACTIVATED, PredefinedRole.OWNER.role())
                .build();
        Actor between = Actor.named(new UserId(World.id(9)), "bob", UserStatus.ACTIVE, PredefinedRole.OWNER.role())
                .madeBy(gone)
                .build();

        assertThat(allowedTo(ada(PredefinedRole.OWNER.role()).madeBy(between).build()))
                .isEmpty();
    }

    @Test
    void decisionAndAnswerAgree() {
        RandomActors.some(ACTORS)
                .forEach(actor -> QUESTIONS.forEach(question -> {
                    Decision decision = AccessPolicy.decide(actor, question.permission(), question.target());

                    assertThat(decision.isAllowed()).isEqualTo(question.isAllowedTo(actor));
                    assertThat(decision.refusal().isPresent()).isNotEqualTo(decision.isAllowed());
                }));
    }

    @Test
    void everyDenialSaysWhatIsMissingWhyAndWhoCouldGiveIt() {
        denials(ACTORS).forEach(decision -> {
            Denial denial = Objects.requireNonNull(decision.denial());

            assertThat(denial.why()).isNotBlank();
            assertThat(denial.givers()).contains("an owner");
            assertThat(denial.remedy()).isNotBlank();
            assertThat(decision.reason())
                    .startsWith("`ada` may not do `" + decision.permission().key() + "` on ")
                    .doesNotContain("\n", "null", "  ", ",,", ", ;")
                    .endsWith(denial.remedy());
        });
    }

    @Test
    void theRolesNamedInADenialAreThoseThatWouldDo() {
        RandomActors.some(RandomActors.tries(100))
                .forEach(actor -> QUESTIONS.forEach(question -> {
                    Decision decision = AccessPolicy.decide(actor, question.permission(), question.target());
                    decision.refusal()
                            .filter(denial -> denial.cause() != Cause.OWNERS_ONLY)
                            .ifPresent(denial -> {
                                List<String> would = Stream.of(PredefinedRole.values())
                                        .filter(role -> question.isAllowedTo(given(actor, role, question.target())))
                                        .map(PredefinedRole::word)
                                        .toList();

                                assertThat(denial.roles()).as(decision.reason()).isEqualTo(would);
                            });
                }));
    }

    /** The actor with the role, held on the instance by an owner and around the target by all others. */
    private static Actor given(Actor actor, PredefinedRole role, Target target) {
        if (role == PredefinedRole.OWNER) {
            return ada(role.role()).build();
        }
        return switch (target.kind()) {
            case INSTANCE, USER, ROLE -> actor;
            case ORGANIZATION -> actor.copy().member(target, role.role()).build();
            case WORKSPACE, DATASET ->
                actor.copy().member(workspaceOf(target), role.role()).build();
        };
    }

    private static Target workspaceOf(Target target) {
        return Stream.of(LEGAL, World.SIBLING, World.FOREIGN)
                .filter(workspace -> Objects.equals(workspace.workspace(), target.workspace()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Decision> denials(int actors) {
        return RandomActors.some(actors)
                .flatMap(actor -> QUESTIONS.stream()
                        .map(question -> AccessPolicy.decide(actor, question.permission(), question.target())))
                .filter(decision -> !decision.isAllowed());
    }

    @Test
    void whatDoesNotExistIsDeniedToOwnersToo() {
        Actor owner = ada(PredefinedRole.OWNER.role()).build();

        Decision decision = AccessPolicy.decideUnknown(owner, RosterPermission.WORKSPACE_READ, LEGAL.ref());

        assertThat(decision.isAllowed()).isFalse();
        assertThat(decision.reason())
                .isEqualTo("`ada` may not do `workspace:read`: there is no workspace `" + LEGAL.id() + "`");
    }

    @Test
    void registeredPermissionsReachWhereTheirRoleIsHeld() {
        Role exporter = World.custom("exporter", EXPORT);

        Actor member = ada().member(LEGAL, exporter).build();
        Actor onOrganization = ada().member(OURS, exporter).build();
        Actor onAll = ada().member(OURS, World.reachingWorkspaces(exporter)).build();

        assertThat(reached(member)).containsExactly(LEGAL, OPEN, MINE, OTHERS);
        assertThat(reached(onOrganization)).containsExactly(OURS);
        assertThat(reached(onAll)).containsExactly(OURS, LEGAL, SIBLING, OPEN, MINE, OTHERS, SIBLING_OPEN);
    }

    @Test
    void assignedOnlyCutsCustomRolesToTheirDatasets() {
        Role exporter = World.assignedOnly(World.custom("exporter", EXPORT));

        Actor member = ada().member(LEGAL, exporter).assignedTo(datasetId(MINE)).build();

        assertThat(reached(member)).containsExactly(OPEN, MINE);
    }

    private static Stream<Target> reached(Actor actor) {
        return World.TARGETS.stream().filter(target -> AccessPolicy.allows(actor, EXPORT, target));
    }

    @Test
    void aMembershipRoleTakesTheAccountRolesPlace() {
        Actor adminAsViewer = ada(PredefinedRole.ADMIN.role())
                .member(LEGAL, PredefinedRole.VIEWER.role())
                .build();
        Actor annotatorAsManager = ada(PredefinedRole.ANNOTATOR.role())
                .member(LEGAL, PredefinedRole.MANAGER.role())
                .build();

        assertThat(DATASETS).noneMatch(it -> AccessPolicy.allows(adminAsViewer, key("dataset:update"), it));
        assertThat(AccessPolicy.allows(annotatorAsManager, key("member:add"), LEGAL))
                .isTrue();
    }

    @Test
    void customAccountRolesGiveInstancePermissionsEverywhere() {
        Actor clerk = ada(World.custom("clerk", key("user:update"), key("workspace:delete")))
                .build();

        assertThat(AccessPolicy.allows(clerk, key("user:update"), World.OTHER_USER))
                .isTrue();
        assertThat(AccessPolicy.allows(clerk, key("user:update"), World.OWNER_USER))
                .isFalse();
        assertThat(AccessPolicy.allows(clerk, key("workspace:delete"), World.FOREIGN))
                .isTrue();
        assertThat(AccessPolicy.allows(clerk, key("workspace:read"), LEGAL)).isFalse();
    }

    private static Permission key(String key) {
        return Permission.parse(key);
    }
}
