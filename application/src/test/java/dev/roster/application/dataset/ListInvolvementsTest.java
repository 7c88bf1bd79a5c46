package dev.roster.application.dataset;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Contributions.Involvement;
import dev.roster.application.port.Datasets.Located;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetBuilder;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who registered and contributed to what: never more than the caller may read, and may learn by other ways. */
class ListInvolvementsTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final ListInvolvements list = UseCases.over(ports, fakes.clock()).get(ListInvolvements.class);
    private final Organization acme = given.organization("acme");
    private final Workspace legal = given.workspace("legal", acme);
    private final Workspace press = given.workspace("press", acme);
    private final GivenUser ana = given.user("ana").in(acme).in(legal);
    private final Dataset letters = registered("letters", legal);
    private final Dataset news = registered("news", press);

    private Dataset registered(String name, Workspace workspace) {
        Dataset dataset = ports.datasets()
                .add(DatasetBuilder.builder(given.newDataset(name, workspace))
                        .creator(ana.id())
                        .build());
        ports.contributions().record(dataset.id(), ana.id(), 1, THEN);
        return dataset;
    }

    @Test
    void ownersAndManagersOfTheOrganizationSeeAll() {
        Stream.of(given.owner("olga"), given.user("mona").in(acme, PredefinedRole.MANAGER.role()))
                .forEach(caller -> assertThat(seen(caller))
                        .containsOnly(
                                Map.entry(ana.id(), new Involvement(located(letters, news), located(letters, news)))));
    }

    @Test
    void othersSeeWhatTheyMayRead() {
        Role greeter = given.role("greeter", RosterPermission.MEMBER_READ);
        GivenUser gus = given.user("gus").in(acme, greeter).in(press, PredefinedRole.ADMIN.role());

        assertThat(seen(gus)).containsOnly(Map.entry(ana.id(), new Involvement(located(news), located(news))));
    }

    @Test
    void whoContributedIsForThoseWhoManageTheDataset() {
        Role greeter = given.role("greeter", RosterPermission.MEMBER_READ);
        GivenUser vera = given.user("vera").in(acme, greeter).in(legal, PredefinedRole.VIEWER.role());
        ports.contributions().record(letters.id(), vera.id(), 1, THEN);

        assertThat(seen(vera))
                .containsOnly(
                        Map.entry(ana.id(), new Involvement(located(letters), List.of())),
                        Map.entry(vera.id(), new Involvement(List.of(), located(letters))));
    }

    @Test
    void readerOfUsersSeesWhoContributedToWhatTheyMayRead() {
        Role desk = given.role("desk", RosterPermission.USER_READ);
        Role greeter = given.role("greeter", RosterPermission.MEMBER_READ);
        GivenUser dora = given.user("dora").role(desk).in(acme, greeter).in(legal, PredefinedRole.VIEWER.role());

        assertThat(seen(dora)).containsOnly(Map.entry(ana.id(), new Involvement(located(letters), located(letters))));
    }

    @Test
    void whoSeesNoDatasetLearnsNoName() {
        Role greeter = given.role("greeter", RosterPermission.MEMBER_READ);

        assertThat(seen(given.user("gus").in(acme, greeter))).isEmpty();
    }

    @Test
    void whoMayNotSeeTheMembersIsRefusedForOthersAndForNobody() {
        GivenUser stranger = given.user("stranger");
        for (Set<UserId> users : List.of(Set.of(ana.id(), stranger.id()), Set.<UserId>of())) {
            for (GivenUser caller : List.of(ana, stranger)) {
                assertThatExceptionOfType(RefusedException.class)
                        .isThrownBy(() -> list.handle(caller(caller), acme.id(), users))
                        .returns(Kind.FORBIDDEN, RefusedException::kind)
                        .returns("member:read", RefusedException::missing);
            }
        }
    }

    @Test
    void everybodySeesWhatTheyDidInWhatTheyMayRead() {
        assertThat(list.handle(caller(ana), acme.id(), Set.of(ana.id())))
                .containsOnly(Map.entry(ana.id(), new Involvement(located(letters), located(letters))));
    }

    @Test
    void organizationThatIsNotThereIsNotFound() {
        Caller olga = caller(given.owner("olga"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> list.handle(olga, new OrganizationId(new UUID(1, 2)), Set.of(ana.id())))
                .returns(Kind.NOT_FOUND, RefusedException::kind);
    }

    private Map<UserId, Involvement> seen(GivenUser caller) {
        return list.handle(caller(caller), acme.id(), Set.copyOf(List.of(ana.id(), caller.id())));
    }

    private List<Located> located(Dataset... datasets) {
        return Stream.of(datasets)
                .map(dataset -> new Located(dataset, dataset.equals(letters) ? legal : press))
                .toList();
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }
}
