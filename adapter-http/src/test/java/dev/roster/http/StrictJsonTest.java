package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.TestServer.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are wrong in some way: each is refused with the place, none with its content. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictJsonTest {
    private World world;

    @BeforeAll
    void start() {
        world = new World();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private Answer create(String body) {
        return world.ask("ada", "POST", "/v1/users").json(body).send();
    }

    private Answer decide(String body) {
        return world.ask("ada", "POST", "/v1/decisions").json(body).send();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"usrname\":\"x\"} | usrname",
                "{} | username",
                "{\"username\":null} | username",
                "{\"username\":7} | username",
                "{\"username\":[\"x\"]} | username",
                "{\"username\":\"x\",\"username\":\"y\"} | username",
                "{\"username\":\"\"} | username",
                "{\"username\":\"x\",\"first_name\":\"\"} | first_name",
                "{\"username\":\"x\",\"email\":\"nobody\"} | email",
                "{\"username\":\"x\",\"password\":\"short\"} | password",
                "{\"username\":\"x\",\"user_token\":\"a b c d e\"} | user_token",
                "{\"username\":\"x\",\"role\":\"king\"} | role",
                "{\"username\":\"x\",\"id\":\"1-1-1-1-1\"} | id",
                "{\"username\":\"x\",\"workspaces\":{}} | workspaces",
                "{\"username\":\"x\",\"workspaces\":[\"y\"]} | workspaces[0]",
                "{\"username\":\"x\",\"workspaces\":[null]} | workspaces[0]",
                "{\"username\":\"a\\u0000b\"} | username",
                "{\"username\":\"a\\ud800b\"} | username",
                "[] | body",
                "null | body",
                "\"x\" | body",
                "7 | body"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        Answer answer = create(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/type")).isEqualTo("urn:roster:problem:invalid");
        assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | questions",
                "{\"questions\":[]} | questions",
                "{\"questions\":[7]} | questions[0]",
                "{\"questions\":[{}]} | questions[0].permission",
                "{\"questions\":[{\"permission\":\"nonsense\",\"target\":{\"kind\":\"instance\"}}]} | questions[0].permission",
                "{\"questions\":[{\"permission\":\"user:read\"}]} | questions[0].target",
                "{\"questions\":[{\"permission\":\"user:read\",\"target\":{\"kind\":\"planet\"}}]} | questions[0].target.kind",
                "{\"questions\":[{\"permission\":\"user:read\",\"target\":{\"kind\":\"user\"}}]} | questions[0].target.id",
                "{\"questions\":[{\"permission\":\"user:read\",\"target\":{\"kind\":\"user\",\"id\":\"x\"}}]} | questions[0].target.id",
                "{\"questions\":[{\"permission\":\"user:read\",\"target\":{\"kind\":\"user\",\"it\":1}}]} | questions[0].target.it",
                "{\"questions\":[{\"a\":{\"b\":1,\"b\":2}}]} | questions[0].a.b",
                "{\"questions\":[{\"a\":{\"b\":{\"c\":1},\"b\":{\"c\":2}}}]} | questions[0].a.b",
                "{\"questions\":[7,{\"a\":[1],\"b\":null,\"a\":[[2]]}]} | questions[1].a",
                "{\"questions\":[{\"a\":[[],[\"x\",\"\\u0000\"]]}]} | questions[0].a[1][1]",
                "{\"questions\":[{\"a\\u0000\":1}]} | questions[0]"
            })
    void namesPlacesInside(String body, String field) {
        Answer answer = decide(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void quotesThePermissionThatNobodyRegistered() {
        Answer answer = decide("{\"questions\":[{\"permission\":\"other:THING\",\"target\":{\"kind\":\"instance\"}}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo("permission");
        assertThat(answer.at("/detail")).contains("`other:THING`");
    }

    @Test
    void asksAHundredQuestionsAtMost() {
        String question = "{\"permission\":\"user:read\",\"target\":{\"kind\":\"instance\"}}";

        assertThat(decide("{\"questions\":[" + (question + ",").repeat(99) + question + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(decide("{\"questions\":[" + (question + ",").repeat(100) + question + "]}")
                        .at("/errors/0/field"))
                .isEqualTo("questions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"username\":\"secret-text\"",
                "{'username':'secret-text'}",
                "{username:\"secret-text\"}",
                "{\"username\":\"secret-text\",}",
                "{\"username\":secret-text}",
                "// secret-text\n{}",
                "{\"username\":\"secret-text\"} x",
                "{} {}",
                "{\"username\":01}",
                "{\"username\":NaN}",
                "{\"username\":\"secret-text\n\"}",
                "\ufeff{}"
            })
    void tellsWhereJsonBreaksAndNotWhatItSays(String body) {
        Answer answer = create(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo("body");
        assertThat(answer.text()).doesNotContain("secret-text", "jackson", "Exception");
    }

    @Test
    void tellsLineAndColumn() {
        assertThat(create("{\n  \"username\": oops}").at("/detail")).contains("line 2, column");
    }

    @Test
    void readsNothingButUtf8() {
        byte[] latin = "{\"username\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "{\"username\":\"x\"}".getBytes(StandardCharsets.UTF_16BE);

        for (byte[] body : new byte[][] {latin, wide}) {
            Answer answer = world.ask("ada", "POST", "/v1/users")
                    .header("Content-Type", "application/json")
                    .body(body)
                    .send();
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    void defusesNestingBombs() {
        String lists = "{\"username\":" + "[".repeat(100_000);
        String objects = "{\"a\":".repeat(100_000);

        assertThat(create(lists).at("/detail")).contains("nested deeper");
        assertThat(create(objects).at("/detail")).contains("nested deeper");
        assertThat(create("{\"username\":" + "[".repeat(31) + "]".repeat(31) + "}")
                        .at("/detail"))
                .isEqualTo("`username` must be a string, not a list");
        assertThat(create("{\"username\":[7," + "[".repeat(40)).at("/detail"))
                .isEqualTo("the JSON is nested deeper than 32 levels at `username[1]" + "[0]".repeat(30) + "`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e5",
                "1.0",
                "1E400",
                "99999999999999999999",
                "-1",
                "0",
                "1000001",
                "\"5\"",
                "true",
                "null",
                "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111"
            })
    void takesOnlyWholeNumbersInTheirRange(String count) {
        Answer answer = world.ask("ada", "POST", "/v1/datasets/" + world.contracts.id() + "/contributions")
                .json("{\"user_id\":\"" + world.noa + "\",\"count\":" + count + "}")
                .send();

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-03-01",
                "2026-03-01T08:30:00",
                "+12026-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void takesOnlyTimesOfRfc3339(String at) {
        Answer answer = world.ask("ada", "POST", "/v1/datasets/" + world.contracts.id() + "/contributions")
                .json("{\"user_id\":\"" + world.noa + "\",\"count\":1,\"at\":\"" + at + "\"}")
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo("at");
    }

    @ParameterizedTest
    @CsvSource({"username,first_name,role,password"})
    void refusesNullWhereAFieldCannotBeEmpty(String username, String firstName, String role, String password) {
        for (String field : new String[] {username, firstName, role, password}) {
            Answer answer = world.ask("ada", "PATCH", "/v1/users/" + world.zoe)
                    .json("{\"" + field + "\":null}")
                    .send();

            assertThat(answer.status()).as(field).isEqualTo(400);
            assertThat(answer.at("/errors/0/field")).isEqualTo(field);
        }
    }

    @Test
    void clipsWhatItRepeats() {
        assertThat(create("{\"username\":\"x\",\"role\":\"" + "r".repeat(500_000) + "\"}")
                        .text())
                .hasSizeLessThan(2_000);
        assertThat(create("{\"" + "n".repeat(900) + "\":1}").text()).hasSizeLessThan(2_000);
    }
}
