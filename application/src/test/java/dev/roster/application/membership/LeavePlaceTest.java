package dev.roster.application.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Grants;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** People leave on their own account. */
class LeavePlaceTest {
    private static final Origin ORIGIN = Origin.of(Door.API);

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final LeavePlace leave = UseCases.over(ports, fakes.clock()).get(LeavePlace.class);
    private final Organization lab = given.organization("lab");
    private final Workspace legal = given.workspace("legal", lab);
    private final Workspace other = given.workspace("other", lab);
    private final Workspace elsewhere = given.workspace("elsewhere", given.organization("far"));
    private final Dataset letters = given.dataset("letters", legal);
    private final GivenUser ana = given.user("ana")
            .in(lab)
            .in(legal, PredefinedRole.MANAGER.role())
            .in(other)
            .in(elsewhere)
            .granted(PredefinedRole.VIEWER.role(), letters)
            .granted(PredefinedRole.VIEWER.role(), other)
            .assignedTo(letters);

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), ORIGIN);
    }

    private Set<Place> places() {
        return ports.people().placesOf(ana.id());
    }

    @Test
    void workspaceIsLeftWithWhatWasHeldThere() {
        leave.handle(caller(ana), Place.of(legal.id()));

        assertThat(places())
                .containsExactlyInAnyOrder(Place.of(lab.id()), Place.of(other.id()), Place.of(elsewhere.id()));
        assertThat(ports.grants()
                        .list(Grants.Filter.all().withUser(ana.id()), PageRequest.first())
                        .items())
                .extracting(Grants.Granted::workspace)
                .containsExactly(other);
        assertThat(ports.assignments()
                        .assignees(letters.id(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(AccessPolicy.allows(
                        ports.actors().findWhole(ana.id()).orElseThrow(),
                        RosterPermission.DATASET_READ,
                        Target.of(letters, Target.of(legal))))
                .isFalse();
        assertThat(last().action()).isEqualTo("member.leave");
        assertThat(last().actor()).isEqualTo(ana.id());
    }

    @Test
    void keyLeavesNoPlace() {
        Caller key = Caller.withKey(ana.user(), ORIGIN, ana.apiKey("key-of-ana"));
        Set<Place> before = places();

        for (Place place : before) {
            assertThatThrownBy(() -> leave.handle(key, place))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("an API key cannot leave a place");
        }

        assertThat(places()).isEqualTo(before);
    }

    @Test
    void organizationIsLeftWithItsWorkspacesAndIsRemembered() {
        leave.handle(caller(ana), Place.of(lab.id()));

        assertThat(places()).containsExactly(Place.of(elsewhere.id()));
        assertThat(ports.grants()
                        .list(Grants.Filter.all().withUser(ana.id()), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(ports.assignments()
                        .assignees(letters.id(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(ports.formerMembers().formerOf(lab.id(), Set.of(ana.id()))).containsExactly(ana.id());
        assertThat(last().action()).isEqualTo("organization-member.leave");
    }

    @Test
    void ownerStaysOne() {
        GivenUser olga = given.owner("olga").in(legal);

        leave.handle(caller(olga), Place.of(legal.id()));

        assertThat(AccessPolicy.allows(
                        ports.actors().findWhole(olga.id()).orElseThrow(),
                        RosterPermission.WORKSPACE_DELETE,
                        Target.of(legal)))
                .isTrue();
    }

    @Test
    void onlyMembersLeave() {
        GivenUser bob = given.user("bob");

        assertRefused(() -> leave.handle(caller(bob), Place.of(legal.id())), RefusedException.Kind.NOT_FOUND);
        assertRefused(
                () -> leave.handle(Caller.operator("root", ORIGIN), Place.of(legal.id())),
                RefusedException.Kind.FORBIDDEN);
        assertThat(places()).hasSize(4);
    }

    private static void assertRefused(Runnable call, RefusedException.Kind kind) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    private AuditEvent last() {
        return ports.auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first(1))
                .items()
                .get(0);
    }
}
