package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.Contributions.Credited;
import dev.roster.application.port.Contributions.Involvement;
import dev.roster.application.port.Contributions.Summary;
import dev.roster.application.port.Datasets.Located;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetBuilder;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Contributions} must do. */
public interface ContributionsContract extends StoreContract {
    @Test
    default void firstContributionComesBackAsItWas() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = dataset(given, "contracts");
        GivenUser ana = given.user("ana");

        Contribution first = ports.contributions().record(contracts.id(), ana.id(), 3, THEN);

        assertThat(first.number()).isPositive();
        assertThat(first).isEqualTo(new Contribution(first.number(), contracts.id(), ana.id(), 3, THEN, THEN));
        assertThat(ports.contributions().byUser(ana.id(), PageRequest.first()).items())
                .containsExactly(new Credited(first, ana.user(), contracts));
    }

    @Test
    default void timesFarAwayComeBackAsTheyWere() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        int number = 0;
        for (String time : List.of(
                "0001-01-01T00:00:00Z",
                "1677-09-21T00:12:43.145224Z",
                "1969-12-31T23:59:59.999999Z",
                "2262-04-11T23:47:17Z",
                "9999-12-31T23:59:59.999999Z")) {
            Instant at = Instant.parse(time);
            Dataset dataset = dataset(given, "dataset-" + number++);

            assertThat(ports.contributions().record(dataset.id(), ana, 1, at).lastAt())
                    .isEqualTo(at);
        }
    }

    @Test
    default void contributionsAddUp() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = dataset(given, "contracts");
        UserId ana = given.user("ana").id();
        Contribution first = ports.contributions().record(contracts.id(), ana, 3_000_000_000L, THEN);

        Contribution total = ports.contributions().record(contracts.id(), ana, 4, THEN.plusSeconds(60));

        assertThat(total)
                .isEqualTo(new Contribution(
                        first.number(), contracts.id(), ana, 3_000_000_004L, THEN, THEN.plusSeconds(60)));
    }

    @Test
    default void lateReportKeepsTheNewestTime() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = dataset(given, "contracts");
        UserId ana = given.user("ana").id();
        Instant newest = THEN.plusSeconds(60);
        ports.contributions().record(contracts.id(), ana, 3, THEN);
        ports.contributions().record(contracts.id(), ana, 3, newest);

        Contribution total = ports.contributions().record(contracts.id(), ana, 3, THEN.plusSeconds(30));

        assertThat(total.lastAt()).isEqualTo(newest);
        assertThat(total.count()).isEqualTo(9);
    }

    @Test
    default void contributionsComeInOrderOfTheFirst() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset one = dataset(given, "one");
        Dataset two = dataset(given, "two");
        UserId zoe = given.user("zoe").id();
        UserId ana = given.user("ana").id();
        ports.contributions().record(two.id(), ana, 1, THEN);
        ports.contributions().record(two.id(), zoe, 1, THEN);
        ports.contributions().record(one.id(), ana, 1, THEN);
        ports.contributions().record(two.id(), ana, 1, THEN);

        assertThat(Pages.walk(1, page -> ports.contributions().byUser(ana, page)))
                .extracting(credited -> credited.dataset().id())
                .containsExactly(two.id(), one.id());
        assertThat(Pages.walk(1, page -> ports.contributions().byDataset(two.id(), page)))
                .extracting(credited -> credited.user().id())
                .containsExactly(ana, zoe);
    }

    @Test
    default void contributionsOutliveMembershipAndUser() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset contracts = given.dataset("contracts", legal);
        GivenUser ana = given.user("ana").in(legal);
        ports.contributions().record(contracts.id(), ana.id(), 5, THEN);

        ports.memberships().removeAllOf(ana.id());
        ana.status(UserStatus.DELETED);

        assertThat(ports.contributions()
                        .byDataset(contracts.id(), PageRequest.first())
                        .items())
                .singleElement()
                .satisfies(credited -> {
                    assertThat(credited.user()).isEqualTo(ana.user());
                    assertThat(credited.contribution().count()).isEqualTo(5);
                });
    }

    @Test
    default void concurrentContributionsAllCount() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = dataset(given, "contracts");
        UserId ana = given.user("ana").id();

        Race.run(
                8,
                runner -> () -> ports.transactions().inTransaction(() -> {
                    ports.contributions().record(contracts.id(), ana, 10, THEN);
                }));

        assertThat(ports.contributions().byUser(ana, PageRequest.first()).items())
                .singleElement()
                .returns(80L, credited -> credited.contribution().count());
    }

    @Test
    default void summariesTellWhatEachUserDid() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        UserId maker = given.user("maker").id();
        UserId idle = given.user("idle").id();
        UserId notAsked = given.user("not-asked").id();
        Dataset one = createdBy(ports, "one", ana);
        Dataset two = createdBy(ports, "two", maker);
        createdBy(ports, "three", maker);
        ports.contributions().record(one.id(), ana, 3_000_000_000L, THEN.plusSeconds(9));
        ports.contributions().record(two.id(), ana, 2, THEN);
        ports.contributions().record(one.id(), bob, 1, THEN);
        ports.contributions().record(one.id(), notAsked, 1, THEN);

        assertThat(ports.contributions().summaries(Set.of(ana, bob, maker, idle)))
                .containsOnly(
                        Map.entry(ana, new Summary(1, 2, 3_000_000_002L, THEN.plusSeconds(9))),
                        Map.entry(bob, new Summary(0, 1, 1, THEN)),
                        Map.entry(maker, new Summary(2, 0, 0, null)));
        assertThat(ports.contributions().summaries(Set.of())).isEmpty();
    }

    @Test
    default void summaryLeavesOutDatasetsThatAreGone() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        Dataset contracts = createdBy(ports, "contracts", ana);
        ports.contributions().record(contracts.id(), ana, 3, THEN);

        ports.datasets().remove(contracts.id());

        assertThat(ports.contributions().summaries(Set.of(ana))).isEmpty();
    }

    @Test
    default void involvementsTellOfSomeUsersInOneOrganization() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        UserId idle = given.user("idle").id();
        UserId notAsked = given.user("not-asked").id();
        Workspace elsewhere = given.workspace("elsewhere", given.organization("else"));
        Dataset one = createdBy(ports, "one", ana);
        Dataset two = createdBy(ports, "two", ana);
        Dataset far = given.dataset("far", elsewhere);
        createdBy(ports, "three", notAsked);
        Stream.of(two, far, one).forEach(dataset -> ports.contributions().record(dataset.id(), ana, 1, THEN));
        ports.contributions().record(one.id(), bob, 1, THEN);
        ports.contributions().record(one.id(), notAsked, 1, THEN);

        assertThat(ports.contributions().involvements(Set.of(ana, bob, idle), legal.organization(), null))
                .containsOnly(
                        Map.entry(ana, involvement(legal, List.of(one, two), List.of(two, one))),
                        Map.entry(bob, involvement(legal, List.of(), List.of(one))));
        assertThat(ports.contributions().involvements(Set.of(ana, bob), elsewhere.organization(), null))
                .containsOnly(Map.entry(ana, involvement(elsewhere, List.of(), List.of(far))));
        assertThat(ports.contributions().involvements(Set.of(), legal.organization(), null))
                .isEmpty();
    }

    @Test
    default void involvementsNearSomebodyAreInWhatTheyMaySee() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana").id();
        Dataset near = createdBy(ports, "near", ana);
        Dataset far = ports.datasets()
                .add(DatasetBuilder.builder(given.newDataset("far", given.workspace("other")))
                        .creator(ana)
                        .build());
        Stream.of(near, far).forEach(dataset -> ports.contributions().record(dataset.id(), ana, 1, THEN));
        UserId member = given.user("member").in(legal).id();
        UserId stranger = given.user("stranger").id();

        assertThat(ports.contributions().involvements(Set.of(ana), legal.organization(), member))
                .containsOnly(Map.entry(ana, involvement(legal, List.of(near), List.of(near))));
        assertThat(ports.contributions().involvements(Set.of(ana), legal.organization(), stranger))
                .isEmpty();
    }

    @Test
    default void involvementsHaveAnEnd() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        List<UserId> users =
                Stream.of("ana", "bob").map(name -> given.user(name).id()).toList();
        ports.transactions()
                .inTransaction(() -> IntStream.rangeClosed(0, Contributions.MOST_INVOLVED)
                        .mapToObj(index -> createdBy(ports, "dataset-" + index, users.get(0)))
                        .forEach(dataset ->
                                users.forEach(user -> ports.contributions().record(dataset.id(), user, 1, THEN))));

        Map<UserId, Involvement> found =
                ports.contributions().involvements(Set.copyOf(users), legal.organization(), null);

        assertThat(Objects.requireNonNull(found.get(users.get(0))).created()).hasSize(Contributions.MOST_INVOLVED);
        assertThat(Objects.requireNonNull(found.get(users.get(0))).contributedTo())
                .hasSize(Contributions.MOST_INVOLVED);
        assertThat(Objects.requireNonNull(found.get(users.get(1))).contributedTo())
                .hasSize(Contributions.MOST_INVOLVED)
                .noneMatch(
                        located -> located.dataset().name().value().equals("dataset-" + Contributions.MOST_INVOLVED));
    }

    @Test
    default void involvementsOfManyUsersComeAtOnce() {
        Ports ports = ports();
        Given given = new Given(ports);
        Dataset contracts = dataset(given, "contracts");
        Set<UserId> users = IntStream.range(0, 230)
                .mapToObj(index -> given.user("user-" + index).id())
                .collect(Collectors.toSet());
        users.forEach(user -> ports.contributions().record(contracts.id(), user, 1, THEN));

        assertThat(ports.contributions()
                        .involvements(users, given.organization().id(), null))
                .containsOnlyKeys(users);
    }

    private static Involvement involvement(Workspace workspace, List<Dataset> created, List<Dataset> contributedTo) {
        return new Involvement(located(workspace, created), located(workspace, contributedTo));
    }

    private static List<Located> located(Workspace workspace, List<Dataset> datasets) {
        return datasets.stream().map(dataset -> new Located(dataset, workspace)).toList();
    }

    private static Dataset createdBy(Ports ports, String name, UserId creator) {
        Given given = new Given(ports);
        Dataset made = given.newDataset(name, given.workspace("legal"));
        return ports.datasets()
                .add(DatasetBuilder.builder(made).creator(creator).build());
    }

    private static Dataset dataset(Given given, String name) {
        return given.dataset(name, given.workspace("legal"));
    }
}
