package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.given.Ports;
import dev.roster.application.importing.ImportPeople;
import dev.roster.application.importing.ImportPeople.Plan;
import dev.roster.application.importing.ImportStep;
import dev.roster.application.importing.ImportStep.Outcome;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.ForeignPlatform.Address;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.dialect.StandIn;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who move here from a server that speaks as Label Studio's do. */
class LabelStudioImportTest {
    private static final Caller OPERATOR = Caller.operator("tester", Origin.of(Door.CLI));
    private static final String PAT = "head.body.signature";

    private final TestServer here = TestServer.start(HttpSettings.on("127.0.0.1", 0), LabelStudioServer.module(true));
    private final StandIn there = new StandIn()
            .json("/api/organizations/", "[{'id': 1, 'title': 'Birds'}]")
            .json("/api/organizations/1", "{'id': 1, 'title': 'Birds', 'created_by': 7}")
            .json("/api/current-user/whoami", "{'id': 7, 'active_organization': 1}")
            .json(
                    "/api/organizations/1/memberships?page=1&page_size=100",
                    page(
                            "'http://elsewhere.invalid/'",
                            member(7, "Mira@example.org", ""),
                            member(8, "ivo@example.org", "")))
            .json(
                    "/api/organizations/1/memberships?page=2&page_size=100",
                    page("null", member(9, "deleted-9-user@example.com", ""), member(10, "", "")))
            .json(
                    "/api/projects/?page=1&page_size=100",
                    page(
                            "null",
                            "{'id': 1, 'title': 'Owls', 'created_by': {'id': 8, 'email': 'ivo@example.org'}}",
                            "{'id': 2, 'title': 'owls', 'created_by': {'id': 8, 'email': 'ivo@example.org'}}",
                            "{'id': 3, 'title': 'Gulls', 'created_by': {'id': 9, 'email': 'x'}}",
                            "{'id': 4, 'title': '', 'created_by': null}"));

    @AfterEach
    void stop() {
        there.close();
        here.close();
    }

    private static String page(String next, String... items) {
        return "{'count': 99, 'next': %s, 'previous': null, 'results': [%s]}".formatted(next, String.join(", ", items));
    }

    private static String member(int id, String email, String role) {
        String shown = role.isEmpty() ? "" : ", 'role': '" + role + "'";
        return "{'id': %d, 'organization': 1, 'user': {'id': %d, 'username': 'user%d', 'first_name': '', 'last_name': 'Reis', 'email': '%s'}%s}"
                .formatted(id, id, id, email, shown);
    }

    private Plan plan(String key) {
        return here.useCase(ImportPeople.class)
                .plan(OPERATOR, "label-studio", there.address(key), (things, count) -> {});
    }

    private Plan bring(String key) {
        return here.useCase(ImportPeople.class).handle(OPERATOR, plan(key), (step, done, total) -> {});
    }

    private Ports ports() {
        return here.fakes().ports();
    }

    private User user(String email) {
        return ports().users().findByEmail(new EmailAddress(email).key()).orElseThrow();
    }

    private Organization birds() {
        return ports().organizations()
                .findByName(new OrganizationName("Birds").key())
                .orElseThrow();
    }

    private Workspace projects() {
        return ports().workspaces()
                .findByShownName(birds().id(), NameKey.of("projects"))
                .orElseThrow();
    }

    private List<String> members(Place place) {
        return ports().memberships().members(place, PageRequest.first()).items().stream()
                .map(member ->
                        member.user().username() + " " + member.membership().role())
                .toList();
    }

    private static List<String> told(Plan plan) {
        return plan.steps().stream().map(ImportStep::toString).toList();
    }

    @Test
    void bringsPeopleMembersAndProjectsAndOnce() {
        Plan brought = bring("legacy-token");

        assertThat(told(brought))
                .containsExactly(
                        "created user mira@example.org",
                        "created user ivo@example.org",
                        "left out user deleted-9-user@example.com: was removed there",
                        "left out user user10: has no e-mail address there, which is required here",
                        "created organization Birds",
                        "created member mira@example.org in Birds",
                        "created member ivo@example.org in Birds",
                        "left out member deleted-9-user@example.com in Birds: the user is left out",
                        "left out member user10 in Birds: the user is left out",
                        "created workspace projects",
                        "created member mira@example.org in projects",
                        "created dataset Owls",
                        "left out dataset owls: another one has that name there, regardless of case; rename one and import again",
                        "created dataset Gulls: without who created it",
                        brought.steps().get(14).toString());
        assertThat(brought.steps().get(14).outcome()).isEqualTo(Outcome.LEFT_OUT);
        assertThat(user("ivo@example.org"))
                .returns(PredefinedRole.ANNOTATOR.ref(), User::role)
                .returns("user8", ivo -> String.valueOf(ivo.profile().displayName()))
                .returns("Reis", ivo -> String.valueOf(ivo.profile().lastName()));
        assertThat(members(Place.of(birds().id()))).containsExactly("mira@example.org manager", "ivo@example.org null");
        assertThat(members(Place.of(projects().id()))).containsExactly("mira@example.org manager");
        assertThat(ports().datasets()
                        .list(Datasets.Filter.all(), PageRequest.first())
                        .items())
                .extracting(found -> found.dataset().name() + " "
                        + user("ivo@example.org").id().equals(found.dataset().creator()))
                .containsExactly("Owls true", "Gulls false");
        assertThat(brought.untold()).singleElement().asString().contains("has no roles");
        assertThat(there.credentials()).containsOnly("Token legacy-token");

        Plan again = bring("legacy-token");

        assertThat(again.steps()).extracting(ImportStep::outcome).containsOnly(Outcome.PRESENT, Outcome.LEFT_OUT);
    }

