package dev.roster.domain.access;

import static dev.roster.domain.access.World.LEGAL;
import static dev.roster.domain.access.World.MINE;
import static dev.roster.domain.access.World.OPEN;
import static dev.roster.domain.access.World.OTHERS;
import static dev.roster.domain.access.World.OURS;
import static dev.roster.domain.access.World.RESTRICTED;
import static dev.roster.domain.access.World.ada;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import org.junit.jupiter.api.Test;

/** The sentences that people read when they ask why. */
class ReasonTest {
    private static final Role OWNER = PredefinedRole.OWNER.role();
    private static final Role MANAGER = PredefinedRole.MANAGER.role();
    private static final Role ADMIN = PredefinedRole.ADMIN.role();
    private static final Role VIEWER = PredefinedRole.VIEWER.role();
    private static final Role ANNOTATOR = PredefinedRole.ANNOTATOR.role();

    private static String reason(Actor.Builder actor, String permission, Target target) {
        return AccessPolicy.decide(actor.build(), Permission.parse(permission), target)
                .reason();
    }

    @Test
    void anAccountRoleGivesIt() {
        assertThat(reason(ada(OWNER), "dataset:delete", OPEN))
                .isEqualTo("`ada` may do `dataset:delete` on dataset `open`: the account role `owner` gives it");
    }

    @Test
    void anAccountRoleGivesItToAMember() {
        assertThat(reason(ada(ADMIN).member(LEGAL, null), "dataset:delete", OPEN))
                .isEqualTo("`ada` may do `dataset:delete` on dataset `open`:"
                        + " the account role `admin`, as a member of workspace `legal`, gives it");
    }

    @Test
    void aRoleInTheOrganizationGivesIt() {
        assertThat(reason(ada().member(OURS, MANAGER), "member:add", LEGAL))
                .isEqualTo("`ada` may do `member:add` on workspace `legal`:"
                        + " the role `manager` in organization `ours` gives it");
    }

    @Test
    void aGrantGivesIt() {
        assertThat(reason(ada().granted(OTHERS, ANNOTATOR), "dataset:annotate", OTHERS))
                .isEqualTo("`ada` may do `dataset:annotate` on dataset `others`:"
                        + " the role `annotator` granted on dataset `others` gives it");
    }

    @Test
    void aRoleGivesItOnOpenDatasets() {
        assertThat(reason(ada().member(LEGAL, ANNOTATOR), "dataset:annotate", OPEN))
                .isEqualTo(
                        "`ada` may do `dataset:annotate` on dataset `open`:"
                                + " the role `annotator` in workspace `legal` gives it, and the dataset is open to its workspace");
    }

    @Test
    void aRoleGivesItOnAssignedDatasets() {
        assertThat(reason(ada().member(LEGAL, ANNOTATOR).assignedTo(World.datasetId(MINE)), "dataset:annotate", MINE))
                .isEqualTo("`ada` may do `dataset:annotate` on dataset `mine`:"
                        + " the role `annotator` in workspace `legal` gives it, and the dataset is assigned");
    }

    @Test
    void everyoneSeesThemselves() {
        assertThat(reason(ada(), "user:read", World.SELF))
                .isEqualTo("`ada` may do `user:read` on user `ada`: everyone may do this to themselves");
    }

    @Test
    void theAccountIsNotActive() {
        assertThat(reason(Actor.named(World.ADA, "ada", UserStatus.INVITED, ADMIN), "dataset:read", OPEN))
                .isEqualTo("`ada` may not do `dataset:read` on dataset `open`: the account is not active;"
                        + " an owner could activate it");
    }

    @Test
    void onlyOwnersTouchOwners() {
        assertThat(reason(ada(), "user:update", World.OWNER_USER))
                .isEqualTo(
                        "`ada` may not do `user:update` on user `olga`: only an owner changes an owner; ask an owner");
    }

    @Test
    void theAccountRoleDoesNotGiveIt() {
        assertThat(reason(ada(ADMIN), "workspace:create", Target.instance()))
                .isEqualTo("`ada` may not do `workspace:create` on the instance:"
                        + " the account role `admin` does not give it; an owner could give a role that does");
    }

    @Test
    void theRoleGivesItInAnOrganizationAlone() {
        assertThat(reason(ada().member(LEGAL, MANAGER), "workspace:delete", LEGAL))
                .isEqualTo("`ada` may not do `workspace:delete` on workspace `legal`:"
                        + " the role `manager` in workspace `legal` gives it only as a membership's own role in an"
                        + " organization; an owner could give a role that does");
        assertThat(reason(ada(), "workspace:create", World.OURS))
                .isEqualTo("`ada` may not do `workspace:create` on organization `ours`:"
                        + " the account role `nothing` does not give it;"
                        + " a manager of organization `ours` or an owner could give a role that does");
        assertThat(reason(ada().member(World.OURS, MANAGER), "workspace:delete", LEGAL))
                .isEqualTo("`ada` may do `workspace:delete` on workspace `legal`:"
                        + " the role `manager` in organization `ours` gives it");
    }

