package dev.roster.http.arize;

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
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.ForeignPlatform.Address;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Memberships;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import dev.roster.http.dialect.StandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who move here: from another Roster that speaks Arize's words over a real port, and from a server as Arize's are. */
class ArizeImportTest {
    private static final Caller OPERATOR = Caller.operator("tester", Origin.of(Door.CLI));
    private static final String VERSION = "8.42.0";

    private final TestServer here = TestServer.start(HttpSettings.on("127.0.0.1", 0), new ArizeModule());
    private final ImportPeople importPeople = here.useCase(ImportPeople.class);
    private final List<String> read = new ArrayList<>();

    @AfterEach
    void stop() {
        here.close();
    }

    private Plan plan(Address address) {
        return importPeople.plan(OPERATOR, "arize", address, (things, count) -> read.add(count + " " + things));
    }

    private Plan bring(Address address) {
        return importPeople.handle(OPERATOR, plan(address), (step, done, total) -> {});
    }

    private static Address address(ArizeServer there, String key) {
        return new Address(there.server().uri("/arize/").toString(), new SecretText(key));
    }

    private Ports ports() {
        return here.fakes().ports();
    }

    private User user(String email) {
        return ports().users().findByEmail(new EmailAddress(email).key()).orElseThrow();
    }

    private Organization organization(String name) {
        return ports().organizations()
                .findByName(new OrganizationName(name).key())
                .orElseThrow();
    }

    private Workspace space(String organization, String title) {
        return ports().workspaces()
                .findByShownName(organization(organization).id(), NameKey.of(title))
                .orElseThrow();
    }

    private List<Memberships.Member> members(Workspace space) {
        return ports().memberships()
                .members(Place.of(space.id()), PageRequest.first())
                .items();
    }

    private List<String> grants() {
        return ports().grants().list(Grants.Filter.all(), PageRequest.first()).items().stream()
                .map(granted -> granted.user().username() + " "
                        + granted.grant().role() + " " + granted.target().label())
                .toList();
    }

