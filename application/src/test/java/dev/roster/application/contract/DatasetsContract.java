package dev.roster.application.contract;

import static dev.roster.application.contract.Refusals.assertConflict;
import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Datasets.Located;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetBuilder;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.dataset.Restriction;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Datasets} must do. */
public interface DatasetsContract extends StoreContract {
    @Test
    default void addedDatasetComesBackAsItWas() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana").id();
        Dataset plain = given.newDataset("Verträge / 2026", legal);
        Dataset wanted = DatasetBuilder.builder(plain)
                .access(DatasetAccess.ASSIGNED)
                .restriction(new Restriction(
                        THEN.plusNanos(2_000), given.user("olga").id()))
                .creator(ana)
                .updatedAt(THEN.plusNanos(1_000))
                .build();

        Dataset added = ports.datasets().add(wanted);

        assertThat(added).isEqualTo(wanted.withNumber(added.number()));
        assertThat(ports.datasets().find(wanted.id())).contains(new Located(added, legal));
        assertThat(ports.datasets().findByName(legal.id(), NameKey.of("VERTRÄGE / 2026")))
                .contains(new Located(added, legal));
    }

    @Test
    default void datasetsAreFoundByTheirNumberUntilTheyAreRemoved() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset contracts = given.dataset("contracts", legal);
        Dataset gone = given.dataset("gone", legal);
        ports.datasets().remove(gone.id());

        assertThat(ports.datasets().findByNumber(contracts.number())).contains(new Located(contracts, legal));
        assertThat(Stream.of(0L, gone.number(), Long.MAX_VALUE).map(ports.datasets()::findByNumber))
                .allMatch(Optional::isEmpty);
        assertThat(given.dataset("next", legal).number()).isGreaterThan(gone.number());
    }

    @Test
    default void numberedPagesHoldWhatIsInTheWorkspace() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Stream.of("c", "a", "b").forEach(name -> given.dataset(name, legal));
        given.dataset("other", given.workspace("other"));

        assertThat(Stream.of(1, 2, 3)
                        .map(page -> ports.datasets().numbered(legal.id(), new NumberedQuery(page, 2)))
                        .peek(page -> assertThat(page.count()).isEqualTo(3))
                        .map(page -> page.items().stream()
                                .map(located -> located.dataset().name().value())
                                .toList()))
                .containsExactly(List.of("c", "a"), List.of("b"), List.of());
        assertThat(ports.datasets()
                        .numbered(legal.id(), new NumberedQuery(1, NumberedQuery.ALL))
                        .items())
                .hasSize(3);
    }

    @Test
    default void datasetMayHaveNoCreator() {
        Ports ports = ports();
        Given given = new Given(ports);

        Dataset added = given.dataset("contracts", given.workspace("legal"));

        assertThat(ports.datasets().find(added.id()))
                .hasValueSatisfying(
                        found -> assertThat(found.dataset().creator()).isNull());
    }

    @Test
    default void datasetNamesAreUniqueInTheirWorkspace() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        given.dataset("ﬁles", legal);

        Dataset elsewhere = given.dataset("Files", given.workspace("other"));

        assertThat(elsewhere.number()).isPositive();
        assertConflict("name", () -> given.dataset("FILES", legal));
    }

    @Test
    default void takenDatasetIdIsAConflict() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = given.dataset("contracts", given.workspace("legal"));

        assertConflict("id", () -> ports.datasets().add(contracts.withName(new DatasetName("other"))));
    }

    @Test
    default void updateStoresADatasetsFields() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset contracts = given.dataset("contracts", legal);
        Dataset changed = contracts
                .withName(new DatasetName("Contracts"))
                .withAccess(DatasetAccess.ASSIGNED)
                .withRestriction(new Restriction(THEN.plusSeconds(60), null))
                .withCreator(given.user("ana").id())
                .updatedAt(THEN.plusSeconds(60));

        ports.datasets().update(changed);

        assertThat(ports.datasets().find(contracts.id())).contains(new Located(changed, legal));
    }

    @Test
    default void liftedRestrictionLeavesNothing() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset vault = given.restrictedDataset("vault", given.workspace("legal"));

        ports.datasets().update(vault.withRestriction(null));

        assertThat(ports.datasets().get(vault.id()).dataset()).isEqualTo(vault.withRestriction(null));
    }

    @Test
    default void restrictedDatasetsAreListedOnTheirOwn() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        given.dataset("letters", legal);
        given.restrictedDataset("vault", legal);
        given.dataset("contracts", legal);
        given.restrictedDataset("safe", given.workspace("other"));
        Datasets.Filter restricted = Datasets.Filter.all().withRestricted(true);

        assertThat(names(ports, restricted)).containsExactly("vault", "safe");
        assertThat(names(ports, restricted.withWorkspace(legal.id()))).containsExactly("vault");
        assertThat(names(ports, Datasets.Filter.all().withRestricted(false))).containsExactly("letters", "contracts");
    }

    private static List<String> names(Ports ports, Datasets.Filter filter) {
        return Pages.walk(1, page -> ports.datasets().list(filter, page)).stream()
                .map(located -> located.dataset().name().value())
                .toList();
    }

    @Test
    default void updateToATakenDatasetNameIsAConflict() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        given.dataset("contracts", legal);
        Dataset other = given.dataset("other", legal);

        assertConflict("name", () -> ports.datasets().update(other.withName(new DatasetName("CONTRACTS"))));
        assertThat(ports.datasets().find(other.id())).contains(new Located(other, legal));
    }

    @Test
    default void removedDatasetIsGoneAndItsNumberToo() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset before = given.dataset("contracts", legal);

        assertThat(ports.datasets().remove(before.id())).isTrue();
        assertThat(ports.datasets().remove(before.id())).isFalse();
        assertThat(ports.datasets().find(before.id())).isEmpty();
        assertThat(given.dataset("contracts", legal).number()).isGreaterThan(before.number());
    }

    @Test
    default void removalTakesAllThatHangsOnADataset() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset contracts = given.dataset("contracts", legal);
        Dataset kept = given.dataset("kept", legal);
        GivenUser ana = given.user("ana").in(legal).assignedTo(contracts).assignedTo(kept);
        Grant grant = grantOn(ports, ana.id(), contracts);
        ports.contributions().record(contracts.id(), ana.id(), 3, THEN);
        ports.contributions().record(kept.id(), ana.id(), 4, THEN);

        ports.datasets().remove(contracts.id());

        assertThat(ports.assignments()
                        .assignees(contracts.id(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(ports.assignments().assignees(kept.id(), PageRequest.first()).items())
                .hasSize(1);
        assertThat(ports.grants().find(grant.id())).isEmpty();
        assertThat(ports.contributions().byUser(ana.id(), PageRequest.first()).items())
                .extracting(credited -> credited.dataset().id())
                .containsExactly(kept.id());
    }

    @Test
    default void unknownDatasetsAreNotFound() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.dataset("contracts", given.workspace("legal"));

        assertThat(ports.datasets().find(new DatasetId(new UUID(1, 2)))).isEmpty();
        assertThat(ports.datasets().findByName(given.workspace("other").id(), NameKey.of("contracts")))
                .isEmpty();
    }

    @Test
    default void datasetPagesFollowTheOrderOfRegistration() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        List<Dataset> made = Stream.of("zeta", "alpha", "mu")
                .map(name -> given.dataset(name, legal))
                .toList();

        assertThat(Pages.walk(1, page -> ports.datasets().list(Datasets.Filter.all(), page)))
                .extracting(Located::dataset)
                .containsExactlyElementsOf(made);
    }

    @Test
    default void datasetListNarrowsByWorkspaceAndName() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Workspace other = given.workspace("other");
        Dataset wanted = given.dataset("Straße_1", legal);
        given.dataset("StraßeX1", legal);
        given.dataset("straße_1", other);

        assertThat(listed(ports, Datasets.Filter.all().withWorkspace(legal.id()).withName("STRASSE_")))
                .containsExactly(wanted);
        assertThat(listed(ports, Datasets.Filter.all().withWorkspace(legal.id())))
                .hasSize(2);
    }

    @Test
    default void datasetListNarrowsByWhoRegisteredThem() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Workspace other = given.workspace("other");
        UserId ana = given.user("ana").in("legal").id();
        UserId bob = given.user("bob").id();
        Dataset first = registered(ports, given.newDataset("zeta", other), ana);
        registered(ports, given.newDataset("bobs", legal), bob);
        given.dataset("nobodys", legal);
        Dataset second = registered(ports, given.newDataset("alpha", legal), ana);
        Datasets.Filter byAna = Datasets.Filter.all().withCreator(ana);

        assertThat(Pages.walk(1, page -> ports.datasets().list(byAna, page)))
                .extracting(Located::dataset)
                .containsExactly(first, second);
        assertThat(listed(ports, byAna.withWorkspace(legal.id()))).containsExactly(second);
        assertThat(listed(ports, byAna.near(ana))).containsExactly(second);
        assertThat(listed(ports, Datasets.Filter.all().withCreator(new UserId(new UUID(1, 2)))))
                .isEmpty();
    }

    private static Dataset registered(Ports ports, Dataset dataset, UserId creator) {
        return ports.datasets()
                .add(DatasetBuilder.builder(dataset).creator(creator).build());
    }

    @Test
    default void nearAreDatasetsOfVisibleWorkspaces() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Dataset joined = given.dataset("joined", given.workspace("one", given.organization("home")));
        Dataset granted = given.dataset("granted", given.workspace("two", given.organization("home")));
        Dataset above = given.dataset("above", given.workspace("three", acme));
        given.dataset("hidden", given.workspace("four", given.organization("home")));
        UserId ana = given.user("ana")
                .in("one")
                .granted(PredefinedRole.VIEWER.role(), given.workspace("two"))
                .in(acme, PredefinedRole.MANAGER.role())
                .id();

        assertThat(near(ports, ana)).containsExactly(joined, granted, above);
    }

    @Test
    default void nearAreDatasetsGrantedAlone() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset granted = given.dataset("granted", legal);
        given.dataset("sibling", legal);
        UserId ana =
                given.user("ana").granted(PredefinedRole.VIEWER.role(), granted).id();

        assertThat(near(ports, ana)).containsExactly(granted);
        assertThat(listed(ports, Datasets.Filter.all().withWorkspace(legal.id()).near(ana)))
                .containsExactly(granted);
        assertThat(listed(
                        ports,
                        Datasets.Filter.all()
                                .withWorkspace(given.workspace("other").id())
                                .near(ana)))
                .isEmpty();
    }

    @Test
    default void namesInAWorkspaceComeOldestFirst() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Stream.of("zeta", "alpha", "mu").forEach(name -> given.dataset(name, legal));
        given.dataset("elsewhere", given.workspace("other"));

        assertThat(ports.datasets().namesIn(legal.id(), 2)).containsExactly("zeta", "alpha");
        assertThat(ports.datasets().namesIn(legal.id(), 9)).containsExactly("zeta", "alpha", "mu");
    }

    private static Grant grantOn(Ports ports, UserId user, Dataset dataset) {
        return ports.grants()
                .add(new Grant(
                        new GrantId(ports.ids().next()),
                        0,
                        user,
                        PredefinedRole.ADMIN.ref(),
                        dataset.workspace(),
                        dataset.id(),
                        THEN,
                        THEN))
                .orElseThrow();
    }

    private static List<Dataset> near(Ports ports, UserId user) {
        return Pages.walk(1, page -> ports.datasets().list(Datasets.Filter.all().near(user), page)).stream()
                .map(Located::dataset)
                .toList();
    }

    private static List<Dataset> listed(Ports ports, Datasets.Filter filter) {
        return ports.datasets().list(filter, PageRequest.first()).items().stream()
                .map(Located::dataset)
                .toList();
    }
}
