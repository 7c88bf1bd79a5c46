package dev.roster.application.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.Restriction;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody opens a dataset, to themselves or to others, for what they do not hold on it. */
class OpeningDatasetTest {
    private final Fakes fakes = new Fakes();
    private final Given given = new Given(fakes.ports());
    private final UseCases useCases = UseCases.over(fakes.ports(), fakes.clock());
    private final Workspace legal = given.workspace("legal");
    private final Dataset closed = given.assignedDataset("closed", legal);
    private final Role steward = fakes.ports()
            .roles()
            .add(given.newRole(
                            "steward",
                            RosterPermission.WORKSPACE_READ,
                            RosterPermission.DATASET_ASSIGN,
                            RosterPermission.DATASET_READ,
                            RosterPermission.DATASET_DELETE)
                    .withAssignedOnly(
                            PermissionSet.of(RosterPermission.DATASET_READ, RosterPermission.DATASET_DELETE)));
    private final GivenUser uma = given.user("uma").in(legal, steward);
    private final GivenUser bob = given.user("bob").in(legal);

    private void assign(GivenUser by, GivenUser whom) {
        useCases.get(AssignAnnotator.class).handle(caller(by), new AssignAnnotator.Command(closed.id(), whom.id()));
    }

    private void setAccess(GivenUser by, Dataset dataset, DatasetAccess access) {
        useCases.get(UpdateDataset.class)
                .handle(caller(by), new UpdateDataset.Command(dataset.id(), Change.none(), Change.to(access)));
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }

    private void assertRefused(ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .returns(Kind.FORBIDDEN, RefusedException::kind)
                .withMessageContaining("on the dataset, and no one can give more than they hold");
    }

    @Test
    void nobodyAssignsThemselvesToWhatTheyMayNotDo() {
        assertRefused(() -> assign(uma, uma));
        assertThat(fakes.ports()
                        .assignments()
                        .assignees(closed.id(), PageRequest.first(1))
                        .items())
                .isEmpty();
    }

    @Test
    void nobodyAssignsOthersToIt() {
        assertRefused(() -> assign(uma, bob));
    }

    @ParameterizedTest
    @EnumSource(names = {"INVITED", "DEACTIVATED"})
    void whoeverIsNotActiveCounts(UserStatus status) {
        bob.status(status);

        assertRefused(() -> assign(uma, bob));
    }

    @Test
    void whoIsAssignedAssignsTheirLike() {
        uma.assignedTo(closed);
        GivenUser vic = given.user("vic").in(legal, steward);

        assertThatCode(() -> assign(uma, vic)).doesNotThrowAnyException();
        assertRefused(() -> assign(uma, bob));
    }

    @Test
    void whoeverGainsNothingIsAssignedByAnyoneWhoMayAssign() {
        GivenUser rita = given.user("rita").in(legal, PredefinedRole.REVIEWER.role());

        assertThatCode(() -> assign(uma, rita)).doesNotThrowAnyException();
    }

    @Test
    void managersAssignAndOpen() {
        GivenUser mona = given.user("mona").in(legal, PredefinedRole.MANAGER.role());

        assertThatCode(() -> {
                    assign(mona, bob);
                    assign(mona, uma);
                    setAccess(mona, closed, DatasetAccess.WORKSPACE);
                })
                .doesNotThrowAnyException();
    }

    private void lift(GivenUser by, Dataset dataset) {
        useCases.get(RestrictDataset.class).handle(caller(by), new RestrictDataset.Command(dataset.id(), false));
    }

    private Dataset restricted() {
        return fakes.ports()
                .datasets()
                .add(given.newDataset("restricted", legal).withRestriction(new Restriction(Given.THEN, null)));
    }

    @Test
    void nobodyLiftsARestrictionForMoreThanTheyHold() {
        Dataset restricted = restricted();
        Role lifter = given.role("lifter", RosterPermission.DATASET_RESTRICT, RosterPermission.DATASET_READ);
        GivenUser self =
                given.user("self").in(legal, PredefinedRole.ADMIN.role()).granted(lifter, restricted);

        assertRefused(() -> lift(self, restricted));
        assertThat(fakes.ports().datasets().get(restricted.id()).dataset().restricted())
                .isTrue();
    }

    @Test
    void nobodyLiftsItForOthersEither() {
        Dataset restricted = restricted();
        Role lifter = given.role("lifter", RosterPermission.DATASET_RESTRICT, RosterPermission.DATASET_READ);
        GivenUser lena =
                given.user("lena").in(legal, PredefinedRole.VIEWER.role()).granted(lifter, restricted);
        given.user("adam").in(legal, PredefinedRole.ADMIN.role());

        assertRefused(() -> lift(lena, restricted));
    }

    @Test
    void whoHoldsAllThatIsGainedLiftsIt() {
        Dataset restricted = restricted();
        given.role("other", RosterPermission.DATASET_READ, Permission.parse("reports:publish"));
        given.user("adam").in(legal, PredefinedRole.ADMIN.role());
        GivenUser mona = given.user("mona").in(legal, PredefinedRole.MANAGER.role());

        assertThatCode(() -> lift(mona, restricted)).doesNotThrowAnyException();
    }

    @Test
    void nobodyOpensADatasetToThemselves() {
        assertRefused(() -> setAccess(uma, closed, DatasetAccess.WORKSPACE));
    }

    @Test
    void nobodyOpensItToOthersForMore() {
        Role reader = given.role(
                "reader",
                RosterPermission.WORKSPACE_READ,
                RosterPermission.DATASET_ASSIGN,
                RosterPermission.DATASET_READ,
                RosterPermission.DATASET_ANNOTATE);
        GivenUser rob = given.user("rob").in(legal, reader);

        assertRefused(() -> setAccess(rob, closed, DatasetAccess.WORKSPACE));
    }

    @Test
    void closingGivesNobodyAnything() {
        Dataset open = given.dataset("open", legal);

        assertThatCode(() -> setAccess(uma, open, DatasetAccess.ASSIGNED)).doesNotThrowAnyException();
    }
}