    private long events() {
        return ports().auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first(200))
                .items()
                .size();
    }

    private static List<String> told(Plan plan) {
        return plan.steps().stream().map(ImportStep::toString).toList();
    }

    /** What there is in the other Roster besides what it always has. */
    private static ArizeServer roster() {
        ArizeServer there = new ArizeServer();
        send(
                there,
                "/users",
                "{'name': 'Olga O.', 'email': 'olga.o@lab.example', 'role': {'type': 'PREDEFINED', 'name': 'ADMIN'}, 'invite_mode': 'NONE'}",
                "");
        send(
                there,
                "/roles",
                "{'name': 'Lead', 'description': 'Leads.', 'permissions': ['DASHBOARD_READ', 'PROJECT_READ', 'SERVICE_KEY_REVOKE']}",
                "lead");
        send(
                there,
                "/users",
                "{'name': 'Bo', 'email': 'Bo@lab.example', 'role': {'type': 'CUSTOM', 'id': '{lead}'}, 'invite_mode': 'NONE', 'is_developer': true}",
                "bo");
        send(
                there,
                "/users",
                "{'name': 'Late', 'email': 'late@lab.example', 'role': {'type': 'PREDEFINED', 'name': 'MEMBER'}, 'invite_mode': 'EMAIL_LINK'}",
                "");
        send(there, "/spaces", "{'name': 'Prod EU', 'organization_id': '{org}', 'description': 'Live.'}", "eu");
        there.remember("viewer", ArizeIds.ROLE.write(PredefinedRole.VIEWER.id()));
        there.remember("admin", ArizeIds.ROLE.write(PredefinedRole.ADMIN.id()));
        bind(there, "{user}", "{role}", "SPACE", "{space}");
        bind(there, "{user}", "{viewer}", "SPACE", "{eu}");
        bind(there, "{bo}", "{lead}", "SPACE", "{eu}");
        bind(there, "{bo}", "{admin}", "SPACE", "{space}");
        bind(there, "{bo}", "{role}", "PROJECT", "{project}");
        return there;
    }

    private static void bind(ArizeServer there, String user, String role, String type, String resource) {
        send(
                there,
                "/role-bindings",
                "{'user_id': '%s', 'role_id': '%s', 'resource_type': '%s', 'resource_id': '%s'}"
                        .formatted(user, role, type, resource),
                "");
    }

    private static void send(ArizeServer there, String path, String body, String remembered) {
        Answer made = there.send("olga", VERSION, "POST", path, body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        if (!remembered.isEmpty()) {
            there.remember(remembered, made.at("/id"));
        }
    }

    @Test
    void bringsEverythingFromAnotherRosterAndOnce() {
        try (ArizeServer there = roster()) {
            Plan brought = bring(address(there, "olga-key"));

            assertThat(told(brought))
                    .contains(
                            "left out user olga: has no e-mail address there, which is required here",
                            "left out user late@lab.example: has not accepted the invitation there; send one from here")
                    .filteredOn(step -> step.startsWith("left out"))
                    .hasSize(3)
                    .anyMatch(step -> step.contains("is on a project"));
            assertThat(user("olga.o@lab.example").role()).isEqualTo(PredefinedRole.OWNER.ref());
            assertThat(user("ada@lab.example"))
                    .returns("ada@lab.example", ada -> ada.username().value())
                    .returns(PredefinedRole.MEMBER.ref(), User::role)
                    .returns(UserStatus.ACTIVE, User::status);
            assertThat(user("bo@lab.example"))
                    .returns("Bo@lab.example", bo -> bo.username().value())
                    .returns("Lead", bo -> bo.role().name().value())
                    .returns(true, User::developer)
                    .returns("Bo", bo -> String.valueOf(bo.profile().displayName()));
            assertThat(role("Lead"))
                    .returns("Leads.", Role::description)
                    .returns(
                            "service-key:revoke dataset:read arize:DASHBOARD_READ",
                            lead -> lead.permissions().toString());
            assertThat(organization("Research").description()).isEmpty();
            assertThat(space("Research", "Prod EU"))
                    .returns("Live.", Workspace::description)
                    .returns("prod-eu", eu -> eu.name().value());
            assertThat(grants())
                    .containsExactlyInAnyOrder(
                            "ada@lab.example Clerk prod",
                            "ada@lab.example viewer prod-eu",
                            "Bo@lab.example Lead prod-eu",
                            "Bo@lab.example admin prod");
            assertThat(brought.untold()).singleElement().asString().contains("does not report the members");
            assertThat(read).contains("4 users", "1 spaces", "4 role bindings");

            long before = events();
            Plan again = bring(address(there, "olga-key"));

            assertThat(again.steps()).extracting(ImportStep::outcome).containsOnly(Outcome.PRESENT, Outcome.LEFT_OUT);
            assertThat(again.count(Outcome.LEFT_OUT)).isEqualTo(3);
            assertThat(events()).isEqualTo(before);
        }
    }

    private Role role(String name) {
        return ports().roles().findByName(new RoleName(name).key()).orElseThrow();
    }

    @Test
    void aPlanChangesNothing() {
        try (ArizeServer there = roster()) {
            long before = events();

            Plan plan = plan(address(there, "olga-key"));

            assertThat(plan.count(ImportStep.Kind.USER, Outcome.CREATE)).isEqualTo(3);
            assertThat(plan.count(ImportStep.Kind.GRANT, Outcome.CREATE)).isEqualTo(4);
            assertThat(events()).isEqualTo(before);
            assertThat(grants()).isEmpty();
        }
    }

    @Test
    void longListsAreReadPageByPage() {
        try (ArizeServer there = new ArizeServer()) {
            IntStream.range(0, 250)
                    .forEach(number -> there.given().user("user" + number).email("user" + number + "@lab.example"));

            assertThat(plan(address(there, "olga-key")).count(ImportStep.Kind.USER, Outcome.CREATE))
                    .isEqualTo(251);
        }
    }

    @Test
    void aWrongKeyIsToldWithoutIt() {
        try (ArizeServer there = new ArizeServer()) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> plan(address(there, "nobody-key")))
                    .returns(Kind.UNAUTHENTICATED, RefusedException::kind)
                    .withMessageContaining("does not accept the key")
                    .withMessageNotContaining("nobody-key");
        }
    }

    @Test
    void somethingElseAtTheAddressIsTold() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> plan(new Address(here.uri("/argilla").toString(), new SecretText("olga-key"))))
                .returns("url", RefusedException::field)
                .withMessageContaining("status 404")
                .withMessageContaining("expected an Arize server");
    }

    /** A server with Arize's own words, and with whatever else a test wants to be there. */
    private static StandIn arize() {
        return new StandIn()
                .json(
                        "/v2/roles?limit=100",
                        page(
                                "roles",
                                "{'id': 'R1', 'name': 'Space Admin', 'permissions': [], 'is_predefined': true}",
                                "{'id': 'R2', 'name': 'Read-only', 'permissions': [], 'is_predefined': true}",
                                "{'id': 'R3', 'name': 'Project Viewer', 'permissions': [], 'is_predefined': true}",
                                "{'id': 'R4', 'name': 'Pilot', 'permissions': ['PROJECT_READ', 'FLY'], 'is_predefined': false}",
                                "{'id': 'R5', 'name': 'Owner', 'permissions': ['PROJECT_READ'], 'is_predefined': false}",
                                "{'id': 'R6', 'name': 'Empty', 'permissions': [], 'is_predefined': false}",
                                "{'id': 'R7', 'name': 'Reader', 'permissions': ['PROJECT_READ'], 'is_predefined': false}"))
                .json(
                        "/v2/users?limit=100",
                        page(
                                "users",
                                person(
                                        "U1",
                                        "Mei",
                                        "mei@lab.example",
                                        "ACTIVE",
                                        "'type': 'PREDEFINED', 'name': 'ADMIN'"),
                                person(
                                        "U2",
                                        "Bo",
                                        "bo@lab.example",
                                        "active",
                                        "'type': 'predefined', 'name': 'annotator'"),
                                person(
                                        "U3",
                                        "Ui",
                                        "ui@lab.example",
                                        "ACTIVE",
                                        "'type': 'PREDEFINED', 'name': 'MEMBER_UI'"),
                                person("U4", "Pi", "pi@lab.example", "ACTIVE", "'type': 'CUSTOM', 'id': 'R4'"),
                                person(
                                        "U5",
                                        "a\\u0007b",
                                        "ab@lab.example",
                                        "ACTIVE",
                                        "'type': 'PREDEFINED', 'name': 'MEMBER'"),
                                person(
                                        "U6",
                                        "Ex",
                                        "ex@lab.example",
                                        "EXPIRED",
                                        "'type': 'PREDEFINED', 'name': 'MEMBER'"),
                                person(
                                        "U7",
                                        "In",
                                        "in@lab.example",
                                        "INACTIVE",
                                        "'type': 'PREDEFINED', 'name': 'MEMBER'"),
                                person("U8", "Odd", "no address", "ACTIVE", "'type': 'PREDEFINED', 'name': 'MEMBER'")))
                .json("/v2/organizations?limit=100", page("organizations", place("O 1", "Labs")))
                .json("/v2/spaces?org_id=O+1&limit=100", page("spaces", place("S1", "Prod"), place("S2", "prod")))
                .json(
                        "/v2/role-bindings?resource_type=SPACE&limit=100",
                        page(
                                "role_bindings",
                                binding("R1", "U1", "S1"),
                                binding("R2", "U2", "S1"),
                                binding("R3", "U3", "S1"),
                                binding("R4", "U1", "S1"),
                                binding("R7", "U2", "S1"),
                                binding("R7", "U9", "S1"),
                                binding("R7", "U1", "S9"),
                                binding("R9", "U1", "S1")))
                .json("/v2/role-bindings?resource_type=PROJECT&limit=100", page("role_bindings"));
    }

    private static String page(String plural, String... items) {
        return "{'%s': [%s], 'pagination': {'has_more': false}}".formatted(plural, String.join(", ", items));
    }

    private static String person(String id, String name, String email, String status, String role) {
        return "{'id': '%s', 'name': '%s', 'email': '%s', 'status': '%s', 'role': {%s}, 'is_developer': false}"
                .formatted(id, name, email, status, role);
    }

    private static String place(String id, String name) {
        return "{'id': '%s', 'name': '%s', 'description': ''}".formatted(id, name);
    }

    private static String binding(String role, String user, String space) {
        return "{'id': 'B', 'role_id': '%s', 'user_id': '%s', 'resource_type': 'SPACE', 'resource_id': '%s'}"
                .formatted(role, user, space);
    }

    @Test
    void whatOneBelongsToASpaceByIsAMembershipAndWhatComesOnTopAGrant() {
        try (StandIn there = arize()) {
            Plan brought = bring(there.address("the-key"));

            assertThat(told(brought))
                    .containsExactly(
                            "left out role Pilot: holds `FLY`, unknown here; create a role with that name and the other permissions, and import again",
                            "left out role Owner: a predefined role has that name here; rename it there and import again",
                            "left out role Empty: a role needs at least one permission",
                            "created role Reader",
                            "created user mei@lab.example: becomes an owner",
                            "created user bo@lab.example",
                            "left out user ui@lab.example: has the role `MEMBER_UI`, unknown here",
                            "left out user pi@lab.example: the role `Pilot` is left out",
                            "left out user ab@lab.example: " + reason(brought, "ab@lab.example"),
                            "left out user ex@lab.example: has an expired invitation there; send one from here",
                            "left out user in@lab.example: is not active there, but `INACTIVE`",
                            "left out user no address: " + reason(brought, "no address"),
                            "created organization Labs",
                            "created workspace Prod",
                            "created member mei@lab.example in Prod",
                            "created member bo@lab.example in Prod",
                            "left out workspace prod: the name is another workspace's here, regardless of case; rename one and import again",
                            "left out grant Project Viewer for ui@lab.example on Prod: the user is left out",
                            "left out grant Pilot for mei@lab.example on Prod: the role `Pilot` is left out",
                            "created grant Reader for bo@lab.example on Prod",
                            "left out grant Reader for U9 on Prod: the user is left out",
                            "left out grant Reader for mei@lab.example on S9: the workspace is left out",
                            "left out grant R9 for mei@lab.example on Prod: the role `R9` is left out");
            assertThat(members(space("Labs", "Prod")))
                    .extracting(member ->
                            member.user().username() + " " + member.membership().role())
                    .containsExactly("mei@lab.example manager", "bo@lab.example viewer");
            assertThat(there.credentials()).containsOnly("Bearer the-key");
        }
    }

    private static String reason(Plan plan, String name) {
        return plan.steps().stream()
                .filter(step -> step.name().equals(name))
                .map(ImportStep::note)
                .filter(note -> !note.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aListWhoseCursorComesAgainIsNoList() {
        try (StandIn there = arize()) {
            String endless = "{'users': [], 'pagination': {'has_more': true, 'next_cursor': 'a b'}}";
            there.json("/v2/users?limit=100", endless).json("/v2/users?limit=100&cursor=a+b", endless);

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> plan(there.address("the-key")))
                    .withMessageContaining("a list of users that does not end");
        }
    }

    @Test
    void aListOfTooManyPagesIsNoList() {
        try (StandIn there = arize()) {
            there.json("/v2/roles?limit=100", "{'roles': [], 'pagination': {'next_cursor': '1'}}")
                    .json("/v2/roles?limit=100&cursor=1", "{'roles': [], 'pagination': {'next_cursor': '2'}}")
                    .json("/v2/roles?limit=100&cursor=2", page("roles"));

            assertThat(new ArizeClient()
                            .read(there.address("the-key"), (things, count) -> {})
                            .people())
                    .hasSize(8);
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> new ArizeClient(2).read(there.address("the-key"), (things, count) -> {}))
                    .withMessageContaining("a list of roles that does not end");
        }
    }

    @Test
    void aListThatIsNoneIsTold() {
        try (StandIn there = arize()) {
            there.json("/v2/organizations?limit=100", "{'organizations': 'none'}");

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> plan(there.address("the-key")))
                    .withMessageContaining("no list of organizations");
        }
    }

    @Test
    void nobodyGetsMoreByMoving() {
        here.given().role("Reader", RosterPermission.DATASET_DELETE);
        try (StandIn there = arize()) {
            Plan brought = bring(there.address("the-key"));

            assertThat(told(brought))
                    .contains(
                            "left out role Reader: the role of that name holds more here, `dataset:delete`; rename one and import again",
                            "left out grant Reader for bo@lab.example on Prod: the role `Reader` is left out");
        }
    }

    @Test
    void aRoleThatCannotComeIsTheOneThatWasCreatedByHand() {
        here.given().role("Pilot", RosterPermission.DATASET_READ);
        try (StandIn there = arize()) {
            assertThat(told(bring(there.address("the-key"))))
                    .contains("present role Pilot", "created user pi@lab.example");
        }
    }

    @Test
    void whoWasDeletedHereDoesNotComeBack() {
        here.given().user("mei").email("Mei@lab.example").status(UserStatus.DELETED);
        try (StandIn there = arize()) {
            assertThat(told(bring(there.address("the-key"))))
                    .contains(
                            "left out user mei@lab.example: was deleted here; create them by hand, if they are to come back");
        }
    }
}
