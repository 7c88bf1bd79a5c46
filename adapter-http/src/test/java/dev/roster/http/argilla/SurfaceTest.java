package dev.roster.http.argilla;

import static dev.roster.http.argilla.ArgillaServer.V0;
import static dev.roster.http.argilla.ArgillaServer.V1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurfaceTest {
    private ArgillaServer argilla;

    @BeforeEach
    void start() {
        argilla = ArgillaServer.startAtRoot();
    }

    @AfterEach
    void stop() {
        argilla.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/version|{'version':'2.8.0'}",
                "/api/v1/settings|{'argilla':{'share_your_progress_enabled':false}}",
                "/api/v1/oauth2/providers|{'items':[]}",
                "/api/_info|{'version':'1.29.1'}"
            })
    void someThingsAreToldToEverybody(String path, String json) {
        Answer answer = argilla.server().ask("GET", "/argilla" + path).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(json.replace('\'', '"'));
    }

    @Test
    void bothStatusesHaveTheKeysTheirClientsRead() {
        Answer status = argilla.server().ask("GET", V1 + "/status").send();
        Answer legacy = argilla.server().ask("GET", V0 + "/_status").send();

        assertThat(status.json().fieldNames()).toIterable().contains("version", "search_engine", "memory");
        assertThat(legacy.json().fieldNames()).toIterable().contains("version", "mem_info", "elasticsearch");
        assertThat(legacy.json().at("/elasticsearch/version").fieldNames())
                .toIterable()
                .contains("number", "build_snapshot", "minimum_index_compatibility_version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/me", "/argilla/api/v1/me", "/argilla/api/me"})
    void bothPrefixesServeBothGenerations(String path) {
        assertThat(argilla.get("anna", path).at("/username")).isEqualTo("anna");
    }

    @Test
    void aTrailingSlashIsServedInPlace() {
        assertThat(argilla.get("anna", V1 + "/me/").status()).isEqualTo(200);
        assertThat(argilla.post("olga", V1 + "/workspaces/", "{'name':'new'}").status())
                .isEqualTo(201);
    }

    @Test
    void anUnknownPathIsNotFound() {
        Answer answer = argilla.get("anna", V1 + "/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("{\"detail\":\"Not Found\"}");
    }

    @Test
    void headAnswersAsGetWithoutABody() {
        Answer answer = argilla.ask("olga", "HEAD", V1 + "/users").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void aBodyThatIsTooLongIsRefusedInItsShape() {
        Answer answer = argilla.post("olga", V1 + "/users", "{'username':'" + "x".repeat(1 << 20) + "'}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.at("/detail")).contains("longer");
    }

    @Test
    void aNestingBombIsBrokenJson() {
        Answer answer = argilla.post("olga", V1 + "/users", "{'a':" + "[".repeat(100_000) + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail/params/errors/0/type")).isEqualTo("json_invalid");
    }

    @Test
    void nativeErrorsStayNative() {
        Answer answer = argilla.server().ask("GET", "/v1/me").send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