    @Test
    void theQuestionNamesNoPlace() {
        assertThat(reason(ada(ADMIN), "dataset:create", Target.instance()))
                .isEqualTo("`ada` may not do `dataset:create` on the instance:"
                        + " it is held in organizations and workspaces, and only owners hold it everywhere;"
                        + " ask about a place");
    }

    @Test
    void notAMember() {
        assertThat(reason(ada(ADMIN), "dataset:update", OPEN))
                .isEqualTo("`ada` may not do `dataset:update` on dataset `open`: not a member of workspace `legal`;"
                        + " a manager of workspace `legal` or an owner could give a role there");
    }

    @Test
    void theMembershipsRoleDoesNotGiveIt() {
        assertThat(reason(ada(ADMIN).member(LEGAL, VIEWER), "dataset:update", OPEN))
                .isEqualTo("`ada` may not do `dataset:update` on dataset `open`:"
                        + " the role `viewer` in workspace `legal` does not give it;"
                        + " a manager of workspace `legal` or an owner could give a role that does");
    }

    @Test
    void theInheritedRoleDoesNotGiveIt() {
        assertThat(reason(ada(ADMIN).member(LEGAL, null), "member:add", LEGAL))
                .isEqualTo("`ada` may not do `member:add` on workspace `legal`:"
                        + " the account role `admin`, as a member of workspace `legal`, does not give it;"
                        + " a manager of workspace `legal` or an owner could give a role that does");
    }

    @Test
    void registeredPermissionsComeFromOwners() {
        assertThat(reason(ada().member(LEGAL, MANAGER), "acme:export", OPEN))
                .isEqualTo("`ada` may not do `acme:export` on dataset `open`:"
                        + " the role `manager` in workspace `legal` does not give it;"
                        + " an owner could give a role that does");
    }

    @Test
    void theDatasetIsRestricted() {
        assertThat(reason(ada().member(LEGAL, ADMIN), "dataset:update", RESTRICTED))
                .isEqualTo("`ada` may not do `dataset:update` on dataset `restricted`:"
                        + " the dataset is restricted, and the role `admin` in workspace `legal` does not reach it;"
                        + " a manager of workspace `legal` or an owner could grant a role on it");
    }

    @Test
    void theDatasetIsAssignedToOthers() {
        assertThat(reason(ada().member(LEGAL, ANNOTATOR), "dataset:annotate", OTHERS))
                .isEqualTo("`ada` may not do `dataset:annotate` on dataset `others`:"
                        + " the role `annotator` in workspace `legal` reaches only open or assigned datasets,"
                        + " and this one is neither;"
                        + " an admin or manager of workspace `legal` or an owner could assign it");
    }

    @Test
    void theQuestionNamesNoDataset() {
        assertThat(reason(ada().member(LEGAL, ANNOTATOR), "dataset:annotate", LEGAL))
                .isEqualTo("`ada` may not do `dataset:annotate` on workspace `legal`:"
                        + " the role `annotator` in workspace `legal` gives it only on datasets that are open or"
                        + " assigned; ask about a dataset");
    }

    @Test
    void theMakerMayNot() {
        Actor.Builder robot = Actor.named(new UserId(World.id(9)), "robot", UserStatus.ACTIVE, ADMIN)
                .member(LEGAL, null)
                .madeBy(ada(ANNOTATOR).build());

        assertThat(reason(robot, "dataset:update", OPEN))
                .isEqualTo(
                        "`robot` may not do `dataset:update` on dataset `open`: `ada`, who created it, may not do that;"
                                + " a manager of workspace `legal` or an owner could give `ada` a role that allows it");
    }

    @Test
    void theMakerIsStopped() {
        Actor.Builder robot = Actor.named(new UserId(World.id(9)), "robot", UserStatus.ACTIVE, ADMIN)
                .member(LEGAL, null)
                .madeBy(Actor.named(World.ADA, "ada", UserStatus.DEACTIVATED, ADMIN)
                        .build());

        assertThat(reason(robot, "dataset:update", OPEN))
                .isEqualTo(
                        "`robot` may not do `dataset:update` on dataset `open`: `ada`, who created it, is not active;"
                                + " an owner could reactivate `ada` if they are not deleted");
    }

    @Test
    void namesThatMayNotBeReadAreLeftOut() {
        String reason = reason(ada(), "dataset:read", OPEN.unnamed());

        assertThat(reason)
                .isEqualTo("`ada` may not do `dataset:read` on dataset `" + OPEN.id() + "`: not a member of workspace `"
                        + LEGAL.id() + "`; a manager of workspace `" + LEGAL.id()
                        + "` or an owner could give a role there");
    }

    @Test
    void namesStayOnOneLine() {
        Actor.Builder odd = Actor.named(World.ADA, "a\nb", UserStatus.ACTIVE, World.NOTHING);

        assertThat(reason(odd, "user:create", Target.instance())).startsWith("`a\\u{A}b` may not do");
    }
}
