package dev.roster.application.contract;

import static dev.roster.application.contract.Refusals.assertConflict;
import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Organizations.Contents;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.invitation.InviteLinkBuilder;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    default void organizationsAreFoundByTheirNumberUntilTheyAreRemoved() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Organization gone = given.organization("gone");
        ports.organizations().remove(gone.id());

        assertThat(ports.organizations().findByNumber(acme.number())).contains(acme);
        assertThat(Stream.of(0L, gone.number(), Long.MAX_VALUE).map(ports.organizations()::findByNumber))
                .allMatch(Optional::isEmpty);
        assertThat(given.organization("next").number()).isGreaterThan(gone.number());
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

    @Test
    default void removingAnOrganizationTakesAllThatIsInIt() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Dataset contracts = given.dataset("contracts", legal);
        GivenUser ana = given.user("ana")
                .in(acme)
                .in(legal)
                .granted(PredefinedRole.VIEWER.role(), legal)
                .granted(PredefinedRole.ADMIN.role(), contracts)
                .assignedTo(contracts);
        ports.contributions().record(contracts.id(), ana.id(), 3, THEN);
        ports.annexes().put(new Annex(AnnexOwner.of(contracts.id()), 0, "argilla:field", "key", "{}", THEN));
        ports.inviteLinks()
                .put(InviteLinkBuilder.builder()
                        .organization(acme.id())
                        .digest(SecretDigest.of("link"))
                        .sealed("sealed")
                        .createdAt(THEN)
                        .uses(0)
                        .domains(Set.of())
                        .build());

        assertThat(ports.organizations().remove(acme.id())).isTrue();

        assertThat(ports.organizations().find(acme.id())).isEmpty();
        assertThat(ports.workspaces().find(legal.id())).isEmpty();
        assertThat(ports.datasets().find(contracts.id())).isEmpty();
        assertThat(ports.memberships().find(Place.of(acme.id()), ana.id())).isEmpty();
        assertThat(ports.memberships().find(Place.of(legal.id()), ana.id())).isEmpty();
        assertThat(ports.grants().list(Grants.Filter.all(), PageRequest.first()).items())
                .isEmpty();
        assertThat(ports.assignments()
                        .assignees(contracts.id(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(ports.contributions().byUser(ana.id(), PageRequest.first()).items())
                .isEmpty();
        assertThat(ports.annexes().of(AnnexOwner.of(contracts.id()), "argilla:field"))
                .isEmpty();
        assertThat(ports.inviteLinks().findByDigest(SecretDigest.of("link"))).isEmpty();
        assertThat(ports.users().find(ana.id())).isPresent();
        assertThat(ports.organizations().remove(acme.id())).isFalse();
    }

    @Test
    default void removingAnOrganizationSparesOthers() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        given.dataset("contracts", given.workspace("legal", acme));
        Organization beta = given.organization("beta");
        Workspace model = given.workspace("model", beta);
        Dataset images = given.dataset("images", model);
        GivenUser ana = given.user("ana").in(acme).in(beta).in(model).assignedTo(images);

        ports.organizations().remove(acme.id());

        assertThat(ports.organizations().contents(beta.id())).isEqualTo(new Contents(1, 0, 1, 1));
        assertThat(ports.memberships().find(Place.of(model.id()), ana.id())).isPresent();
        assertThat(ports.assignments()
                        .assignees(images.id(), PageRequest.first())
                        .items())
                .hasSize(1);
    }

    @Test
    default void contentsCountWhatIsInAnOrganization() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Workspace model = given.workspace("model", acme);
        given.workspace("empty", acme);
        given.dataset("one", legal);
        given.dataset("two", legal);
        given.dataset("three", model);
        given.dataset("four", model);
        given.user("ana").in(acme).in(legal);
        given.user("bob").in(acme);
        Organization beta = given.organization("beta");
        given.user("zoe").in(beta);
        given.user("gina").staying(new Stay(legal.id(), null));
        given.user("gerd").staying(new Stay(model.id(), Given.THEN));
        given.user("gone").staying(new Stay(model.id(), null)).status(UserStatus.DELETED);
        given.user("far").staying(new Stay(null, Given.THEN));

        assertThat(ports.organizations().contents(acme.id())).isEqualTo(new Contents(2, 2, 3, 4));
        assertThat(ports.organizations().contents(beta.id())).isEqualTo(new Contents(1, 0, 0, 0));
    }
}
