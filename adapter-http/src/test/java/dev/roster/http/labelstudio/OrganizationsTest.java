package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.SamplePicture;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Organizations, members, invites and projects, as contract §4.5, §4.6 and the lines of §11 about them have it. */
class OrganizationsTest {
    private static final String KEY = "Token rak_some-key";

    private final LabelStudioServer server = new LabelStudioServer();
    private final long home = server.organization().number();
    private final Organization lab = server.given().organization("Lab");

    @AfterEach
    void stop() {
        server.close();
    }

    private User user(String name) {
        return server.server()
                .fakes()
                .ports()
                .users()
                .findByLogin(NameKey.of(name))
                .orElseThrow();
    }

    private String members() {
        return "/api/organizations/" + home + "/memberships";
    }

    private Answer setRole(String caller, String of, String role) {
        return server.send(caller, "PATCH", members(), "{'user_id':" + user(of).number() + ",'role':'" + role + "'}");
    }

    @Test
    void organizationsAreThoseOneBelongsToEvenForOwners() {
        server.user("lena", PredefinedRole.ANNOTATOR).in(lab);

        assertThat(titles(server.get("olga", "/api/organizations/").json()))
                .containsExactly(server.organization().name().value());
        assertThat(titles(server.get("lena", "/api/organizations").json())).containsExactly("Lab");
    }

    @Test
    void organizationOfOthersIsAnsweredLikeNone() {
        server.user("lena", PredefinedRole.ANNOTATOR).in(lab);

        for (String path : List.of("", "/permissions", "/memberships", "/memberships/1")) {
            Answer others = server.get("lena", "/api/organizations/" + home + path);
            Answer none = server.get("lena", "/api/organizations/99" + path);

            assertThat(others.status()).isEqualTo(404);
            assertThat(none.status()).isEqualTo(404);
            assertThat(others.at("/detail")).isEqualTo(none.at("/detail"));
        }
    }

    private static List<String> titles(JsonNode list) {
        List<String> titles = new ArrayList<>();
        list.forEach(one -> titles.add(one.get("title").asText()));
        return titles;
    }

    @Test
    void theDetailNamesTheOwnerAndKeepsTheTokenToWhoMayInvite() {
        String token = server.get("mara", "/api/invite").at("/token");
        JsonNode shown = server.get("mara", "/api/organizations/" + home).json();
        JsonNode asAda = server.get("ada", "/api/organizations/" + home + "/").json();

        assertThat(shown.at("/created_by").asLong()).isEqualTo(user("olga").number());
        assertThat(shown.at("/token").asText()).isEqualTo(token);
        assertThat(shown.at("/users")).hasSize(3);
        assertThat(asAda.at("/token").isNull()).isTrue();
        assertThat(asAda.at("/users")).hasSize(1);
    }

