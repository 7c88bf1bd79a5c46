package dev.roster.application.contract;

import static dev.roster.application.contract.Refusals.assertConflict;
import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Organizations} must do. */
public interface OrganizationsContract extends StoreContract {
    @Test
    default void addedOrganizationComesBackAsItWas() {
        Ports ports = ports();
        Organization acme = new Given(ports).newOrganization("Acme & Söhne").withDescription("first, 'best' 🦊");

        Organization added = ports.organizations().add(acme);

        assertThat(added).isEqualTo(acme.withNumber(added.number()));
        assertThat(ports.organizations().find(acme.id())).contains(added);
        assertThat(ports.organizations().findByName(NameKey.of("ACME & SÖHNE"))).contains(added);
    }

    @Test
    default void organizationNamesAreUniqueWithoutCase() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.organization("Straße");

        assertConflict("name", () -> ports.organizations().add(given.newOrganization("STRASSE")));
    }

    @Test
    default void takenOrganizationIdIsAConflict() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");

        assertConflict("id", () -> ports.organizations().add(acme.withName(new OrganizationName("other"))));
    }

    @Test
    default void updateStoresNameAndDescription() {
        Ports ports = ports();
        Organization acme = new Given(ports).organization("acme");
        Organization changed = acme.withName(new OrganizationName("ACME"))
                .withDescription("renamed")
                .updatedAt(THEN.plusSeconds(60));

        ports.organizations().update(changed);

        assertThat(ports.organizations().find(acme.id())).contains(changed);
    }

    @Test
    default void updateToATakenOrganizationNameIsAConflict() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.organization("acme");
        Organization other = given.organization("other");

        assertConflict("name", () -> ports.organizations().update(other.withName(new OrganizationName("Acme"))));
        assertThat(ports.organizations().find(other.id())).contains(other);
    }

    @Test
    default void defaultOrganizationIsTheOldest() {
        Ports ports = ports();
        Given given = new Given(ports);

        assertThat(ports.organizations().findDefault()).isEmpty();

        Organization first = given.organization("zeta");
        given.organization("alpha");

        assertThat(ports.organizations().findDefault()).contains(first);
    }

    @Test
    default void unknownOrganizationsAreNotFound() {
        Organizations organizations = ports().organizations();

        assertThat(organizations.find(new OrganizationId(new UUID(1, 2)))).isEmpty();
        assertThat(organizations.findByName(NameKey.of("nothing"))).isEmpty();
    }

    @Test
    default void organizationPagesFollowTheOrderOfCreation() {
        Ports ports = ports();
        Given given = new Given(ports);
        List<Organization> made =
                Stream.of("zeta", "alpha", "mu").map(given::organization).toList();

        List<Organization> walked = Pages.walk(1, page -> ports.organizations().list(null, null, page));

        assertThat(walked).containsExactlyElementsOf(made);
        assertThat(made).extracting(Organization::number).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void organizationListNarrowsByNameAndMember() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("Acme 100%");
        Organization beta = given.organization("Beta 1000");
        UserId ana = given.user("ana").in(acme).id();

        assertThat(ports.organizations().list("aCME", null, PageRequest.first()).items())
                .containsExactly(acme);
        assertThat(ports.organizations().list("100%", null, PageRequest.first()).items())
                .containsExactly(acme);
        assertThat(ports.organizations().list(null, ana, PageRequest.first()).items())
                .containsExactly(acme);
        assertThat(ports.organizations().list("beta", ana, PageRequest.first()).items())
                .isEmpty();
        assertThat(ports.organizations().list("0", null, PageRequest.first()).items())
                .containsExactly(acme, beta);
    }
}
