package dev.roster.domain.access;

import static dev.roster.domain.access.World.LEGAL;
import static dev.roster.domain.access.World.OTHERS;
import static dev.roster.domain.access.World.OURS;
import static dev.roster.domain.access.World.ada;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nobody gives more than they hold. */
class GivingTest {
    private static final Role OWNER = PredefinedRole.OWNER.role();
    private static final Role MANAGER = PredefinedRole.MANAGER.role();
    private static final Role ADMIN = PredefinedRole.ADMIN.role();
    private static final Role ANNOTATOR = PredefinedRole.ANNOTATOR.role();
    private static final int GIVERS = RandomActors.tries(4_000);

    private static Optional<String> refusal(Actor giver, Role role, Target place) {
        return AccessPolicy.refusalToGive(giver, role, place, PermissionTable.own())
                .map(Decision::reason);
    }

    private static boolean mayGive(Actor giver, Role role, Target place) {
        return refusal(giver, role, place).isEmpty();
    }

    @Test
    void whatIsGivenNeverReachesFurtherThanTheGiver() {
        int given = 0;
        for (int seed = 0; seed < GIVERS; seed++) {
            RandomActors random = new RandomActors(seed);
            Actor giver = random.actor();
            Role role = random.role();
            Target place = random.place();

            if (mayGive(giver, role, place)) {
                given++;
                Actor receiver = receiver(giver, role, place);
                for (Target target : World.TARGETS) {
                    assertThat(World.PERMISSIONS)
                            .as("seed %d: %s given on %s, asked on %s", seed, role.name(), place, target)
                            .allMatch(permission -> !AccessPolicy.allows(receiver, permission, target)
                                    || AccessPolicy.allows(giver, permission, target));
                }
            }
        }
        assertThat(given).isGreaterThan(GIVERS / 40);
    }

    /** Somebody new with that role there; an account role counts where the giver's own does. */
    private static Actor receiver(Actor giver, Role role, Target place) {
        UserId id = new UserId(World.id(50));
        return switch (place.kind()) {
            case INSTANCE -> {
                Actor.Builder receiver = Actor.named(id, "rita", UserStatus.ACTIVE, role);
                giver.holdings().stream()
                        .filter(held -> held.source() == Holding.Source.INHERITED)
                        .forEach(held -> receiver.member(held.place(), null));
                yield receiver.build();
            }
            case DATASET ->
                Actor.named(id, "rita", UserStatus.ACTIVE, World.NOTHING)
                        .granted(place, role)
                        .build();
            default ->
                Actor.named(id, "rita", UserStatus.ACTIVE, World.NOTHING)
                        .member(place, role)
                        .build();
        };
    }

    @Test
    void onlyOwnersGiveTheOwnerRole() {
        Actor manager = ada(MANAGER).member(LEGAL, null).build();

        assertThat(refusal(manager, OWNER, Target.instance()))
                .hasValue(
                        "`ada` may not give that role on the instance: only an owner gives the owner role; ask an owner");
        assertThat(mayGive(ada(OWNER).build(), OWNER, Target.instance())).isTrue();
    }

    @Test
    void aManagerGivesAllButOwnerInTheirWorkspace() {
        Actor manager = ada().member(LEGAL, MANAGER).build();

        assertThat(mayGive(manager, MANAGER, LEGAL)).isTrue();
        assertThat(mayGive(manager, ANNOTATOR, LEGAL)).isTrue();
        assertThat(mayGive(manager, ANNOTATOR, World.SIBLING)).isFalse();
        assertThat(mayGive(manager, OWNER, LEGAL)).isFalse();
    }

    @Test
    void whatIsHeldInAnOrganizationAloneIsGivenThereAndBelow() {
        Role places = World.custom("places", RosterPermission.WORKSPACE_CREATE, RosterPermission.WORKSPACE_DELETE);
        Actor ofOrganization = ada().member(OURS, MANAGER).build();

        assertThat(mayGive(ofOrganization, places, OURS)).isTrue();
        assertThat(mayGive(ofOrganization, places, LEGAL)).isTrue();
        assertThat(mayGive(ofOrganization, places, World.THEIRS)).isFalse();
        assertThat(mayGive(ofOrganization, places, Target.instance())).isFalse();
        assertThat(mayGive(ada().member(LEGAL, MANAGER).build(), places, LEGAL)).isFalse();
        assertThat(mayGive(ada().granted(LEGAL, MANAGER).build(), places, LEGAL))
                .isFalse();
        assertThat(mayGive(ada(MANAGER).member(OURS, null).build(), places, OURS))
                .isFalse();
        assertThat(mayGive(ada(MANAGER).member(OURS, null).build(), MANAGER, OURS))
                .isFalse();
    }

