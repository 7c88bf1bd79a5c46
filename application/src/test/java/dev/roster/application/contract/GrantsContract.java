package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Grants.Filter;
import dev.roster.application.port.Grants.Granted;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.access.GrantKind;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Grants} must do. */
public interface GrantsContract extends StoreContract {
    @Test
    default void addedGrantsComeBackAsTheyWere() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana").id();
        Grant wide = grant(ports, ana, legal, null);
        Grant narrow = grant(ports, ana, legal, given.dataset("contracts", legal));

        Grant first = ports.grants().add(wide).orElseThrow();
        Grant second = ports.grants().add(narrow).orElseThrow();

        assertThat(first).isEqualTo(wide.withNumber(first.number()));
        assertThat(second).isEqualTo(narrow.withNumber(second.number()));
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(ports.grants().find(wide.id())).contains(first);
        assertThat(ports.grants().find(narrow.id())).contains(second);
    }

    @Test
    default void secondGrantOnTheSamePlaceChangesNothing() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset contracts = given.dataset("contracts", legal);
        UserId ana = given.user("ana").id();
        Grant wide = ports.grants().add(grant(ports, ana, legal, null)).orElseThrow();
        Grant narrow = ports.grants().add(grant(ports, ana, legal, contracts)).orElseThrow();

        Optional<Grant> wideAgain = ports.grants().add(grant(ports, ana, legal, null));
        Optional<Grant> narrowAgain = ports.grants().add(grant(ports, ana, legal, contracts));

        assertThat(wideAgain).isEmpty();
        assertThat(narrowAgain).isEmpty();
        assertThat(ports.grants().find(wide.id())).contains(wide);
        assertThat(ports.grants().find(narrow.id())).contains(narrow);
    }

    @Test
    default void othersMayHaveAGrantOnTheSamePlace() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        ports.grants().add(grant(ports, given.user("ana").id(), legal, null));

        Optional<Grant> bobs = ports.grants().add(grant(ports, given.user("bob").id(), legal, null));

        assertThat(bobs).isPresent();
    }

    @Test
    default void updateStoresRoleAndTimeOfChange() {
        Ports ports = ports();
        Given given = new Given(ports);
        Grant before = ports.grants()
                .add(grant(ports, given.user("ana").id(), given.workspace("legal"), null))
                .orElseThrow();
        Grant changed = before.withRole(PredefinedRole.MANAGER.ref(), THEN.plusSeconds(60));

        assertThat(ports.grants().update(changed)).isTrue();
        assertThat(ports.grants().find(before.id())).contains(changed);
    }

    @Test
    default void missingGrantIsNotUpdated() {
        Ports ports = ports();
        Given given = new Given(ports);
        Grant never = grant(ports, given.user("ana").id(), given.workspace("legal"), null);

        assertThat(ports.grants().update(never)).isFalse();
        assertThat(ports.grants().find(never.id())).isEmpty();
    }

    @Test
    default void removingAGrantTwiceIsSeen() {
        Ports ports = ports();
        Given given = new Given(ports);
        Grant grant = ports.grants()
                .add(grant(ports, given.user("ana").id(), given.workspace("legal"), null))
                .orElseThrow();

        assertThat(ports.grants().remove(grant.id())).isTrue();
        assertThat(ports.grants().remove(grant.id())).isFalse();
        assertThat(ports.grants().find(grant.id())).isEmpty();
        assertThat(ports.grants().remove(new GrantId(new UUID(1, 2)))).isFalse();
    }

    @Test
    default void removedGrantMayBeMadeAgain() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        Workspace legal = given.workspace("legal");
        Grant before = ports.grants().add(grant(ports, ana, legal, null)).orElseThrow();
        ports.grants().remove(before.id());

        Grant after = ports.grants().add(grant(ports, ana, legal, null)).orElseThrow();

        assertThat(after.number()).isGreaterThan(before.number());
    }

    @Test
    default void removingAllGrantsOfAUserSparesOthers() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana").id();
        Grant anas = ports.grants().add(grant(ports, ana, legal, null)).orElseThrow();
        Grant bobs = ports.grants()
                .add(grant(ports, given.user("bob").id(), legal, null))
                .orElseThrow();

        ports.grants().removeAllOf(ana);

        assertThat(ports.grants().find(anas.id())).isEmpty();
        assertThat(ports.grants().find(bobs.id())).contains(bobs);
    }

    @Test
    default void removingWithinAWorkspaceTakesItsDatasetsToo() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana").id();
        Grant wide = ports.grants().add(grant(ports, ana, legal, null)).orElseThrow();
        Grant narrow = ports.grants()
                .add(grant(ports, ana, legal, given.dataset("contracts", legal)))
                .orElseThrow();
        Grant elsewhere = ports.grants()
                .add(grant(ports, ana, given.workspace("other"), null))
                .orElseThrow();

        ports.grants().removeAllOf(ana, Place.of(legal.id()));

        assertThat(ports.grants().find(wide.id())).isEmpty();
        assertThat(ports.grants().find(narrow.id())).isEmpty();
        assertThat(ports.grants().find(elsewhere.id())).contains(elsewhere);
    }

    @Test
    default void removingWithinAnOrganizationTakesAllItsWorkspaces() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Workspace model = given.workspace("model", acme);
        UserId ana = given.user("ana").id();
        ports.grants().add(grant(ports, ana, legal, null));
        ports.grants().add(grant(ports, ana, model, given.dataset("contracts", model)));
        Grant elsewhere = ports.grants()
                .add(grant(ports, ana, given.workspace("other", given.organization("beta")), null))
                .orElseThrow();
        Grant bobs = ports.grants()
                .add(grant(ports, given.user("bob").id(), legal, null))
                .orElseThrow();

        ports.grants().removeAllOf(ana, Place.of(acme.id()));

        assertThat(grants(ports, Filter.all())).containsExactly(elsewhere, bobs);
    }

    @Test
    default void listedGrantComesWithItsUserAndPlace() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset contracts = given.restrictedDataset("contracts", legal);
        Role curator = given.role("curator");
        GivenUser ana = given.user("ana").granted(curator, contracts).granted(curator, legal);

        List<Granted> listed =
                ports.grants().list(Filter.all(), PageRequest.first()).items();

        assertThat(listed)
                .containsExactly(
                        new Granted(listed.get(0).grant(), ana.user(), legal, contracts),
                        new Granted(listed.get(1).grant(), ana.user(), legal, null));
        assertThat(listed).extracting(granted -> granted.grant().role()).containsExactly(curator.ref(), curator.ref());
        assertThat(listed)
                .allSatisfy(granted ->
                        assertThat(ports.grants().find(granted.grant().id())).contains(granted.grant()));
    }

    @Test
    default void grantsComeInOrderOfMaking() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Grant bornFirst = grant(ports, given.user("zoe").id(), legal, null);
        Grant first = ports.grants()
                .add(grant(ports, given.user("ana").id(), legal, null))
                .orElseThrow();
        Grant second = ports.grants().add(bornFirst).orElseThrow();
        Grant third = ports.grants()
                .add(grant(ports, given.user("bob").id(), legal, null))
                .orElseThrow();

        assertThat(Pages.walk(2, page -> ports.grants().list(Filter.all(), page)))
                .extracting(Granted::grant)
                .containsExactly(first, second, third);
    }

    @Test
    default void listNarrowsByUserAndPlace() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset contracts = given.dataset("contracts", legal);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        Grant wide = ports.grants().add(grant(ports, ana, legal, null)).orElseThrow();
        Grant narrow = ports.grants().add(grant(ports, bob, legal, contracts)).orElseThrow();
        Grant elsewhere = ports.grants()
                .add(grant(ports, ana, given.workspace("other"), null))
                .orElseThrow();

        assertThat(grants(ports, Filter.all().withUser(ana))).containsExactly(wide, elsewhere);
        assertThat(grants(ports, Filter.all().withWorkspace(legal.id()))).containsExactly(wide, narrow);
        assertThat(grants(ports, Filter.all().withDataset(contracts.id()))).containsExactly(narrow);
        assertThat(grants(ports, Filter.all().withUser(ana).withWorkspace(legal.id())))
                .containsExactly(wide);
        assertThat(grants(
                        ports,
                        Filter.all().withUser(ana).withWorkspace(legal.id()).withDataset(contracts.id())))
                .isEmpty();
    }

    @Test
    default void listNarrowsByKind() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana").id();
        Grant wide = ports.grants().add(grant(ports, ana, legal, null)).orElseThrow();
        Grant narrow = ports.grants()
                .add(grant(ports, ana, legal, given.dataset("contracts", legal)))
                .orElseThrow();

        assertThat(grants(ports, Filter.all().withKind(GrantKind.WORKSPACE))).containsExactly(wide);
        assertThat(grants(ports, Filter.all().withKind(GrantKind.DATASET))).containsExactly(narrow);
        assertThat(grants(ports, Filter.all().withKind(GrantKind.DATASET).withUser(ana)))
                .containsExactly(narrow);
    }

    @Test
    default void listAroundPlacesHasWhatLiesInThemOnceAndInOrder() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        Workspace other = given.workspace("other", given.organization("beta"));
        Dataset letters = given.dataset("letters", other);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        Grant onDataset = ports.grants().add(grant(ports, ana, other, letters)).orElseThrow();
        Grant inOrganization = ports.grants()
                .add(grant(ports, ana, legal, given.dataset("contracts", legal)))
                .orElseThrow();
        Grant bobs = ports.grants().add(grant(ports, bob, other, null)).orElseThrow();
        Grant unseen = ports.grants().add(grant(ports, ana, other, null)).orElseThrow();
        Grant bobsInOrganization =
                ports.grants().add(grant(ports, bob, legal, null)).orElseThrow();
        Set<Target.Ref> places = Set.of(
                new Target.Ref(Target.Kind.ORGANIZATION, acme.id().value()),
                new Target.Ref(Target.Kind.WORKSPACE, legal.id().value()),
                new Target.Ref(Target.Kind.DATASET, letters.id().value()));

        assertThat(Pages.walk(2, page -> ports.grants().listAround(bob, places, Filter.all(), page)))
                .extracting(Granted::grant)
                .containsExactly(onDataset, inOrganization, bobs, bobsInOrganization)
                .doesNotContain(unseen);
        assertThat(Pages.walk(
                        2,
                        page -> ports.grants()
                                .listAround(bob, places, Filter.all().withUser(ana), page)))
                .extracting(Granted::grant)
                .containsExactly(onDataset, inOrganization);
        assertThat(Pages.walk(
                        2,
                        page -> ports.grants()
                                .listAround(bob, Set.of(), Filter.all().withKind(GrantKind.WORKSPACE), page)))
                .extracting(Granted::grant)
                .containsExactly(bobs, bobsInOrganization);
    }

    @Test
    default void listAroundTakesManyPlaces() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        Set<Target.Ref> places = new HashSet<>();
        List<Grant> added = new ArrayList<>();
        for (int number = 0; number < 120; number++) {
            Workspace workspace = given.workspace("w" + number);
            places.add(new Target.Ref(Target.Kind.WORKSPACE, workspace.id().value()));
            added.add(ports.grants().add(grant(ports, ana, workspace, null)).orElseThrow());
        }

        assertThat(Pages.walk(50, page -> ports.grants().listAround(bob, places, Filter.all(), page)))
                .extracting(Granted::grant)
                .isEqualTo(added);
    }

    private static List<Grant> grants(Ports ports, Filter filter) {
        return ports.grants().list(filter, PageRequest.first()).items().stream()
                .map(Granted::grant)
                .toList();
    }

    private static Grant grant(Ports ports, UserId user, Workspace workspace, @Nullable Dataset dataset) {
        return new Grant(
                new GrantId(ports.ids().next()),
                0,
                user,
                PredefinedRole.ADMIN.ref(),
                workspace.id(),
                dataset == null ? null : dataset.id(),
                THEN,
                THEN);
    }
}
