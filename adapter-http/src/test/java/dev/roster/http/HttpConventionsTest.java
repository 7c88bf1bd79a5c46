package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.TestServer.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConventionsTest {
    private World world;

    @BeforeEach
    void start() {
        world = new World();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        Answer get = world.ask("ada", "GET", "/v1/users").send();
        Answer head = world.ask("ada", "HEAD", "/v1/users").send();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(world.ask("", "HEAD", "/v1/users").send().status()).isEqualTo(401);
    }

    @Test
    void tellsTheMethodsOfAPath() {
        Answer answer = world.ask("", "OPTIONS", "/v1/users").send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(answer.header("Content-Type")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/v1/users,'GET, HEAD, OPTIONS, POST'",
        "POST,/v1/users/count,'GET, HEAD, OPTIONS'",
        "PATCH,/v1/users/count,'GET, HEAD, OPTIONS'",
        "TRACE,/v1/me,'GET, HEAD, OPTIONS, PATCH'",
        "POST,/health/live,'GET, HEAD, OPTIONS'"
    })
    void refusesAMethodThatAPathDoesNotKnow(String method, String path, String allow) {
        Answer answer = world.ask("ada", method, path).send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allow);
        assertThat(answer.at("/type")).isEqualTo("urn:roster:problem:method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1", "/v1/nothing", "/v2/me", "/v1//me", "/v1/me/nothing", "/v1/users/x/y/z", "/favicon.ico"})
    void answersUnknownPathsWithAProblem(String path) {
        for (String method : new String[] {"GET", "POST", "PATCH", "DELETE", "PUT"}) {
            Answer answer = world.ask("ada", method, path).send();

            assertThat(answer.status()).as("%s %s", method, path).isEqualTo(404);
        }
    }

    @Test
    void refusesAMethodThatNobodyKnows() {
        Answer answer = world.ask("ada", "BREW", "/v1/me").send();

        assertThat(answer.status()).isBetween(400, 499);
    }

    @Test
    void answersATrailingSlashInPlace() {
        Answer answer = world.ask("noa", "GET", "/v1/me/").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/username")).isEqualTo("noa");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,200",
        "application/*,200",
        "*/*,200",
        "'text/html, */*;q=0.1',200",
        "text/html,406",
        "application/json;q=0,406",
        "'application/json; charset=utf-8',200",
        "'text/html, APPLICATION/json; q=0.5',200",
        "'application/json;q=0.000, text/html',406",
        "'application/json; x=\"a,b\"',200",
        "'application/json; q = 1, \"',200",
        "nonsense,406",
        "'',200"
    })
    void answersOnlyWhatIsAccepted(String accept, int status) {
        Answer answer =
                world.ask("noa", "GET", "/v1/me").header("Accept", accept).send();

        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,415",
        "application/xml,415",
        "application/json;charset=iso-8859-1,415",
        "application/json;charset=bogus,415",
        "application/json;charset=utf-8x,415",
        "'application/json;charset=\"',415",
        "multipart/form-data,415",
        "application/json;charset=UTF-8,200",
        "'application/json; charset=\"utf-8\"',200",
        "'application/json; x=\"charset=bogus\"',200",
        "application/json;CHARSET=us-ascii,200",
        "Application/JSON,200",
        "application/merge-patch+json,200"
    })
    void readsOnlyJson(String type, int status) {
        Answer answer = world.ask("noa", "PATCH", "/v1/me")
                .header("Content-Type", type)
                .body("{\"display_name\":\"Noa\"}".getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "'utf-8'", "utf-16", "*"})
    void namesTheCharsetThatItDoesNotRead(String charset) {
        Answer answer = world.ask("noa", "PATCH", "/v1/me")
                .header("Content-Type", "application/json; charset=" + charset)
                .body("{\"display_name\":\"Noa\"}".getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.at("/detail")).isEqualTo("the body must be in UTF-8, not in `" + charset + "`");
    }

    @Test
    void readsNoBodyThatIsCompressed() {
        Answer answer = world.ask("noa", "PATCH", "/v1/me")
                .header("Content-Encoding", "gzip")
                .json("{}")
                .send();

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void readsABodyUpToOneMebibyte() {
        String most = "{\"display_name\":\"" + "x".repeat((1 << 20) - 19) + "\"}";

        assertThat(most).hasSize(1 << 20);
        assertThat(world.ask("noa", "PATCH", "/v1/me").json(most).send().status())
                .isEqualTo(400);
        assertThat(world.ask("noa", "PATCH", "/v1/me").json(most + " ").send().status())
                .isEqualTo(413);
    }

    @Test
    void tagsSingleThings() {
        String path = "/v1/workspaces/" + world.legal.id();
        String tag = world.ask("noa", "GET", path).send().header("ETag");
        Answer same = world.ask("noa", "GET", path)
                .header("If-None-Match", "\"x\", W/" + tag)
                .send();
        world.ask("max", "PATCH", path).json("{\"name\":\"law\"}").send();
        Answer changed =
                world.ask("noa", "GET", path).header("If-None-Match", tag).send();

        assertThat(tag).matches("\"[A-Za-z0-9_-]+\"");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.text()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"abc-1,true", "'a b',false", "'',false"})
    void takesASaneRequestId(String given, boolean kept) {
        Answer answer =
                world.ask("noa", "GET", "/v1/me").header("X-Request-Id", given).send();

        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.header("X-Request-Id").equals(given)).isEqualTo(kept);
    }

    @Test
    void makesARequestIdInPlaceOfALongOne() {
        Answer longest = world.ask("noa", "GET", "/v1/me")
                .header("X-Request-Id", "x".repeat(64))
                .send();
        Answer longer = world.ask("noa", "GET", "/v1/me")
                .header("X-Request-Id", "x".repeat(65))
                .send();

        assertThat(longest.header("X-Request-Id")).isEqualTo("x".repeat(64));
        assertThat(longer.header("X-Request-Id")).hasSize(16);
    }

    @Test
    void keepsAnswersOutOfCachesAndSniffers() {
        Answer answer = world.ask("noa", "GET", "/v1/me").send();

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic YWRhOmFkYQ==",
                "noa-token",
                "Bearer noa-token x",
                "Bearer nobody",
                "Bearer ada-token, Bearer noa-token"
            })
    void letsNobodyInWithoutAGoodCredential(String header) {
        Answer answer = world.server
                .ask("GET", "/v1/me")
                .header("Authorization", header)
                .send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"roster\"");
        assertThat(answer.text()).doesNotContain("nobody", "ada-token", "YWRh");
    }

    @Test
    void readsTheSchemeWithoutRegardToCase() {
        Answer answer = world.server
                .ask("GET", "/v1/me")
                .header("Authorization", "bearer noa-token")
                .send();

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void readinessSaysWhatCannotBeDone() {
        assertThat(world.ask("", "GET", "/health/ready").send().status()).isEqualTo(200);
        world.server.obstacle("nothing can be written: the disk of the store is full");

        Answer answer = world.ask("", "GET", "/health/ready").send();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.at("/type")).isEqualTo("urn:roster:problem:unavailable");
        assertThat(answer.at("/detail")).isEqualTo("nothing can be written: the disk of the store is full");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(world.ask("", "GET", "/health/live").send().status()).isEqualTo(200);
    }

    @Test
    void countsRequestsByRouteAndNeverById() {
        world.ask("ada", "GET", "/v1/users/" + world.noa).send();
        world.ask("ada", "GET", "/nowhere/" + world.noa).send();

        String metrics = world.ask("", "GET", "/metrics?any=thing").send().text();

        assertThat(metrics)
                .contains(
                        "roster_http_requests_seconds_count{method=\"GET\",route=\"/v1/users/{user_id}\",status=\"200\"} 1")
                .contains("jvm_memory_used_bytes")
                .doesNotContain(world.noa.toString());
    }

    @Test
    void refusesUnknownQueryParametersByName() {
        Answer answer = world.ask("ada", "GET", "/v1/users?limit=5&nmae=x").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo("nmae");
        assertThat(answer.at("/detail")).contains("unknown query parameter `nmae`", "limit");
        assertThat(world.ask("ada", "GET", "/v1/me?x=1").send().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=1001,limit",
        "limit=x,limit",
        "limit=99999999999,limit",
        "limit=-1,limit",
        "cursor=x,cursor",
        "cursor=AAAAAAAAAAEAAAAA,cursor",
        "status=gone,status",
        "workspace_id=7,workspace_id",
        "search=%00,search",
        "search=%ff,search",
        "search=a&search=b,search"
    })
    void namesTheQueryParameterThatIsWrong(String query, String field) {
        Answer answer = world.ask("ada", "GET", "/v1/users?" + query).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void pagesThroughAListWithCursors() {
        Answer first = world.ask("ada", "GET", "/v1/users?limit=4").send();
        Answer second = world.ask("ada", "GET", "/v1/users?limit=1000&cursor=" + first.at("/next_cursor"))
                .send();

        assertThat(first.json().at("/items")).hasSize(4);
        assertThat(second.json().at("/items")).hasSize(2);
        assertThat(second.json().at("/next_cursor").isNull()).isTrue();
        assertThat(second.at("/items/0/username")).isEqualTo("noa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/users?status=active", "/v1/users?search=a", "/v1/workspaces", "/v1/me/workspaces"})
    void bindsACursorToItsList(String other) {
        String cursor = world.ask("ada", "GET", "/v1/users?limit=1").send().at("/next_cursor");

        Answer answer = world.ask("ada", "GET", other + (other.contains("?") ? "&" : "?") + "cursor=" + cursor)
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo("cursor");
    }
}