    @Test
    void rolesAreHeldInTheOrganizationAndItsProjects() {
        there.json(
                "/api/organizations/1/memberships?page=1&page_size=100",
                page(
                        "null",
                        member(7, "ow@example.org", "OW"),
                        member(8, "ad@example.org", "AD"),
                        member(9, "ma@example.org", "MA"),
                        member(10, "re@example.org", "RE"),
                        member(11, "an@example.org", "AN"),
                        member(12, "no@example.org", "NO"),
                        member(13, "di@example.org", "DI"),
                        member(14, "vo@example.org", "VO")));

        Plan brought = bring("legacy-token");

        assertThat(told(brought))
                .contains(
                        "created user ow@example.org: becomes an owner",
                        "left out user di@example.org: is deactivated there",
                        "left out member vo@example.org in Birds: has the role `VO`, unknown here");
        assertThat(members(Place.of(birds().id())))
                .containsExactly(
                        "ow@example.org null",
                        "ad@example.org manager",
                        "ma@example.org admin",
                        "re@example.org reviewer",
                        "an@example.org annotator",
                        "no@example.org null");
        assertThat(members(Place.of(projects().id())))
                .containsExactly(
                        "ad@example.org manager",
                        "ma@example.org admin",
                        "re@example.org reviewer",
                        "an@example.org annotator");
        assertThat(brought.untold()).isEmpty();
    }

    @Test
    void aPersonalAccessTokenIsExchangedAsOftenAsNeedBe() {
        there.on(
                "/api/token/refresh/",
                StandIn.json(200, "{'access': 'one.two.three'}"),
                StandIn.json(200, "{'access': 'four.five.six'}"));
        there.on(
                "/api/projects/?page=1&page_size=100",
                StandIn.json(401, "{}"),
                StandIn.json(200, page("null", "{'id': 1, 'title': 'Owls', 'created_by': null}")));

        Plan plan = plan(PAT);

        assertThat(plan.count(ImportStep.Kind.DATASET, Outcome.CREATE)).isEqualTo(1);
        assertThat(there.credentials())
                .containsOnly("null", "Bearer one.two.three", "Bearer four.five.six")
                .doesNotContain("Bearer " + PAT);
        assertThat(there.asked()).filteredOn(asked -> asked.startsWith("POST")).hasSize(2);
    }

    @Test
    void aPersonalAccessTokenThatIsNoneIsToldWithoutIt() {
        there.on("/api/token/refresh/", StandIn.json(401, "{}"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> plan(PAT))
                .returns(Kind.UNAUTHENTICATED, RefusedException::kind)
                .withMessageNotContaining(PAT);
    }

    @Test
    void anAccessTokenThatNoHeaderTakesIsRefused() {
        there.on("/api/token/refresh/", StandIn.json(200, "{'access': 'one two'}"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> plan(PAT))
                .returns("api_key", RefusedException::field)
                .withMessageNotContaining("one two");
    }

    @Test
    void aListThatDoesNotEndIsNoList() {
        Address address = there.address("legacy-token");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new LabelStudioClient(1).read(address, (things, count) -> {}))
                .withMessageContaining("a list of members that does not end");
    }

    @Test
    void idsThatAreNoneAreNotAskedFor() {
        there.json("/api/organizations/", "[{'id': '../users', 'title': 'Birds'}]");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> plan("legacy-token"))
                .withMessageContaining("an id that is no number");
        assertThat(there.asked()).containsExactly("GET /api/organizations/");
    }

    @Test
    void somethingElseAtTheAddressIsTold() {
        there.json("/api/organizations/", "'hello'");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> plan("legacy-token"))
                .withMessageContaining("no list of organizations");
    }

    @Test
    void aWrongKeyIsToldWithoutIt() {
        there.on("/api/organizations/", StandIn.json(401, "{}"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> plan("legacy-token"))
                .returns(Kind.UNAUTHENTICATED, RefusedException::kind)
                .withMessageNotContaining("legacy-token");
    }
}
