package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.GivenUser;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.TestServer.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** People of one organization at everything of another: the manager and an annotator of the one, and who belongs nowhere. */
class OutsidersTest {
    /** What stands for things of the other organization, in paths and bodies. */
    private static final List<String> ATTACKS = List.of(
            "GET /api/users/{ada}/",
            "PATCH /api/users/{ada}/ {'first_name':'Mine'}",
            "PATCH /api/users/{ada}/ {'active_organization':{lab}}",
            "DELETE /api/users/{ada}/",
            "DELETE /api/users/{ada}/avatar/",
            "PATCH /api/current-user {'active_organization':{home}}",
            "GET /api/organizations/{home}",
            "PATCH /api/organizations/{home} {'title':'Mine'}",
            "PATCH /api/organizations/{home} {'contact_info':'mine@lab.example'}",
            "GET /api/organizations/{home}/memberships",
            "GET /api/organizations/{home}/memberships?search=ada&role=AN",
            "PATCH /api/organizations/{home}/memberships {'user_id':{ada},'role':'AD'}",
            "PATCH /api/organizations/{home}/memberships {'user_id':{ada},'role':'DI'}",
            "PATCH /api/organizations/{home}/memberships {'user_id':{lena},'role':'AD'}",
            "PATCH /api/organizations/{lab}/memberships {'user_id':{ada},'role':'AN'}",
            "PATCH /api/organizations/{lab}/memberships {'user_id':{olga},'role':'NO'}",
            "GET /api/organizations/{home}/memberships/{ada}/",
            "GET /api/organizations/{lab}/memberships/{ada}/",
            "DELETE /api/organizations/{home}/memberships/{ada}/",
            "DELETE /api/organizations/{lab}/memberships/{ada}/",
            "GET /api/organizations/{home}/permissions",
            "GET /api/projects/{birds}",
            "DELETE /api/projects/{birds}/",
            "GET /api/current-user/hotkeys/?project={birds}",
            "PATCH /api/current-user/hotkeys/?project={birds} {'custom_hotkeys':{}}",
            "POST /api/token/rotate/ {'refresh':'{token}'}",
            "POST /api/token/blacklist/ {'refresh':'{token}'}",
            "POST /api/token/refresh/ {'refresh':'{token}'}",
            "POST /api/users/ {'username':'Eve','email':'eve@lab.example'}",
            "POST /api/invite/send-email {'emails':['eve@lab.example'],'role':'AD'}",
            "POST /api/invite/send-email {'emails':['ada@home.example']}",
            "POST /api/invite/revoke {'email':'ada@home.example'}",
            "POST /api/invite/revoke {'email':'pending@home.example'}");

    private final LabelStudioServer server = new LabelStudioServer();
    private final Organization home = server.given().organization();
    private final Organization lab = server.given().organization("lab");
    private final Workspace projects = server.given().workspace("projects", home);
    private final Dataset birds = server.given().dataset("birds", projects);
    private final GivenUser ada = server.given()
            .user("member-of-home")
            .role(PredefinedRole.MEMBER)
            .email("ada@home.example")
            .token("home-token")
            .in(home)
            .in(projects);
    private final GivenUser lena = server.user("lena", PredefinedRole.MEMBER).in(lab, PredefinedRole.MANAGER.role());

    OutsidersTest() {
        server.user("anna", PredefinedRole.ANNOTATOR).in(lab);
        server.user("zoe", PredefinedRole.MEMBER);
        server.given().user("olga-of-home").role(PredefinedRole.OWNER).email("olga@home.example");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> attacks() {
        return ATTACKS.stream()
                .flatMap(attack -> Stream.of("lena", "anna", "zoe", "").map(caller -> Arguments.of(caller, attack)));
    }

    private long number(String name) {
        return server.server()
                .fakes()
                .ports()
                .users()
                .findByUsername(NameKey.of(name))
                .orElseThrow()
                .number();
    }

    /** A token of somebody's over there, without its signature, as lists show it. */
    private String token() {
        server.send("home", "POST", "/api/token/");
        return server.get("home", "/api/token/").at("/0/token");
    }

    private String named(String text) {
        Map<String, Object> things = Map.of(
                "{ada}", ada.user().number(),
                "{lena}", lena.user().number(),
                "{olga}", number("olga"),
                "{home}", home.number(),
                "{lab}", lab.number(),
                "{birds}", birds.number(),
                "{token}", token());
        String named = text;
        for (Map.Entry<String, Object> thing : things.entrySet()) {
            named = named.replace(thing.getKey(), thing.getValue().toString());
        }
        return named;
    }

    private Answer attack(String caller, String named) {
        String[] words = named.split(" ", 3);
        return words.length == 2
                ? server.send(caller, words[0], words[1])
                : server.send(caller, words[0], words[1], words[2]);
    }

    private int events() {
        return server.server()
                .fakes()
                .ports()
                .auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first(PageRequest.MOST))
                .items()
                .size();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothingOfAnotherOrganizationIsReachedOrShown(String caller, String attack) {
        String named = named(attack);
        int before = events();

        Answer answer = attack(caller, named);

        assertThat(answer.status()).as(answer.text()).isIn(400, 401, 403, 404);
        assertThat(answer.text()).doesNotContain("member-of-home", "birds", "olga");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void listsShowTheOwnOrganizationAlone() {
        for (String caller : List.of("lena", "anna")) {
            for (String path : List.of(
                    "/api/current-user/whoami",
                    "/api/users/",
                    "/api/organizations/",
                    "/api/organizations/" + lab.number(),
                    "/api/organizations/" + lab.number() + "/memberships?contributed_to_projects=1",
                    "/api/organizations/" + lab.number() + "/permissions",
                    "/api/projects/",
                    "/api/jwt/settings",
                    "/api/token/")) {
                assertThat(server.get(caller, path).text())
                        .as("%s %s", caller, path)
                        .doesNotContain(
                                "@home.example",
                                "member-of-home",
                                "birds",
                                "olga",
                                ":\"" + home.name().value() + "\"");
            }
        }
        assertThat(server.get("lena", "/api/users/").json()).hasSize(2);
    }
}
