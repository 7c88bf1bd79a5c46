package dev.roster.application.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.membership.PutMember.Demand;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Memberships;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stays when a member is put again, and what a door may demand. */
class PutMemberTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Workspace legal = given.workspace("legal");
    private final Place place = Place.of(legal.id());
    private final Place around = Place.of(legal.organization());
    private final GivenUser mara = given.user("mara").in(legal, PredefinedRole.MANAGER.role());

    @Test
    void theMembershipStaysTheSame() {
        GivenUser ana = given.user("ana").role(PredefinedRole.VIEWER);
        Memberships.Member first = put(ana, "viewer");

        Memberships.Member second = put(ana, "admin");

        assertThat(second.membership()).isEqualTo(first.membership().withRole(PredefinedRole.ADMIN.ref()));
        assertThat(ports.memberships().find(place, ana.id())).contains(second.membership());
    }

    @Test
    void whatChangesNothingIsNoEvent() {
        GivenUser ana = given.user("ana");
        put(ana, "viewer");
        put(ana, "admin");

        put(ana, "admin");

        assertThat(ports.auditTrail()
                        .list(AuditTrail.Filter.all(), PageRequest.first())
                        .items())
                .extracting(AuditEvent::action)
                .containsExactly("member.update", "member.add");
    }

    @Test
    void whoIsNotInTheOrganizationIsRefusedOnDemandOnly() {
        GivenUser ana = given.user("ana");
        PutMember.Command command = PutMember.Command.of(place, ana.id(), "viewer");

        invalid("user", command.demanding(Demand.IN_THE_ORGANIZATION));
        assertThat(ports.memberships().find(around, ana.id())).isEmpty();
        put(command);

        assertThat(ports.memberships().find(around, ana.id())).isPresent();
        assertThat(put(command.demanding(Demand.IN_THE_ORGANIZATION)).user().id())
                .isEqualTo(ana.id());
    }

    @Test
    void annotatorsAreKeptApartOnDemandOnly() {
        GivenUser ana = given.user("ana").role(PredefinedRole.ANNOTATOR);
        GivenUser vera = given.user("vera").role(PredefinedRole.VIEWER);

        invalid("role", apart(ana, "viewer"));
        invalid("role", apart(vera, "annotator"));
        put(apart(ana, "annotator"));
        put(apart(vera, "viewer"));

        assertThat(put(ana, "viewer").membership().role()).isEqualTo(PredefinedRole.VIEWER.ref());
        invalid("role", apart(ana, "admin"));
    }

    @Test
    void customRolesAndTheAccountRoleAreForAnnotatorsToo() {
        GivenUser ana = given.user("ana").role(PredefinedRole.ANNOTATOR);
        given.role("reader", RosterPermission.WORKSPACE_READ);

        assertThat(put(apart(ana, "reader")).membership().role()).isNotNull();
        assertThat(put(apart(ana, null)).membership().role()).isNull();
    }

    private PutMember.Command apart(GivenUser user, @Nullable String role) {
        return PutMember.Command.of(place, user.id(), role).demanding(Demand.ANNOTATORS_APART);
    }

    private Memberships.Member put(GivenUser user, String role) {
        return put(PutMember.Command.of(place, user.id(), role));
    }

    /** By one who may not read accounts. */
    private Memberships.Member put(PutMember.Command command) {
        return useCases.get(PutMember.class).handle(Caller.user(mara.user(), Origin.of(Door.EMBEDDED)), command);
    }

    private void invalid(String field, PutMember.Command command) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> put(command))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }
}
