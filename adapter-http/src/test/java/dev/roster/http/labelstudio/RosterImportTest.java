package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.importing.ImportPeople;
import dev.roster.application.importing.ImportPeople.Plan;
import dev.roster.application.importing.ImportStep;
import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.application.importing.ImportStep.Outcome;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.ForeignPlatform.Address;
import dev.roster.application.port.UserFilter;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who move here from another Roster that speaks Label Studio's words over a real port. */
class RosterImportTest {
    private static final Caller OPERATOR = Caller.operator("tester", Origin.of(Door.CLI));
    private static final String LAB = "default";

    private final LabelStudioServer there = new LabelStudioServer();
    private final TestServer here = TestServer.start(HttpSettings.on("127.0.0.1", 0), LabelStudioServer.module(true));
    private final List<String> read = new ArrayList<>();
    private final List<Long> done = new ArrayList<>();

    @BeforeEach
    void peopleWithRolesAndProjects() {
        there.user("adam", PredefinedRole.ANNOTATOR).in(there.organization());
        there.user("rita", PredefinedRole.ANNOTATOR).in(there.organization());
        there.user("gone", PredefinedRole.ANNOTATOR).in(there.organization());
        there.user("dora", PredefinedRole.ANNOTATOR).in(there.organization());
        there.given().user("nameless").in(there.organization());
        role("mara", "AD");
        role("adam", "MA");
        role("rita", "RE");
        role("ada", "AN");
        role("dora", "DI");
        there.send("olga", "DELETE", members() + "/" + number("gone") + "/");
        there.send("mara", "POST", "/api/projects/", "{'title':'Owls'}");
        there.send("adam", "POST", "/api/projects/", "{'title':'Gulls'}");
        there.send(
                "olga",
                "PATCH",
                "/api/users/" + number("rita"),
                "{'username':'Rita R.','first_name':'Rita','last_name':'Reis','phone':'+49 89 1234'}");
        Organization lab = there.given().organization("lab");
        there.user("lena", PredefinedRole.ANNOTATOR).in(lab);
        oskar().in(lab);
    }

    @AfterEach
    void stop() {
        there.close();
        here.close();
    }

    private GivenUser oskar() {
        return there.user("oskar", PredefinedRole.OWNER).in(there.organization());
    }

    private long number(String name) {
        return there.server()
                .fakes()
                .ports()
                .users()
                .findByUsername(NameKey.of(name))
                .orElseThrow()
                .number();
    }

    private String members() {
        return "/api/organizations/" + there.organization().number() + "/memberships";
    }

    private void role(String name, String word) {
        assertThat(there.send("olga", "PATCH", members(), "{'user_id':" + number(name) + ",'role':'" + word + "'}")
                        .status())
                .isEqualTo(200);
    }

    private Address address(String key) {
        return new Address(there.server().uri("/label-studio/").toString(), new SecretText(key));
    }

    private Plan plan(Address address) {
        return here.useCase(ImportPeople.class)
                .plan(OPERATOR, "label-studio", address, (things, count) -> read.add(things + " " + count));
    }

    private Plan bring(String key) {
        return here.useCase(ImportPeople.class)
                .handle(OPERATOR, plan(address(key)), (step, number, total) -> done.add(number));
    }

    private Ports ports() {
        return here.fakes().ports();
    }

