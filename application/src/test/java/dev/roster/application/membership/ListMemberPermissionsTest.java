package dev.roster.application.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.membership.ListMemberPermissions.Row;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The matrix says what decisions say. */
class ListMemberPermissionsTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final ListMemberPermissions list =
            UseCases.over(ports, fakes.clock()).get(ListMemberPermissions.class);
    private final Workspace legal = given.workspace("legal");
    private final Dataset letters = given.dataset("letters", legal);
    private final GivenUser mia = given.user("mia").in(legal, PredefinedRole.MANAGER.role());
    private final GivenUser ana =
            given.user("ana").role(PredefinedRole.ANNOTATOR).in(legal).assignedTo(letters);
    private final GivenUser off =
            given.user("off").in(legal, PredefinedRole.ADMIN.role()).status(UserStatus.DEACTIVATED);

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }

    @Test
    void membersComeWithWhatDecisionsAllow() {
        Page<Row> rows = list.ofPlace(caller(mia), Place.of(legal.id()), PageRequest.first(9));

        assertThat(rows.items()).extracting(row -> row.user().id()).containsExactly(mia.id(), ana.id(), off.id());
        for (Row row : rows.items()) {
            for (RosterPermission permission : RosterPermission.values()) {
                assertThat(row.permissions().contains(permission))
                        .as("%s %s", row.user().username(), permission)
                        .isEqualTo(AccessPolicy.allows(
                                ports.actors().findWhole(row.user().id()).orElseThrow(), permission, Target.of(legal)));
            }
        }
        assertThat(rows.items().get(0).permissions()).contains(RosterPermission.MEMBER_ADD);
        assertThat(rows.items().get(2).permissions()).isEmpty();
    }

    @Test
    void assigneesComeWithWhatTheyMayDoToTheDataset() {
        Page<Row> rows = list.ofDataset(caller(mia), letters.id(), PageRequest.first());

        assertThat(rows.items()).singleElement().satisfies(row -> {
            assertThat(row.user().id()).isEqualTo(ana.id());
            assertThat(row.permissions())
                    .contains(RosterPermission.DATASET_ANNOTATE)
                    .doesNotContain(RosterPermission.MEMBER_ADD);
        });
    }

    @Test
    void pagesGoOn() {
        Page<Row> first = list.ofPlace(caller(mia), Place.of(legal.id()), PageRequest.first(2));

        assertThat(first.next()).isNotNull();
        assertThat(list.ofPlace(
                                caller(mia),
                                Place.of(legal.id()),
                                new PageRequest(Objects.requireNonNull(first.next()), 2))
                        .items())
                .extracting(row -> row.user().id())
                .containsExactly(off.id());
    }

    @Test
    void isForWhoSeesTheMembers() {
        GivenUser stranger = given.user("stranger");

        assertRefused(() -> list.ofPlace(caller(stranger), Place.of(legal.id()), PageRequest.first()));
        assertRefused(() -> list.ofDataset(caller(stranger), letters.id(), PageRequest.first()));
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(RefusedException.Kind.FORBIDDEN));
    }
}
