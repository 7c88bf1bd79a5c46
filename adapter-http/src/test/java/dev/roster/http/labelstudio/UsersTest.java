package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.SamplePicture;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.AvatarLimits;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users, as contract §4.2 and the lines of §11 about them have it. */
class UsersTest {
    private final LabelStudioServer server = new LabelStudioServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private long number(String name) {
        return user(name).number();
    }

    private User user(String name) {
        return server.server()
                .fakes()
                .ports()
                .users()
                .findByLogin(NameKey.of(name))
                .orElseThrow();
    }

    private Answer create(String body) {
        return server.send("olga", "POST", "/api/users/", body);
    }

    private static List<String> emails(JsonNode users) {
        List<String> emails = new ArrayList<>();
        users.forEach(user -> emails.add(user.get("email").asText()));
        return emails;
    }

    @Test
    void line10WhoIsCreatedIsInTheListWhichIsAnArrayWhateverIsAsked() {
        Answer created =
                create("{'username':'Mira','email':'Mira@Example.org','first_name':'Mira','last_name':'Okoye'}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/email")).isEqualTo("mira@example.org");
        assertThat(created.at("/username")).isEqualTo("Mira");
        assertThat(created.at("/initials")).isEqualTo("MO");
        assertThat(created.at("/phone")).isEmpty();
        for (String query : List.of("", "?page=2&page_size=1", "?search=nobody", "?project=1&ordering=-id")) {
            JsonNode list = server.get("olga", "/api/users/" + query).json();
            assertThat(list.isArray()).isTrue();
            assertThat(emails(list))
                    .containsExactly("olga@lab.example", "mara@lab.example", "ada@lab.example", "mira@example.org");
        }
    }

    @Test
    void theListIsThatOfTheActiveOrganizationAlone() {
        Organization lab = server.given().organization("Lab");
        server.user("lena", PredefinedRole.ANNOTATOR).in(lab, PredefinedRole.MANAGER.role());
        server.user("leo", PredefinedRole.ANNOTATOR).in(lab);

        assertThat(emails(server.get("lena", "/api/users").json()))
                .containsExactly("lena@lab.example", "leo@lab.example");
        assertThat(emails(server.get("olga", "/api/users").json())).doesNotContain("leo@lab.example");
        assertThat(server.get("olga", "/api/users/" + number("leo")).status()).isEqualTo(404);
        assertThat(server.get("olga", "/api/users/" + number("leo")).at("/detail"))
                .isEqualTo("No User matches the given query.");
    }

    @Test
    void aLongListComesWhole() {
        for (int each = 0; each < 205; each++) {
            server.user("p" + each, PredefinedRole.ANNOTATOR).in(server.organization());
        }

        assertThat(server.get("olga", "/api/users").json()).hasSize(208);
    }

    @Test
    void line12BothFormsOfPathsWorkForEveryMethod() {
        for (String slash : List.of("", "/")) {
            assertThat(server.get("olga", "/api/users" + slash).status()).isEqualTo(200);
            Answer created = server.send(
                    "olga",
                    "POST",
                    "/api/users" + slash,
                    "{'username':'x','email':'x" + slash.length() + "@example.org'}");
            assertThat(created.status()).isEqualTo(201);
            String path = "/api/users/" + created.at("/id") + slash;
            assertThat(server.get("olga", path).at("/email")).isEqualTo(created.at("/email"));
            assertThat(server.send("olga", "PATCH", path, "{'first_name':'Xena'}")
                            .at("/first_name"))
                    .isEqualTo("Xena");
            assertThat(server.send("olga", "PUT", path, "{}").status()).isEqualTo(405);
            assertThat(server.send("olga", "DELETE", path).status()).isEqualTo(204);
        }
    }

    @Test
    void aFormDoesAsWellAsJson() {
        Answer created = server.ask("olga", "POST", "/api/users")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("username=Fay&email=fay%40example.org&phone=".getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/username")).isEqualTo("Fay");
        Answer parts = server.ask("olga", "PATCH", "/api/users/" + created.at("/id"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .body("--b\r\nContent-Disposition: form-data; name=\"last_name\"\r\n\r\nWray\r\n--b--\r\n"
                        .getBytes(StandardCharsets.UTF_8))
                .send();
        assertThat(parts.at("/last_name")).isEqualTo("Wray");
    }

    @Test
    void thePasswordIsHonoured() {
        create("{'username':'pam','email':'pam@example.org','password':'correct horse battery'}");

        Answer session = server.server()
                .ask("POST", "/v1/sessions")
                .json("{\"login\":\"pam@example.org\",\"password\":\"correct horse battery\"}")
                .send();
        assertThat(session.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'email':'a@example.org'}                                   | username | This field is required.
            {'username':'','email':'a@example.org'}                     | username | This field may not be blank.
            {'username':' ','email':'a@example.org'}                    | username | This field may not be blank.
            {'username':null,'email':'a@example.org'}                   | username | This field may not be null.
            {'username':'a'}                                            | email    | This field is required.
            {'username':'a','email':'nonsense'}                         | email    | Enter a valid email address.
            {'username':'a','email':'Ada@LAB.example'}                  | email    | user with this email address already exists.
            {'username':'a','email':'a@example.org','password':'short'} | password | the password has 5 characters, expected 8 to 128
            {'username':'a','email':'a@example.org','phone':'x'}        | phone    | invalid phone number `x`, expected one like `+49 30 901820`
            []                                                          | non_field_errors | This value must be an object.
            """)
    void whatIsWrongIsToldFieldByField(String body, String field, String text) {
        Answer refused = create(body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/detail")).isEqualTo("Validation error");
        assertThat(refused.json().at("/validation_errors/" + field + "/0").asText())
                .isEqualTo(text);
    }

    @Test
    void whatOnlyTheOriginalKnowsIsPassedOver() {
        Answer created =
                create("{'username':'a','email':'a@example.org','active_organization':99,'is_email_verified':true,"
                        + "'date_joined':'2020-01-01T00:00:00Z','onboarding_state':'x'}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().at("/active_organization").asLong())
                .isEqualTo(server.organization().number());
    }

    @Test
    void line11AnAddressStaysAndNothingElseIsChangedWithIt() {
        String path = "/api/users/" + number("ada") + "/";

        Answer refused = server.send("olga", "PATCH", path, "{'email':'new@example.org','first_name':'New'}");

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.at("/detail")).contains("email");
        assertThat(server.get("olga", path).at("/email")).isEqualTo("ada@lab.example");
        assertThat(server.get("olga", path).at("/first_name")).isEmpty();
    }

    @Test
    void namesCanBeTakenAway() {
        String path = "/api/users/" + number("ada");
        server.send(
                "ada", "PATCH", path, "{'first_name':'Ada','last_name':'Bo','phone':'+49 30 1','username':'Countess'}");

        Answer cleared = server.send("ada", "PATCH", path, "{'first_name':'','last_name':'','phone':''}");

        assertThat(cleared.at("/first_name")).isEmpty();
        assertThat(cleared.at("/last_name")).isEmpty();
        assertThat(cleared.at("/phone")).isEmpty();
        assertThat(cleared.at("/username")).isEqualTo("Countess");
        assertThat(cleared.at("/initials")).isEqualTo("ad");
        assertThat(server.send("ada", "PATCH", path, "{'username':''}").status())
                .isEqualTo(400);
        assertThat(server.send("ada", "PATCH", path).status()).isEqualTo(200);
    }

    @Test
    void everyoneChangesThemselvesAndOwnersOthers() {
        String ada = "/api/users/" + number("ada");

        assertThat(server.send("ada", "PATCH", ada, "{'first_name':'A'}").status())
                .isEqualTo(200);
        assertThat(server.send("olga", "PATCH", ada, "{'first_name':'B'}").status())
                .isEqualTo(200);
        assertThat(server.send("mara", "PATCH", ada, "{'first_name':'C'}").status())
                .isEqualTo(403);
        assertThat(server.send("ada", "PATCH", "/api/users/" + number("mara"), "{'first_name':'D'}")
                        .status())
                .isEqualTo(403);
        assertThat(server.send("ada", "PATCH", "/api/current-user", "{'last_name':'E'}")
                        .at("/last_name"))
                .isEqualTo("E");
        assertThat(server.send("ada", "PATCH", "/api/current-user", "{'email':'e@example.org'}")
                        .status())
                .isEqualTo(405);
        assertThat(user("ada").profile().firstName().value()).isEqualTo("B");
    }

    @Test
    void line13DeletingIsForOwnersAndNobodyDeletesThemselves() {
        String ada = "/api/users/" + number("ada");
        long mara = number("mara");

        assertThat(server.send("ada", "DELETE", "/api/users/" + mara).status()).isEqualTo(403);
        assertThat(server.send("ada", "DELETE", ada).status()).isEqualTo(403);
        assertThat(server.send("mara", "DELETE", ada).status()).isEqualTo(403);
        assertThat(server.send("olga", "DELETE", "/api/users/" + number("olga")).status())
                .isEqualTo(403);
        assertThat(server.send("olga", "DELETE", "/api/users/999").status()).isEqualTo(404);
        assertThat(server.send("olga", "DELETE", ada).status()).isEqualTo(204);
        assertThat(server.send("olga", "DELETE", ada).status()).isEqualTo(404);
        assertThat(server.get("olga", ada).status()).isEqualTo(404);
        assertThat(emails(server.get("olga", "/api/users").json())).doesNotContain("ada@lab.example");
        assertThat(server.get("ada", "/api/current-user/whoami").status()).isEqualTo(401);
        assertThat(create("{'username':'ada','email':'ada@lab.example'}").status())
                .isEqualTo(201);
    }

    @Test
    void rolesAreShownAndOthersAreSeenByWhoMaySeeMembers() {
        JsonNode list = server.get("mara", "/api/users").json();

        assertThat(list.at("/0/org_membership/0/role").asText()).isEqualTo("OW");
        assertThat(list.at("/1/organization_membership/role").asText()).isEqualTo("AD");
        assertThat(list.at("/2/organization_membership/role").asText()).isEqualTo("NO");
        assertThat(list.at("/2/organization_membership/active").asBoolean()).isTrue();
        assertThat(list.at("/2/organization_membership/organization_id").asLong())
                .isEqualTo(server.organization().number());
        assertThat(list.at("/2/active_organization_meta/email").asText()).isEqualTo("olga@lab.example");
        assertThat(server.get("ada", "/api/users").status()).isEqualTo(403);
        assertThat(server.get("ada", "/api/users/" + number("mara")).status()).isEqualTo(404);
        assertThat(server.get("ada", "/api/users/" + number("ada")).at("/active_organization_meta/email"))
                .isEmpty();
        assertThat(server.get("mara", "/api/users/nonsense").status()).isEqualTo(404);
        assertThat(server.get("mara", "/api/users/007").status()).isEqualTo(404);
    }

    @Test
    void aGuestWhoseStayIsOverIsNotActive() {
        Instant end = server.server().fakes().clock().instant().plus(Duration.ofDays(1));
        server.user("gina", PredefinedRole.ANNOTATOR)
                .in(server.organization(), PredefinedRole.MANAGER.role())
                .staying(new Stay(null, end));
        String gina = "/api/users/" + number("gina");
        JsonNode before = server.get("mara", gina).json();

        server.server().fakes().clock().advance(Duration.ofDays(1));

        JsonNode after = server.get("mara", gina).json();
        assertThat(before.at("/organization_membership/active").asBoolean()).isTrue();
        assertThat(before.at("/organization_membership/role").asText()).isNotEqualTo("NO");
        assertThat(after.at("/organization_membership/active").asBoolean()).isFalse();
        assertThat(after.at("/organization_membership/role").asText()).isEqualTo("NO");
    }

    @Test
    void line26CreatingLeavesTheActivityAtTheTimeOfCreation() {
        Answer created = create("{'username':'a','email':'a@example.org','password':'correct-horse'}");
        assertThat(created.at("/last_activity")).isEqualTo(created.at("/date_joined"));
    }

    @Test
    void newslettersAreKeptAsTheirUserSays() {
        String path = "/api/users/" + number("ada");
        assertThat(newsletters(server.get("ada", path))).isEqualTo("null");

        assertThat(newsletters(server.send("ada", "PATCH", path, "{'allow_newsletters':true}")))
                .isEqualTo("true");
        server.send("ada", "PATCH", "/api/current-user", "{'first_name':'Ada'}");
        assertThat(newsletters(server.get("ada", "/api/current-user/whoami"))).isEqualTo("true");
        assertThat(server.get("olga", "/api/users")
                        .json()
                        .at("/2/allow_newsletters")
                        .asBoolean())
                .isTrue();
        assertThat(newsletters(server.send("ada", "PATCH", path, "{'allow_newsletters':false}")))
                .isEqualTo("false");
        assertThat(newsletters(server.send("ada", "PATCH", path, "{'allow_newsletters':null}")))
                .isEqualTo("null");
        assertThat(server.send("ada", "PATCH", path, "{'allow_newsletters':'maybe'}")
                        .json()
                        .at("/validation_errors")
                        .has("allow_newsletters"))
                .isTrue();
        assertThat(server.send("mara", "PATCH", path, "{'allow_newsletters':true}")
                        .status())
                .isEqualTo(403);
        assertThat(newsletters(create("{'username':'n','email':'n@example.org','allow_newsletters':true}")))
                .isEqualTo("true");
    }

    private static String newsletters(Answer user) {
        assertThat(user.status()).isIn(200, 201);
        return user.json().get("allow_newsletters").toString();
    }

    @Test
    void hotkeysAreTakenWithTheUserAndShownInLists() {
        String path = "/api/users/" + number("ada");
        String hotkeys = "{'annotation:submit':{'key':'ctrl+enter'}}";

        Answer changed = server.send("ada", "PATCH", path, "{'custom_hotkeys':" + hotkeys + "}");

        assertThat(changed.json().at("/custom_hotkeys")).hasToString(hotkeys.replace('\'', '"'));
        assertThat(server.get("ada", "/api/current-user/hotkeys").json().at("/custom_hotkeys"))
                .hasToString(hotkeys.replace('\'', '"'));
        assertThat(server.get("olga", "/api/users").json().at("/2/custom_hotkeys"))
                .hasToString(hotkeys.replace('\'', '"'));
        // What people press is for themselves and for those who may read users.
        assertThat(server.get("mara", "/api/users").json().at("/2/custom_hotkeys"))
                .isEmpty();
        Answer wrong = server.send(
                "ada", "PATCH", path, "{'first_name':'No','custom_hotkeys':{'annotation:submit':{'key':''}}}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/validation_errors").has("custom_hotkeys")).isTrue();
        assertThat(server.get("ada", path).at("/first_name")).isEmpty();
        assertThat(server.send("ada", "PATCH", path, "{'custom_hotkeys':{}}")
                        .json()
                        .at("/custom_hotkeys"))
                .isEmpty();
    }

    @Test
    void aPictureIsShownByItsAddressToWhoMaySeeIt() {
        String path = "/api/users/" + number("ada") + "/avatar/";
        assertThat(server.get("ada", "/api/current-user").json().at("/avatar").isNull())
                .isTrue();
        assertThat(server.get("ada", path).status()).isEqualTo(404);
        upload("ada", path, SamplePicture.png(0x336699));

        assertThat(server.get("ada", "/api/current-user").at("/avatar")).isEqualTo("/label-studio" + path);
        assertThat(server.get("olga", "/api/users").json().at("/2/avatar").asText())
                .isEqualTo("/label-studio" + path);
        Answer picture = server.get("olga", path);
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Content-Security-Policy")).contains("sandbox");
        assertThat(server.get("mara", "/api/users").json().at("/2/avatar").isNull())
                .isTrue();
        assertThat(server.get("mara", path).status()).isEqualTo(404);
        assertThat(server.get("", path).status()).isEqualTo(401);
    }

    @Test
    void theAddressOfAPictureHasTheHostThatIsConfigured() {
        try (LabelStudioServer named =
                new LabelStudioServer(HttpSettings.on("127.0.0.1", 0).withPublicUrl("https://roster.example.org"))) {
            String path = "/api/users/" + named.account("ada").number() + "/avatar/";
            named.server()
                    .fakes()
                    .ports()
                    .avatars()
                    .set(
                            named.account("ada").id(),
                            named.server().fakes().ports().pictures().toAvatar(SamplePicture.png(1)));

            assertThat(named.get("ada", "/api/current-user").at("/avatar"))
                    .isEqualTo("https://roster.example.org/label-studio" + path);
        }
    }

    @Test
    void picturesAreSetByTheirUserOrAnOwner() {
        String path = "/api/users/" + number("ada") + "/avatar/";
        byte[] png = SamplePicture.png(0x336699);

        assertThat(upload("ada", path, png).json()).hasToString("{\"detail\":\"avatar saved\"}");
        assertThat(upload("olga", path, png).status()).isEqualTo(200);
        assertThat(upload("mara", path, png).status()).isEqualTo(403);
        assertThat(upload("ada", "/api/users/" + number("mara") + "/avatar", png)
                        .status())
                .isEqualTo(403);
        Answer wrong = upload("ada", path, "no picture".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.at("/detail")).isNotEqualTo("Validation error");
        assertThat(server.send("ada", "POST", path).status()).isEqualTo(400);
        Answer large = upload("ada", path, new byte[(1 << 20) + 1]);
        assertThat(large.status()).isEqualTo(400);
        assertThat(large.at("/detail")).contains("1048576");
        assertThat(upload("ada", path, new byte[(1 << 20) + (100 << 10)]).status())
                .isEqualTo(400);
        assertThat(server.send("ada", "DELETE", path).status()).isEqualTo(204);
        assertThat(server.send("ada", "DELETE", path).status()).isEqualTo(204);
    }

    @Test
    void line17APictureThatIsTooLargeIs400AndNamesTheLimit() {
        String path = "/api/users/" + number("ada") + "/avatar/";

        Answer refused = upload("ada", path, SamplePicture.file("png", SamplePicture.plain(1500, 1500, 0x336699)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/detail"))
                .contains(Integer.toString(AvatarLimits.usual().pixels()));
        assertThat(server.get("ada", path).status()).isEqualTo(404);
    }

    private Answer upload(String caller, String path, byte[] file) {
        byte[] before = "--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"../../f.png\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[before.length + file.length + after.length];
        System.arraycopy(before, 0, body, 0, before.length);
        System.arraycopy(file, 0, body, before.length, file.length);
        System.arraycopy(after, 0, body, before.length + file.length, after.length);
        return server.ask(caller, "POST", path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .body(body)
                .send();
    }

    @Test
    void apiKeysOfRosterComeInAsTokensAndReadNoUserToken() {
        GivenUser kim = server.user("kim", PredefinedRole.ANNOTATOR).in(server.organization());
        kim.apiKey("rak_some-key");

        assertThat(withKey("GET", "/api/current-user/whoami").at("/email")).isEqualTo("kim@lab.example");
        assertThat(withKey("GET", "/api/current-user/token").status()).isEqualTo(403);
        assertThat(withKey("POST", "/api/current-user/reset-token").status()).isEqualTo(403);
    }

    private Answer withKey(String method, String path) {
        return server.ask("", method, path)
                .header("Authorization", "Token rak_some-key")
                .send();
    }
}
