package dev.roster.http.argilla;

import static dev.roster.http.argilla.ArgillaServer.NOBODY;
import static dev.roster.http.argilla.ArgillaServer.PASSWORD;
import static dev.roster.http.argilla.ArgillaServer.V1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.TestServer.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {
    private static final String FORBIDDEN =
            "{\"detail\":{\"code\":\"argilla.api.errors::ForbiddenOperationError\",\"params\":{\"detail\":\"Operation not"
                    + " allowed\"}}}";
    private static final String USERS = V1 + "/users";

    private ArgillaServer argilla;

    @BeforeEach
    void start() {
        argilla = ArgillaServer.start();
    }

    @AfterEach
    void stop() {
        argilla.close();
    }

    private Answer create(String json) {
        return argilla.post("olga", USERS, json);
    }

    /** A new user with what has to be there, and more. */
    private Answer createIvo(String more) {
        return create("{'username':'ivo','first_name':'Ivo','password':'correct-horse'" + more + "}");
    }

    private String path(String name) {
        return USERS + "/" + argilla.idOf(name);
    }

    private List<String> usernames() {
        return argilla.get("olga", USERS).json().at("/items").findValuesAsText("username");
    }

    @Test
    void anOwnerListsEverybodyInOrderOfCreation() {
        Answer answer = argilla.get("olga", USERS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().at("/items").findValuesAsText("username")).containsExactly("olga", "adam", "anna");
    }

    @Test
    void onlyTheReadersOwnKeyIsShown() {
        Answer answer = argilla.get("olga", USERS);

        assertThat(answer.json().at("/items").findValuesAsText("api_key"))
                .containsExactly("olga-key", "********", "********");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adam", "anna"})
    void othersMayNotListUsers(String name) {
        Answer answer = argilla.get(name, USERS);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).isEqualTo(FORBIDDEN);
    }

    @Test
    void anOwnerFindsAUserById() {
        Answer answer = argilla.get("olga", path("anna"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/username")).isEqualTo("anna");
        assertThat(argilla.get("olga", path("olga")).at("/api_key")).isEqualTo("olga-key");
    }

    @Test
    void anUnknownUserIsNotFound() {
        Answer answer = argilla.get("olga", USERS + "/" + NOBODY);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("{\"detail\":\"User with id `" + NOBODY + "` not found\"}");
    }

    @Tag("edge-9")
    @Test
    void anOwnerDeletesThemselvesAndIsOut() {
        argilla.user("otto", PredefinedRole.OWNER);

        Answer answer = argilla.delete("olga", path("olga"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/username")).isEqualTo("olga");
        assertThat(argilla.get("olga", V1 + "/me").status()).isEqualTo(401);
    }

    /** Deviation: the original lets the last owner go. */
    @Tag("edge-9")
    @Test
    void theLastOwnerIsKept() {
        Answer answer = argilla.delete("olga", path("olga"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/detail"))
                .isEqualTo("`olga` is the last active owner; give another user the role owner first");
        assertThat(argilla.get("olga", V1 + "/me").status()).isEqualTo(200);
    }

    @Tag("edge-10")
    @Test
    void anOwnerDemotesThemselves() {
        argilla.user("otto", PredefinedRole.OWNER);

        Answer answer = argilla.patch("olga", path("olga"), "{'role':'annotator'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/role")).isEqualTo("annotator");
        assertThat(argilla.get("olga", USERS).status()).isEqualTo(403);
    }

    /** Deviation: the original lets the last owner step down. */
    @Tag("edge-10")
    @Test
    void theLastOwnerStaysOwner() {
        Answer answer = argilla.patch("olga", path("olga"), "{'role':'annotator'}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/detail")).contains("last active owner");
    }

    @Tag("edge-11")
    @ParameterizedTest
    @ValueSource(strings = {"adam", "anna"})
    void nobodyElseReachesEvenThemselvesById(String name) {
        String self = path(name);

        assertThat(argilla.get(name, self).text()).isEqualTo(FORBIDDEN);
        assertThat(argilla.patch(name, self, "{'first_name':'Me'}").text()).isEqualTo(FORBIDDEN);
        assertThat(argilla.delete(name, self).text()).isEqualTo(FORBIDDEN);
        assertThat(argilla.get(name, self + "/workspaces").text()).isEqualTo(FORBIDDEN);
        assertThat(argilla.get(name, V1 + "/me").at("/first_name")).isEqualTo(name);
    }

    @Tag("edge-12")
    @Test
    void othersLearnThatAnIdIsUnknownWhenChangingOnly() {
        String unknown = USERS + "/" + NOBODY;

        assertThat(argilla.delete("adam", unknown).status()).isEqualTo(404);
        assertThat(argilla.patch("adam", unknown, "{}").status()).isEqualTo(404);
        assertThat(argilla.get("adam", unknown).status()).isEqualTo(403);
        assertThat(argilla.get("adam", unknown + "/workspaces").status()).isEqualTo(403);
    }

    @Test
    void othersMayChangeNobody() {
        assertThat(argilla.patch("adam", path("anna"), "{'first_name':'Me'}").text())
                .isEqualTo(FORBIDDEN);
        assertThat(argilla.delete("adam", path("anna")).text()).isEqualTo(FORBIDDEN);
        assertThat(argilla.post("adam", USERS, "{'username':'x','first_name':'X','password':'correct-horse'}")
                        .text())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void theSdksWholeBodyMakesAUser() {
        Answer answer = create("{'id':null,'inserted_at':null,'updated_at':null,'username':'ivo','role':'annotator',"
                + "'first_name':'ivo','last_name':null,'password':'correct-horse'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("last_name").isNull()).isTrue();
        assertThat(answer.at("/inserted_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        assertThat(answer.text()).doesNotContain(PASSWORD);
    }

    @Test
    void whoMadeAUserIsShownTheKeyThisOnce() {
        Answer created = createIvo("");
        String key = created.at("/api_key");

        assertThat(argilla.server()
                        .ask("GET", V1 + "/me")
                        .header("X-Argilla-Api-Key", key)
                        .send()
                        .at("/username"))
                .isEqualTo("ivo");
        assertThat(argilla.get("olga", path("ivo")).at("/api_key")).isEqualTo("********");
    }

    @Test
    void creationAndListTellTheSameTimes() {
        Answer created = createIvo("");

        JsonNode listed = argilla.get("olga", USERS).json().at("/items/3");

        assertThat(listed.get("inserted_at")).isEqualTo(created.json().get("inserted_at"));
        assertThat(listed.get("updated_at")).isEqualTo(created.json().get("updated_at"));
    }

    @Tag("edge-13")
    @ParameterizedTest
    @CsvSource({"7, 422", "8, 201", "100, 201", "101, 422"})
    void aPasswordHas8To100Characters(int length, int status) {
        Answer answer = create("{'username':'ivo','first_name':'Ivo','password':'" + "ü".repeat(length) + "'}");

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void aPasswordThatIsTooLongIsToldAsTheOriginalDoes() {
        Answer answer = create("{'username':'ivo','first_name':'Ivo','password':'" + "x".repeat(101) + "'}");

        assertThat(answer.text())
                .isEqualTo("{\"detail\":{\"code\":\"argilla.api.errors::ValidationError\",\"params\":{\"errors\":[{"
                        + "\"type\":\"string_too_long\",\"loc\":[\"body\",\"password\"],"
                        + "\"msg\":\"String should have at most 100 characters\"}]}}}");
    }

    @Test
    void allOfAPasswordCounts() {
        String start = "x".repeat(99);
        create("{'username':'ivo','first_name':'Ivo','password':'" + start + "y'}");

        assertThat(argilla.logIn(V1 + "/token", "username=ivo&password=" + start + "z")
                        .status())
                .isEqualTo(401);
        assertThat(argilla.logIn(V1 + "/token", "username=ivo&password=" + start + "y")
                        .status())
                .isEqualTo(201);
    }

    @Tag("edge-14")
    @Test
    void namesAreTrimmedAndNotEmpty() {
        assertThat(create("{'username':'a','first_name':'  ','password':'correct-horse'}")
                        .status())
                .isEqualTo(422);
        assertThat(createIvo(",'last_name':''").status()).isEqualTo(422);
        assertThat(createIvo(",'last_name':null").status()).isEqualTo(201);
        assertThat(create("{'username':'eva','first_name':' Eva ','last_name':' Ray ','password':'correct-horse'}")
                        .at("/last_name"))
                .isEqualTo("Ray");
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() {
        Answer answer = create("{'username':5}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/detail/params/errors").findValuesAsText("type"))
                .containsExactlyInAnyOrder("string_type", "missing", "missing");
        assertThat(answer.json().at("/detail/params/errors").findValuesAsText("msg"))
                .contains("Input should be a valid string", "Field required");
    }

    @Tag("edge-15")
    @Test
    void aUsernameIsNotEmpty() {
        Answer answer = create("{'username':'','first_name':'Ivo','password':'correct-horse'}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail/params/errors/0/type")).isEqualTo("string_too_short");
        assertThat(answer.at("/detail/params/errors/0/msg")).isEqualTo("String should have at least 1 character");
    }

    /** Deviation: in the original these are two users. */
    @Tag("edge-15")
    @Test
    void usernamesThatDifferByCaseAreOne() {
        createIvo("");

        Answer second = create("{'username':'Ivo','first_name':'Ivo','password':'correct-horse'}");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).isEqualTo("{\"detail\":\"User username `Ivo` is not unique\"}");
    }

    @Tag("edge-16")
    @Test
    void aRoleIsOneOfThreeInLowerCase() {
        assertThat(createIvo(",'role':null").at("/role")).isEqualTo("annotator");
        for (String role : List.of("OWNER", "manager", "viewer", "")) {
            Answer answer =
                    create("{'username':'eva','first_name':'Eva','password':'correct-horse','role':'" + role + "'}");
            assertThat(answer.status()).as(role).isEqualTo(422);
            assertThat(answer.at("/detail/params/errors/0/type")).isEqualTo("enum");
            assertThat(answer.at("/detail/params/errors/0/msg"))
                    .isEqualTo("Input should be 'owner', 'admin' or 'annotator'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "admin", "annotator"})
    void aRoleIsGivenAsItIsSaid(String role) {
        assertThat(createIvo(",'role':'" + role + "'").at("/role")).isEqualTo(role);
    }

    @Tag("edge-17")
    @Test
    void anIdMayBeChosen() {
        assertThat(createIvo(",'id':'"
                                + NOBODY.toString().toUpperCase(Locale.ROOT).replace("-", "") + "'")
                        .at("/id"))
                .isEqualTo(NOBODY.toString());

        Answer usedId =
                create("{'username':'eva','first_name':'Eva','password':'correct-horse','id':'" + NOBODY + "'}");
        Answer usedBoth = createIvo(",'id':'" + NOBODY + "'");
        Answer malformed = createIvo(",'id':'1-1-1-1-1'");

        assertThat(usedId.status()).isEqualTo(409);
        assertThat(usedId.at("/detail")).isEqualTo("User with id `" + NOBODY + "` is not unique");
        assertThat(usedBoth.status()).isEqualTo(409);
        assertThat(usedBoth.at("/detail")).isEqualTo("User username `ivo` is not unique");
        assertThat(malformed.status()).isEqualTo(422);
        assertThat(malformed.at("/detail/params/errors/0/type")).isEqualTo("uuid_parsing");
        assertThat(malformed.at("/detail/params/errors/0/msg")).startsWith("Input should be a valid UUID");
    }

    /** Only a username that is missing is free: who may not look is not told that it is. */
    @Test
    void whoMayNotReadUsersIsNotToldThatAUsernameIsFree() {
        createIvo(",'id':'" + NOBODY + "'");
        Permission[] allButReading = Arrays.stream(RosterPermission.values())
                .filter(permission -> permission != RosterPermission.USER_READ)
                .toArray(Permission[]::new);
        argilla.given()
                .user("rita")
                .role(argilla.given().role("recruiter", allButReading))
                .token("rita-key");

        Answer free = argilla.post(
                "rita",
                USERS,
                "{'username':'eva','first_name':'Eva','password':'correct-horse','id':'" + NOBODY + "'}");

        assertThat(free.status()).isEqualTo(403);
        assertThat(free.text()).isEqualTo(FORBIDDEN);
    }

    @Tag("edge-18")
    @Test
    void unknownFieldsHaveNoEffect() {
        Answer answer = createIvo(",'api_key':'stolen-key','workspaces':['legal'],'inserted_at':'2000-01-01T00:00:00'");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/api_key")).isNotEqualTo("stolen-key");
        assertThat(answer.at("/inserted_at")).startsWith("2026");
        assertThat(argilla.get("olga", path("ivo") + "/workspaces").text()).isEqualTo("{\"items\":[]}");
    }

    @Tag("edge-19")
    @Test
    void anUpdateTellsAbsentFromNull() {
        createIvo(",'last_name':'Reis'");
        String before = argilla.get("olga", path("ivo")).at("/updated_at");
        argilla.server().fakes().clock().advance(java.time.Duration.ofSeconds(5));

        Answer nothing = argilla.patch("olga", path("ivo"), "{}");
        Answer same = argilla.patch("olga", path("ivo"), "{'username':'ivo','last_name':'Reis'}");
        Answer nulls = argilla.patch("olga", path("ivo"), "{'role':null,'username':null,'last_name':null}");
        Answer lastName = argilla.patch("olga", path("ivo"), "{'last_name':null}");
        Answer foreign = argilla.patch("olga", path("ivo"), "{'username':'anna'}");

        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.at("/updated_at")).isEqualTo(before);
        assertThat(same.at("/updated_at")).isEqualTo(before);
        assertThat(nulls.status()).isEqualTo(422);
        assertThat(nulls.at("/detail/params/errors/0/msg"))
                .isEqualTo("Value error, The following keys must have non-null values: username, role");
        assertThat(nulls.json().at("/detail/params/errors/0/loc")).hasSize(1);
        assertThat(lastName.status()).isEqualTo(200);
        assertThat(lastName.json().get("last_name").isNull()).isTrue();
        assertThat(lastName.at("/updated_at")).isGreaterThan(before);
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.text()).isEqualTo("{\"detail\":\"Username 'anna' already exists\"}");
    }

    @Test
    void anUpdateIgnoresWhatTheSdkReadsOnly() {
        Answer answer = argilla.patch(
                "olga",
                path("anna"),
                "{'id':'" + NOBODY + "','inserted_at':'x','updated_at':null,'api_key':'stolen','username':'anna',"
                        + "'role':'annotator','first_name':'Anna'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/id")).isEqualTo(argilla.idOf("anna"));
        assertThat(answer.at("/first_name")).isEqualTo("Anna");
        assertThat(argilla.get("anna", V1 + "/me").at("/api_key")).isEqualTo("anna-key");
    }

    @Tag("edge-20")
    @Test
    void aUserWithMembershipsIsDeleted() {
        Answer answer = argilla.delete("olga", path("anna"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/username")).isEqualTo("anna");
        assertThat(usernames()).containsExactly("olga", "adam");
        assertThat(argilla.get("olga", V1 + "/workspaces/" + argilla.idOf("legal") + "/users")
                        .json()
                        .at("/items")
                        .findValuesAsText("username"))
                .containsExactly("adam");
    }

    @Tag("edge-21")
    @Test
    void deletingTwiceIsNotFound() {
        String anna = path("anna");
        argilla.delete("olga", anna);

        assertThat(argilla.delete("olga", anna).status()).isEqualTo(404);
    }

    @Tag("edge-21")
    @Test
    void anIdHasManySpellings() {
        String id = argilla.idOf("anna");

        assertThat(argilla.get("olga", USERS + "/" + id.replace("-", "")).at("/id"))
                .isEqualTo(id);
        assertThat(argilla.get("olga", USERS + "/" + id.toUpperCase(Locale.ROOT))
                        .at("/id"))
                .isEqualTo(id);
        Answer none = argilla.get("olga", USERS + "/None");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.at("/detail/params/errors/0/loc/0")).isEqualTo("path");
        assertThat(none.at("/detail/params/errors/0/loc/1")).isEqualTo("user_id");
    }

    @Tag("edge-22")
    @Test
    void aLimitChangesNothing() {
        assertThat(argilla.get("olga", USERS + "?limit=1&offset=1").json().at("/items"))
                .hasSize(3);
    }

    @Test
    void aListIsWholeHoweverLong() {
        IntStream.range(0, 450).forEach(number -> argilla.given().user("user" + number));

        assertThat(usernames()).hasSize(453).doesNotHaveDuplicates().endsWith("user449");
    }

    @Test
    void otherRolesShowAsTheNearest() {
        argilla.user("mia", PredefinedRole.MANAGER);
        argilla.user("vic", PredefinedRole.VIEWER);
        argilla.user("cleo", PredefinedRole.ANNOTATOR)
                .role(argilla.given()
                        .role(
                                "curator",
                                RosterPermission.MEMBER_READ,
                                RosterPermission.MEMBER_REMOVE,
                                RosterPermission.DATASET_READ,
                                RosterPermission.DATASET_CREATE,
                                RosterPermission.DATASET_UPDATE,
                                RosterPermission.DATASET_DELETE,
                                RosterPermission.DATASET_ASSIGN));

        assertThat(argilla.get("mia", V1 + "/me").at("/role")).isEqualTo("admin");
        assertThat(argilla.get("vic", V1 + "/me").at("/role")).isEqualTo("annotator");
        assertThat(argilla.get("cleo", V1 + "/me").at("/role")).isEqualTo("admin");
        assertThat(argilla.get("olga", USERS).json().at("/items").findValuesAsText("role"))
                .containsExactly("owner", "admin", "annotator", "admin", "annotator", "admin");
    }

    @Test
    void anUpdateDoesNotTurnAManagerIntoWhatItShows() {
        argilla.user("mia", PredefinedRole.MANAGER);

        Answer answer = argilla.patch("olga", path("mia"), "{'role':'admin','first_name':'Mia'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(argilla.server()
                        .fakes()
                        .ports()
                        .users()
                        .findByUsername(new dev.roster.domain.user.Username("mia").key())
                        .orElseThrow()
                        .role())
                .isEqualTo(PredefinedRole.MANAGER.ref());
    }

    @Test
    void workspacesOfAUserNeedAnOwner() {
        Answer answer = argilla.get("olga", path("anna") + "/workspaces");

        assertThat(answer.json().at("/items").findValuesAsText("name")).containsExactly("legal");
        assertThat(argilla.get("olga", USERS + "/" + NOBODY + "/workspaces").text())
                .isEqualTo("{\"detail\":\"User with id `" + NOBODY + "` not found\"}");
        assertThat(argilla.get("olga", USERS + "/x/workspaces").status()).isEqualTo(422);
    }

    @Test
    void halfACharacterIsInvalid() {
        Answer answer = argilla.server()
                .ask("POST", USERS)
                .header("X-Argilla-Api-Key", "olga-key")
                .json("{\"username\":\"a\\ud800\",\"first_name\":\"x\",\"password\":\"correct-horse\"}")
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail/params/errors/0/type")).isEqualTo("string_unicode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "5", "\"text\""})
    void aBodyThatIsNoObjectIsInvalid(String json) {
        Answer answer = create(json);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail/params/errors/0/loc/0")).isEqualTo("body");
    }

    @Test
    void anEmptyBodyIsMissing() {
        Answer answer = argilla.ask("olga", "POST", USERS).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail/params/errors/0/type")).isEqualTo("missing");
    }
}