    private long events() {
        return ports().auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first(200))
                .items()
                .size();
    }

    private User user(String name) {
        return ports().users()
                .findByEmail(new EmailAddress(name + "@lab.example").key())
                .orElseThrow();
    }

    private Organization organization(String name) {
        return ports().organizations()
                .findByName(new OrganizationName(name).key())
                .orElseThrow();
    }

    private Place projects() {
        return Place.of(ports().workspaces()
                .findByShownName(organization(LAB).id(), NameKey.of("projects"))
                .orElseThrow()
                .id());
    }

    private List<String> members(Place place) {
        return ports().memberships().members(place, PageRequest.first()).items().stream()
                .map(member -> member.user().username().value().replace("@lab.example", "") + " "
                        + member.membership().role())
                .toList();
    }

    private static List<String> told(Plan plan) {
        return plan.steps().stream().map(ImportStep::toString).toList();
    }

    @Test
    void bringsPeopleRolesAndProjectsAndOnce() {
        Plan brought = bring("olga-token");

        assertThat(told(brought))
                .contains(
                        "left out user dora@lab.example: is deactivated there",
                        "left out user nameless: has no e-mail address there, which is required here")
                .noneMatch(step -> step.contains("gone"));
        assertThat(members(Place.of(organization(LAB).id())))
                .containsExactlyInAnyOrder(
                        "olga null", "oskar null", "mara manager", "adam admin", "rita reviewer", "ada annotator");
        assertThat(members(projects()))
                .containsExactlyInAnyOrder("mara manager", "adam admin", "rita reviewer", "ada annotator");
        assertThat(user("olga").role()).isEqualTo(PredefinedRole.OWNER.ref());
        assertThat(user("ada").role()).isEqualTo(PredefinedRole.ANNOTATOR.ref());
        assertThat(user("rita").profile())
                .returns("Rita R.", profile -> String.valueOf(profile.displayName()))
                .returns("Rita", profile -> profile.firstName().value())
                .returns("Reis", profile -> String.valueOf(profile.lastName()));
        assertThat(ports().datasets()
                        .list(Datasets.Filter.all(), PageRequest.first())
                        .items())
                .extracting(found -> found.dataset().name().value())
                .containsExactly("Owls", "Gulls");
        assertThat(done).isSorted().last().isEqualTo((long) done.size());
        assertThat(read).contains("organizations 1", "members 6", "projects 2");

        Plan again = bring("olga-token");

        assertThat(again.steps()).extracting(ImportStep::outcome).containsOnly(Outcome.PRESENT, Outcome.LEFT_OUT);
        assertThat(again.count(Outcome.LEFT_OUT)).isEqualTo(brought.count(Outcome.LEFT_OUT));
    }

    @Test
    void aPlanChangesNothing() {
        long before = events();

        Plan plan = plan(address("olga-token"));

        assertThat(plan.count(Kind.USER, Outcome.CREATE)).isEqualTo(6);
        assertThat(plan.count(Kind.DATASET, Outcome.CREATE)).isEqualTo(2);
        assertThat(ports().users().count(UserFilter.all())).isZero();
        assertThat(events()).isEqualTo(before);
    }

    /** Lists of 250 come in three pages. */
    @Test
    void longListsAreReadPageByPage() {
        for (int person = 0; person < 250; person++) {
            there.user("many-" + person, PredefinedRole.ANNOTATOR).in(there.organization());
        }

        Plan plan = plan(address("olga-token"));

        assertThat(plan.count(Kind.USER, Outcome.CREATE)).isEqualTo(256);
    }

    @Test
    void theOrganizationsOfTheKeysUserComeAndTheProjectsOfOne() {
        Plan brought = bring("oskar-token");

        assertThat(members(Place.of(organization("lab").id()))).containsExactly("lena null", "oskar null");
        assertThat(brought.untold()).singleElement().asString().contains("projects of one organization");
    }

    @Test
    void aPersonalAccessTokenIsAKeyToo() {
        String token = there.send("olga", "POST", "/api/token/").at("/token");

        assertThat(plan(address(token)).count(Kind.USER, Outcome.CREATE)).isEqualTo(6);
    }

    /** An annotator sees no members there, and a plan of half an organization would be worse than none. */
    @Test
    void aKeyThatMayNotReadEverythingIsTold() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> plan(address("ada-token")))
                .withMessageContaining("the key may not read this")
                .withMessageNotContaining("ada-token");
    }

    @Test
    void aWrongKeyIsToldWithoutIt() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> plan(address("secret-wrong")))
                .returns(RefusedException.Kind.UNAUTHENTICATED, RefusedException::kind)
                .withMessageContaining("does not accept the key")
                .withMessageNotContaining("secret-wrong");
    }

    @Test
    void somethingElseAtTheAddressIsTold() {
        Address elsewhere = new Address(there.server().uri("/v1/").toString(), new SecretText("olga-token"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> plan(elsewhere))
                .withMessageContaining("Label Studio")
                .withMessageNotContaining("olga-token");
    }
}