    @Test
    void line18WhoCreatedItStaysAndTheTitleChanges() {
        String path = "/api/organizations/" + home;

        Answer changed = server.send(
                "mara", "PATCH", path, "{'title':'Studio','created_by':99,'allow_unsafe_instruction_tags':true}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/title")).isEqualTo("Studio");
        assertThat(changed.json().at("/created_by").asLong())
                .isEqualTo(user("olga").number());
        assertThat(changed.json().at("/allow_unsafe_instruction_tags").asBoolean())
                .isFalse();
        assertThat(server.send("ada", "PATCH", path, "{'title':'Mine'}").status())
                .isEqualTo(403);
        assertThat(server.send("mara", "PATCH", path, "{'title':'Lab'}")
                        .json()
                        .at("/validation_errors")
                        .has("title"))
                .isTrue();
        assertThat(server.send("mara", "PUT", path, "{}").status()).isEqualTo(405);
    }

    @Test
    void line18TheContactIsKeptShownAndTakenAway() {
        String path = "/api/organizations/" + home;

        assertThat(server.send("mara", "PATCH", path, "{'contact_info':'Lab@Example.org'}")
                        .at("/contact_info"))
                .isEqualTo("lab@example.org");
        assertThat(server.get("ada", "/api/organizations")
                        .json()
                        .at("/0/contact_info")
                        .asText())
                .isEqualTo("lab@example.org");
        assertThat(server.send("mara", "PATCH", path, "{'contact_info':'nonsense'}")
                        .status())
                .isEqualTo(400);
        assertThat(server.send("ada", "PATCH", path, "{'contact_info':'x@example.org'}")
                        .status())
                .isEqualTo(403);
        assertThat(server.send("mara", "PATCH", path, "{'contact_info':null}")
                        .json()
                        .at("/contact_info")
                        .isNull())
                .isTrue();
    }

    @Test
    void theActiveOrganizationIsChosenAmongThoseOneBelongsTo() {
        server.user("two", PredefinedRole.ANNOTATOR).in(server.organization()).in(lab);
        String path = "/api/users/" + user("two").number();

        assertThat(active("two")).isEqualTo(home);
        assertThat(server.send("two", "PATCH", path, "{'active_organization':" + lab.number() + "}")
                        .json()
                        .at("/active_organization")
                        .asLong())
                .isEqualTo(lab.number());
        assertThat(active("two")).isEqualTo(lab.number());
        assertThat(server.send("ada", "PATCH", "/api/current-user", "{'active_organization':" + lab.number() + "}")
                        .status())
                .isEqualTo(400);
        server.server()
                .fakes()
                .ports()
                .memberships()
                .remove(Place.of(lab.id()), user("two").id());
        assertThat(active("two")).isEqualTo(home);
    }

    private long active(String name) {
        return server.get(name, "/api/current-user/whoami")
                .json()
                .at("/active_organization")
                .asLong();
    }

    @Test
    void permissionsAreReadAndNotChanged() {
        String path = "/api/organizations/" + home + "/permissions";

        assertThat(server.get("ada", path).json()).isNotEmpty();
        assertThat(server.get("ada", path + "/projects.delete").json().at("/roles"))
                .hasToString("[\"OW\",\"AD\",\"MA\"]");
        assertThat(server.get("ada", path + "/options/").json()).hasSize(5);
        assertThat(server.get("ada", path + "/none").status()).isEqualTo(404);
        assertThat(server.send("olga", "PATCH", path + "/projects.delete", "{}").status())
                .isEqualTo(405);
        assertThat(server.send("olga", "POST", path, "{}").status()).isEqualTo(405);
    }

    @Test
    void pagesHaveTheHostThatIsConfigured() {
        HttpSettings settings = HttpSettings.on("127.0.0.1", 0).withPublicUrl("https://roster.example.org/here");
        try (LabelStudioServer named = new LabelStudioServer(settings)) {
            String path = "/api/organizations/" + named.organization().number() + "/memberships";

            JsonNode middle =
                    named.get("mara", path + "?page_size=1&page=2&search=a").json();

            assertThat(middle.at("/previous").asText())
                    .isEqualTo("https://roster.example.org/here/label-studio" + path + "?page=1&page_size=1&search=a");
            assertThat(middle.at("/next").asText())
                    .isEqualTo("https://roster.example.org/here/label-studio" + path + "?page=3&page_size=1&search=a");
        }
    }

    @Test
    void line19MembersComeByPagesInTheOrderOfUsernames() {
        JsonNode first = server.get("mara", members() + "?page=1&page_size=2").json();

        assertThat(first.at("/count").asInt()).isEqualTo(3);
        assertThat(usernames(first)).containsExactly("ada", "mara");
        assertThat(first.at("/previous").isNull()).isTrue();
        assertThat(first.at("/next").asText()).isEqualTo("/label-studio" + members() + "?page=2&page_size=2");
        assertThat(usernames(
                        server.get("mara", members() + "?page=2&page_size=2").json()))
                .containsExactly("olga");
        JsonNode past = server.get("mara", members() + "/?page=3&page_size=2").json();
        assertThat(past.at("/results")).isEmpty();
        assertThat(past.at("/count").asInt()).isEqualTo(3);
        assertThat(usernames(server.get("mara", members() + "?page_size=-1").json()))
                .containsExactly("ada", "mara", "olga");
        assertThat(server.get("ada", members()).status()).isEqualTo(403);
        assertThat(server.get("mara", "/api/organizations/" + lab.number() + "/memberships")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void line19ProjectsAreNullUnlessAskedForInBothPlaces() {
        server.send("mara", "POST", "/api/projects", "{'title':'Birds'}");
        JsonNode without = server.get("olga", members()).json();
        JsonNode with =
                server.get("olga", members() + "?contributed_to_projects=1").json();

        for (String place : List.of("", "/user")) {
            for (String field : List.of("/created_projects", "/contributed_to_projects")) {
                assertThat(without.at("/results/1" + place + field).isNull()).isTrue();
                assertThat(with.at("/results/0" + place + field).isArray()).isTrue();
            }
            assertThat(with.at("/results/1" + place + "/created_projects/0/title")
                            .asText())
                    .isEqualTo("Birds");
            assertThat(with.at("/results/0" + place + "/created_projects")).isEmpty();
        }
        String mara = members() + "/" + user("mara").number() + "/";
        assertThat(server.get("mara", mara).json().at("/created_projects").isNull())
                .isTrue();
        assertThat(server.get("mara", mara + "?contributed_to_projects=yes").at("/created_projects/0/title"))
                .isEqualTo("Birds");
        assertThat(server.get("ada", members() + "/" + user("ada").number()).status())
                .isEqualTo(200);
    }

    @Test
    void membersAreFilteredByRoleAndText() {
        assertThat(usernames(server.get("mara", members() + "?role=OW,AD").json()))
                .containsExactly("mara", "olga");
        assertThat(usernames(server.get("mara", members() + "?search=ADA@").json()))
                .containsExactly("ada");
        assertThat(usernames(server.get("mara", members() + "?role=NO&search=a").json()))
                .containsExactly("ada");
        assertThat(usernames(server.get("mara", members() + "?role=XX&tags=1&exclude_project_id=2")
                        .json()))
                .hasSize(3);
    }

    private static List<String> usernames(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.get("results").forEach(item -> names.add(item.at("/user/username").asText()));
        return names;
    }

    @Test
    void aRoleIsHeldInTheOrganizationAndInProjects() {
        Answer changed = setRole("mara", "ada", "RE");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/role")).isEqualTo("RE");
        assertThat(changed.at("/user/email")).isEqualTo("ada@lab.example");
        Workspace projects = server.server()
                .fakes()
                .ports()
                .workspaces()
                .findByShownName(server.organization().id(), NameKey.of("projects"))
                .orElseThrow();
        for (Place place :
                List.of(Place.of(projects.id()), Place.of(server.organization().id()))) {
            assertThat(server.server()
                            .fakes()
                            .ports()
                            .memberships()
                            .find(place, user("ada").id())
                            .orElseThrow()
                            .role())
                    .isEqualTo(PredefinedRole.REVIEWER.ref());
        }
        assertThat(setRole("mara", "ada", "NO").at("/role")).isEqualTo("NO");
        assertThat(setRole("mara", "ada", "AD").at("/role")).isEqualTo("AD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AD", "MA", "RE", "AN", "NO"})
    void everyRoleComesBackAsItWasSet(String role) {
        assertThat(setRole("olga", "ada", role).at("/role")).isEqualTo(role);
        assertThat(server.get("ada", "/api/current-user/whoami").at("/organization_membership/role"))
                .isEqualTo(role);
        assertThat(server.get("olga", members() + "/" + user("ada").number() + "/")
                        .at("/role"))
                .isEqualTo(role);
    }

    /** The word of somebody's account is no role in the organization; giving it there is. */
    @Test
    void aWordThatComesFromTheAccountIsGivenAllTheSame() {
        GivenUser bob = server.user("bob", PredefinedRole.MEMBER).in(server.organization());
        assertThat(server.get("olga", members() + "/" + bob.user().number()).at("/role"))
                .isEqualTo("MA");

        assertThat(setRole("olga", "bob", "MA").status()).isEqualTo(200);

        assertThat(held(bob, Place.of(server.organization().id()))).isEqualTo(PredefinedRole.ADMIN.ref());
        server.send("mara", "POST", "/api/projects", "{'title':'Birds'}");
        assertThat(server.send("bob", "POST", "/api/projects", "{'title':'Fish'}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aWordThatStandsForAnotherRoleIsNotThatRole() {
        GivenUser vera =
                server.user("vera", PredefinedRole.ANNOTATOR).in(server.organization(), PredefinedRole.VIEWER.role());
        String shown =
                server.get("olga", members() + "/" + vera.user().number()).at("/role");

        assertThat(setRole("olga", "vera", shown).status()).isEqualTo(200);

        assertThat(held(vera, Place.of(server.organization().id()))).isEqualTo(PredefinedRole.VIEWER.ref());
    }

    @Test
    void setAgainARoleIsHeldInProjectsAgain() {
        setRole("olga", "ada", "RE");
        Place projects = Place.of(server.server()
                .fakes()
                .ports()
                .workspaces()
                .findByShownName(server.organization().id(), NameKey.of("projects"))
                .orElseThrow()
                .id());
        server.server()
                .fakes()
                .ports()
                .memberships()
                .remove(projects, user("ada").id());

        assertThat(setRole("ada", "ada", "RE").status()).isEqualTo(403);
        assertThat(setRole("olga", "ada", "RE").status()).isEqualTo(200);

        assertThat(server.server()
                        .fakes()
                        .ports()
                        .memberships()
                        .find(projects, user("ada").id()))
                .isPresent();
    }

    private @Nullable RoleRef held(GivenUser user, Place place) {
        return server.server()
                .fakes()
                .ports()
                .memberships()
                .find(place, user.id())
                .orElseThrow()
                .role();
    }

    @Test
    void whoIsDeactivatedIsOutUntilTheyGetARole() {
        assertThat(setRole("mara", "ada", "DI").status()).isEqualTo(403);
        assertThat(setRole("olga", "ada", "DI").at("/role")).isEqualTo("DI");
        assertThat(server.get("ada", "/api/current-user/whoami").status()).isEqualTo(401);
        assertThat(setRole("mara", "ada", "AN").status()).isEqualTo(403);
        assertThat(user("ada").status()).isEqualTo(UserStatus.DEACTIVATED);
        assertThat(setRole("olga", "ada", "AN").at("/role")).isEqualTo("AN");
        assertThat(server.get("ada", "/api/current-user/whoami").status()).isEqualTo(200);
    }

    @Test
    void rolesAreGivenByWhoMayAndNeverThatOfOwners() {
        assertThat(setRole("ada", "ada", "AD").status()).isEqualTo(403);
        assertThat(setRole("ada", "mara", "NO").status()).isIn(403, 404);
        assertThat(setRole("olga", "ada", "OW").status()).isEqualTo(400);
        assertThat(setRole("mara", "olga", "AN").status()).isEqualTo(400);
        assertThat(setRole("olga", "ada", "XX").status()).isEqualTo(400);
        server.user("nora", PredefinedRole.ANNOTATOR).in(lab);
        assertThat(setRole("olga", "nora", "AN").status()).isEqualTo(404);
        assertThat(server.send("olga", "PATCH", members(), "{'role':'AN'}").status())
                .isEqualTo(400);
    }

    @Test
    void line20RemovingAMember() {
        long ada = user("ada").number();
        GivenUser out = server.user("out", PredefinedRole.ANNOTATOR).in(lab);

        assertThat(server.send("ada", "DELETE", members() + "/" + user("mara").number())
                        .status())
                .isEqualTo(403);
        assertThat(server.send(
                                "olga",
                                "DELETE",
                                "/api/organizations/" + lab.number() + "/memberships/"
                                        + out.user().number())
                        .at("/detail"))
                .isEqualTo("You can delete members only for your current active organization");
        assertThat(server.send("olga", "DELETE", members() + "/999/").status()).isEqualTo(404);
        assertThat(server.send("olga", "DELETE", members() + "/" + out.user().number())
                        .at("/detail"))
                .isEqualTo("Member not found");
        Answer self =
                server.send("olga", "DELETE", members() + "/" + user("olga").number());
        assertThat(self.status()).isEqualTo(405);
        assertThat(self.json()).hasToString("{\"detail\":\"User cannot soft delete self\"}");
        assertThat(server.send("olga", "DELETE", members() + "/" + ada + "/").status())
                .isEqualTo(204);
        assertThat(server.send("olga", "DELETE", members() + "/" + ada + "/").status())
                .isEqualTo(404);
        assertThat(server.get("ada", "/api/current-user/whoami").status()).isEqualTo(401);
    }

    @Test
    void line20ThePictureGoesWithTheLastMembership() {
        GivenUser two = server.user("two", PredefinedRole.ANNOTATOR)
                .in(server.organization())
                .in(lab);
        for (GivenUser each :
                List.of(two, server.user("one", PredefinedRole.ANNOTATOR).in(server.organization()))) {
            server.server()
                    .fakes()
                    .ports()
                    .avatars()
                    .set(each.id(), server.server().fakes().ports().pictures().toAvatar(SamplePicture.png(1)));
            assertThat(server.send(
                                    "olga",
                                    "DELETE",
                                    members() + "/" + each.user().number())
                            .status())
                    .isEqualTo(204);
        }

        assertThat(server.server().fakes().ports().avatars().find(two.id())).isPresent();
        assertThat(server.server().fakes().ports().avatars().find(user("one").id()))
                .isEmpty();
        assertThat(server.get("two", "/api/current-user/whoami")
                        .json()
                        .at("/active_organization")
                        .asLong())
                .isEqualTo(lab.number());
    }

    @Test
    void theLinkIsMadeOnceAndReplacedOnlyByAReset() {
        Answer first = server.get("mara", "/api/invite");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("/invite_url")).isEqualTo("/label-studio/user/signup/?token=" + first.at("/token"));
        assertThat(server.get("mara", "/api/invite/").at("/token")).isEqualTo(first.at("/token"));
        Answer reset = server.send("mara", "POST", "/api/invite/reset-token");
        assertThat(reset.status()).isEqualTo(201);
        assertThat(reset.at("/token")).isNotEqualTo(first.at("/token"));
        assertThat(server.get("mara", "/api/invite").at("/token")).isEqualTo(reset.at("/token"));
        assertThat(server.get("ada", "/api/invite").status()).isEqualTo(403);
        assertThat(server.send("ada", "POST", "/api/invite/reset-token").status())
                .isEqualTo(403);
    }

    @Test
    void keyNeitherSeesNorMakesTheLinkNorChoosesWhatNewcomersAre() {
        server.get("mara", "/api/invite");
        manager("mia").apiKey("rak_some-key");
        String own = "/api/organizations/" + home;

        assertThat(withKey("GET", own).status()).isEqualTo(200);
        assertThat(withKey("GET", own).json().at("/token").isNull()).isTrue();
        assertThat(withKey("GET", "/api/invite").status()).isEqualTo(403);
        assertThat(withKey("POST", "/api/invite/reset-token").status()).isEqualTo(403);
        assertThat(server.ask("", "PATCH", own + "/set-default-role")
                        .header("Authorization", KEY)
                        .json("{\"default_role\":\"AD\"}")
                        .send()
                        .status())
                .isEqualTo(403);
    }

    private GivenUser manager(String name) {
        return server.user(name, PredefinedRole.ANNOTATOR).in(server.organization(), PredefinedRole.MANAGER.role());
    }

    private Answer withKey(String method, String path) {
        return server.ask("", method, path).header("Authorization", KEY).send();
    }

    @Test
    void sessionOnlyLooksForTheLinkUnlessThisSiteAsks() {
        manager("mia").password(Browser.PASSWORD);
        Browser mia = Browser.at(server);
        mia.logIn("mia");

        assertThat(mia.get("/api/invite").status()).isEqualTo(404);
        assertThat(mia.ask("GET", "/api/invite")
                        .header("Referer", "https://evil.example/")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(server.server()
                        .fakes()
                        .ports()
                        .inviteLinks()
                        .find(server.organization().id()))
                .isEmpty();

        Answer made =
                mia.ask("GET", "/api/invite").header("Origin", mia.origin()).send();

        assertThat(made.status()).isEqualTo(200);
        assertThat(mia.get("/api/invite").at("/token")).isEqualTo(made.at("/token"));
    }

    @Test
    void peopleAreInvitedByMailWithARoleAndInvitationsAreTakenBack() {
        Answer sent = server.send(
                "olga",
                "POST",
                "/api/invite/send-email",
                "{'emails':['Eve@Example.org','max@example.org'],'role':'AN'}");

        assertThat(sent.status()).isEqualTo(200);
        assertThat(user("eve@example.org").status()).isEqualTo(UserStatus.INVITED);
        assertThat(server.send("olga", "POST", "/api/invite/send-email", "{'emails':['eve@example.org'],'role':'AN'}")
                        .status())
                .isEqualTo(200);
        assertThat(server.send("olga", "POST", "/api/invite/revoke", "{'email':'EVE@example.org'}")
                        .status())
                .isEqualTo(200);
        assertThat(server.send("olga", "POST", "/api/invite/revoke", "{'email':'eve@example.org'}")
                        .status())
                .isEqualTo(404);
        assertThat(server.send("olga", "POST", "/api/invite/revoke", "{'email':'ada@lab.example'}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'role':'AN'}",
                "{'emails':[]}",
                "{'emails':['nonsense']}",
                "{'emails':['ada@lab.example']}",
                "{'emails':['x@example.org'],'role':'OW'}",
                "{'emails':['x@example.org'],'role':'DI'}"
            })
    void whatCannotBeInvitedIs400(String body) {
        assertThat(server.send("olga", "POST", "/api/invite/send-email", body).status())
                .isEqualTo(400);
        assertThat(server.send("ada", "POST", "/api/invite/send-email", "{'emails':['x@example.org']}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void projectsAreDatasetsOfOneWorkspace() {
        assertThat(server.get("ada", "/api/projects").json().at("/count").asInt())
                .isZero();
        server.given().dataset("elsewhere", server.given().workspace("legal"));

        Answer made = server.send("mara", "POST", "/api/projects", "{'title':'Birds'}");

        assertThat(made.status()).isEqualTo(201);
        Answer taken = server.send("mara", "POST", "/api/projects/", "{'title':'BIRDS'}");
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.json().at("/validation_errors").has("title")).isTrue();
        server.send("mara", "POST", "/api/projects", "{'title':'Fish'}");
        JsonNode page = server.get("mara", "/api/projects?page=1&page_size=1").json();
        assertThat(page.at("/count").asInt()).isEqualTo(2);
        assertThat(page.at("/results/0/title").asText()).isEqualTo("Birds");
        assertThat(page.at("/next").asText()).isEqualTo("/label-studio/api/projects?page=2&page_size=1");
        assertThat(page.at("/previous").isNull()).isTrue();
        assertThat(server.get("mara", "/api/projects?page=9").json().at("/results"))
                .isEmpty();
        String one = "/api/projects/" + made.at("/id");
        assertThat(server.get("mara", one).at("/title")).isEqualTo("Birds");
        assertThat(server.send("ada", "POST", "/api/projects", "{'title':'Mine'}")
                        .status())
                .isEqualTo(403);
        assertThat(server.send("ada", "DELETE", one).status()).isIn(403, 404);
        assertThat(server.send("mara", "DELETE", one + "/").status()).isEqualTo(204);
        assertThat(server.send("mara", "DELETE", one).status()).isEqualTo(404);
    }
}
