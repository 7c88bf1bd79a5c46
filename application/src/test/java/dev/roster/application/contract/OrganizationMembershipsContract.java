package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.OrganizationMemberships;
import dev.roster.application.port.OrganizationMemberships.Member;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.organization.MembershipId;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationMembership;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link OrganizationMemberships} must do. */
public interface OrganizationMembershipsContract extends StoreContract {
    @Test
    default void addedOrganizationMembershipComesBack() {
        Ports ports = ports();
        OrganizationMembership wanted = membership(ports, "acme", "ana").withRole(PredefinedRole.MANAGER.ref());

        OrganizationMembership added =
                ports.organizationMemberships().add(wanted).orElseThrow();

        assertThat(added.number()).isPositive();
        assertThat(added).isEqualTo(wanted.withNumber(added.number()));
        assertThat(ports.organizationMemberships().find(wanted.organization(), wanted.user()))
                .contains(added);
    }

    @Test
    default void joiningAnOrganizationTwiceChangesNothing() {
        Ports ports = ports();
        OrganizationMembership first = ports.organizationMemberships()
                .add(membership(ports, "acme", "ana"))
                .orElseThrow();
        OrganizationMembership again = new OrganizationMembership(
                new MembershipId(ports.ids().next()),
                0,
                first.organization(),
                first.user(),
                PredefinedRole.ADMIN.ref(),
                THEN.plusSeconds(1));

        assertThat(ports.organizationMemberships().add(again)).isEmpty();
        assertThat(ports.organizationMemberships().find(first.organization(), first.user()))
                .contains(first);
    }

    @Test
    default void organizationRoleCanBeSetAndTakenAway() {
        Ports ports = ports();
        OrganizationMemberships memberships = ports.organizationMemberships();
        OrganizationMembership plain =
                memberships.add(membership(ports, "acme", "ana")).orElseThrow();
        OrganizationMembership manager = plain.withRole(PredefinedRole.MANAGER.ref());

        assertThat(memberships.update(manager)).isTrue();
        assertThat(memberships.find(plain.organization(), plain.user())).contains(manager);
        assertThat(memberships.update(plain)).isTrue();
        assertThat(memberships.find(plain.organization(), plain.user())).contains(plain);
    }

    @Test
    default void missingOrganizationMembershipIsNotUpdated() {
        Ports ports = ports();
        OrganizationMembership never = membership(ports, "acme", "ana");

        assertThat(ports.organizationMemberships().update(never)).isFalse();
        assertThat(ports.organizationMemberships().find(never.organization(), never.user()))
                .isEmpty();
    }

    @Test
    default void leavingAnOrganizationTwiceIsSeen() {
        Ports ports = ports();
        OrganizationMemberships memberships = ports.organizationMemberships();
        OrganizationMembership joined =
                memberships.add(membership(ports, "acme", "ana")).orElseThrow();

        assertThat(memberships.remove(joined.organization(), joined.user())).isTrue();
        assertThat(memberships.remove(joined.organization(), joined.user())).isFalse();
        assertThat(memberships.find(joined.organization(), joined.user())).isEmpty();
    }

    @Test
    default void leavingAllOrganizationsLeavesOthersIn() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Organization beta = given.organization("beta");
        User ana = given.user("ana").in(acme).in(beta).user();
        User bob = given.user("bob").in(acme).user();

        ports.organizationMemberships().removeAllOf(ana.id());

        assertThat(ports.organizationMemberships().find(beta.id(), ana.id())).isEmpty();
        assertThat(members(ports, acme)).extracting(Member::user).containsExactly(bob);
    }

    @Test
    default void organizationMembersComeInOrderOfJoining() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        User zoe = given.user("zoe").user();
        User ana = given.user("ana").in(acme).user();
        ports.organizationMemberships()
                .add(new OrganizationMembership(
                        new MembershipId(ports.ids().next()), 0, acme.id(), zoe.id(), null, THEN));
        given.user("out").in(given.organization("beta"));

        assertThat(Pages.walk(1, page -> ports.organizationMemberships().members(acme.id(), page)))
                .extracting(Member::user)
                .containsExactly(ana, zoe);
    }

    private static List<Member> members(Ports ports, Organization organization) {
        return ports.organizationMemberships()
                .members(organization.id(), PageRequest.first())
                .items();
    }

    private static OrganizationMembership membership(Ports ports, String organization, String user) {
        Given given = new Given(ports);
        return new OrganizationMembership(
                new MembershipId(ports.ids().next()),
                0,
                given.organization(organization).id(),
                given.user(user).id(),
                null,
                THEN);
    }
}
