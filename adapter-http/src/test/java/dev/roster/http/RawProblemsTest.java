package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.http.RawConnection.Raw;
import dev.roster.http.argilla.ArgillaModule;
import dev.roster.http.dialect.TokenKeys;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the HTTP server refuses before a route is found has the shape of every other "no". */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawProblemsTest {
    private static final String LONG = "x".repeat(20_000);

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(
                HttpSettings.on("127.0.0.1", 0).withRootDialect("argilla"),
                new ArgillaModule(),
                binder -> binder.bind(TokenKeys.class).toInstance(use -> new byte[32]));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Raw answer(String request) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            return connection
                    .send(request.replace("\\r\\n", "\r\n")
                            .replace("LONG", LONG)
                            .replace("\\0", "\0"))
                    .answer();
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        // the request line
        "400, bad-request, 'nonsense\\r\\n\\r\\n'",
        "400, bad-request, 'GET\\r\\n\\r\\n'",
        "505, http-version-not-supported, 'GET  HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "400, bad-request, 'GET v1/me HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "400, bad-request, 'G\\0T /v1/me HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "414, uri-too-long, 'GET /LONG HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        // the version
        "505, http-version-not-supported, 'GET /v1/me\\r\\n\\r\\n'",
        "505, http-version-not-supported, 'GET /v1/me HTTP/0.9\\r\\n\\r\\n'",
        "505, http-version-not-supported, 'GET /v1/me HTTP/9.9\\r\\nHost: x\\r\\n\\r\\n'",
        "505, http-version-not-supported, 'GET /v1/me HTTQ/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "426, upgrade-required, 'GET /v1/me HTTP/2.0\\r\\nHost: x\\r\\n\\r\\n'",
        "426, upgrade-required, 'PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n'",
        // the header
        "431, request-header-fields-too-large, 'GET /v1/me HTTP/1.1\\r\\nHost: x\\r\\nX: LONG\\r\\n\\r\\n'",
        "431, request-header-fields-too-large, 'GET /v1/me HTTP/1.1\\r\\nHost: x\\r\\nLONG: x\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/me HTTP/1.1\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/me HTTP/1.1\\r\\nHost:\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/me HTTP/1.1\\r\\nHost: x\\r\\nHost: y\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/me HTTP/1.1\\r\\nHost: x:y\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/me HTTP/1.1\\r\\nHost: x:99999\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/me HTTP/1.1\\r\\nHost: x/y\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/me HTTP/1.1\\r\\nHost: x\\r\\nX : y\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/me HTTP/1.1\\r\\nHost: x\\r\\nX: a\\0b\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/me HTTP/1.1\\r\\nHost: x\\r\\nX: a\\r\\n b\\r\\n\\r\\n'",
        "417, expectation-failed, 'POST /v1/sessions HTTP/1.1\\r\\nHost: x\\r\\nExpect: 200-ok\\r\\n\\r\\n'",
        // the length
        "400, bad-request, 'POST /v1/sessions HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: -1\\r\\n\\r\\n'",
        "400, bad-request, 'POST /v1/sessions HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: +5\\r\\n\\r\\n'",
        "400, bad-request, 'POST /v1/sessions HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\n'",
        "400, bad-request, 'POST /v1/sessions HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: \u0663\\r\\n\\r\\n'",
        "400, bad-request, 'POST /v1/sessions HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 5\\r\\nContent-Length: 6\\r\\n\\r\\n'",
        "400, bad-request, 'POST /v1/sessions HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 2\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n'",
        "400, bad-request, 'POST /v1/sessions HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked, gzip\\r\\n\\r\\n'",
        // targets that could be read in two ways; those that HTTP allows reach no other route
        "401, unauthenticated, 'GET /v1/users/a%2fb HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "404, not-found, 'GET /v1/%2e%2e/v1/me HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/..;/v1/me HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "404, not-found, 'GET /v1//me HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/users/%zz HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/users/%00 HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "400, bad-request, 'GET /v1/users/%ff HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "400, bad-request, 'GET /argilla/api/v1/users/%ff HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "400, bad-request, 'GET /../v1/me HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        // methods that HTTP does not know
        "405, method-not-allowed, 'BREW /v1/me HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "405, method-not-allowed, 'TRACE /v1/me HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
        "405, method-not-allowed, 'CONNECT x:80 HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'",
    })
    void isAProblemWithTheHeadersOfEveryAnswer(int status, String type, String request) throws IOException {
        Raw answer = answer(request);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        String header = answer.header().toLowerCase(Locale.ROOT);
        assertThat(header)
                .contains("content-type: application/problem+json", "cache-control: no-store", "x-request-id: ")
                .contains("x-content-type-options: nosniff", "referrer-policy: no-referrer")
                .doesNotContain("server:", "jetty");
        if (!List.of(401, 404, 405).contains(status)) {
            assertThat(header).contains("connection: close");
        }
        JsonNode problem = TestServer.JSON.readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:roster:problem:" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContainIgnoringCase("jetty").doesNotContain("Exception", "xxx");
        Contract.mustBeAProblem(answer.body());
    }

    @Test
    void bearsTheNameThatTheClientGaveTheRequest() throws IOException {
        assertThat(answer("GET /v1/users/%ff HTTP/1.1\r\nHost: x\r\nX-Request-Id: mine\r\n\r\n")
                        .header())
                .containsIgnoringCase("X-Request-Id: mine\r\n");
    }
}