    @Test
    void aManagerMakesManagersOfDatasets() {
        assertThat(mayGive(ada().member(LEGAL, MANAGER).build(), MANAGER, OTHERS))
                .isTrue();
    }

    @Test
    void anAdminCannotMakeAManager() {
        Actor admin = ada().member(LEGAL, ADMIN).build();

        assertThat(refusal(admin, MANAGER, LEGAL))
                .hasValue("`ada` may not give that role on workspace `legal`: role `manager` holds"
                        + " `organization:update`, and no one can give more than they hold;"
                        + " a manager of workspace `legal` or an owner could give it");
    }

    @Test
    void anAnnotatorPassesOnWhatReachesAssignedDatasets() {
        Actor annotator = ada().member(LEGAL, ANNOTATOR).build();
        Role everyDataset = World.custom("labeller", RosterPermission.DATASET_ANNOTATE);

        assertThat(mayGive(annotator, World.assignedOnly(everyDataset), LEGAL)).isTrue();
        assertThat(mayGive(annotator, everyDataset, LEGAL)).isFalse();
    }

    @Test
    void aDatasetOutOfReachIsNotGranted() {
        Actor annotator = ada().member(LEGAL, ANNOTATOR).build();

        assertThat(mayGive(annotator, ANNOTATOR, World.OPEN)).isTrue();
        assertThat(mayGive(annotator, ANNOTATOR, OTHERS)).isFalse();
        assertThat(mayGive(annotator, World.custom("reader", RosterPermission.DATASET_READ), World.OPEN))
                .isTrue();
        assertThat(mayGive(annotator, World.custom("reader", RosterPermission.DATASET_READ), OTHERS))
                .isFalse();
    }

    @Test
    void aRoleThatReachesDownNeedsOneThatDoesSo() {
        Role reader = World.custom("reader", RosterPermission.DATASET_READ);
        Role reachingReader = World.reachingWorkspaces(reader);

        assertThat(mayGive(ada().member(OURS, reader).build(), reader, OURS)).isTrue();
        assertThat(mayGive(ada().member(OURS, reader).build(), reachingReader, OURS))
                .isFalse();
        assertThat(mayGive(ada().member(OURS, reachingReader).build(), reachingReader, OURS))
                .isTrue();
    }

    @Test
    void onlyManagersMakeManagers() {
        Role likeManager = World.reachingWorkspaces(new Role(
                World.NOTHING.id(), 0, World.NOTHING.name(), "", MANAGER.permissions(), PermissionSet.none(), true));

        Actor almost = ada().member(LEGAL, likeManager).build();

        assertThat(mayGive(almost, likeManager, LEGAL)).isTrue();
        assertThat(refusal(almost, MANAGER, LEGAL))
                .hasValue("`ada` may not give that role on workspace `legal`: role `manager` reaches restricted"
                        + " datasets, and no one can give more than they hold;"
                        + " a manager of workspace `legal` or an owner could give it");
    }

    @Test
    void aServiceAccountGivesNoMoreThanItsMaker() {
        UserId id = new UserId(World.id(9));
        Actor admin = ada(ADMIN).build();
        Actor deactivated =
                Actor.named(World.ADA, "ada", UserStatus.DEACTIVATED, OWNER).build();

        Actor robot =
                Actor.named(id, "robot", UserStatus.ACTIVE, OWNER).madeBy(admin).build();
        Actor orphan = Actor.named(id, "robot", UserStatus.ACTIVE, OWNER)
                .madeBy(deactivated)
                .build();

        assertThat(mayGive(robot, OWNER, Target.instance())).isFalse();
        assertThat(mayGive(robot, MANAGER, Target.instance())).isFalse();
        assertThat(mayGive(robot, ANNOTATOR, Target.instance())).isTrue();
        assertThat(mayGive(orphan, World.NOTHING, Target.instance())).isFalse();
    }

    @Test
    void whoIsNotActiveGivesNothing() {
        Actor gone =
                Actor.named(World.ADA, "ada", UserStatus.DEACTIVATED, OWNER).build();

        assertThat(refusal(gone, World.NOTHING, LEGAL)).isPresent();
    }
}
