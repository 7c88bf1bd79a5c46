package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonsense and malice, made from a seed: whatever comes in, the answer is at worst a 4xx problem. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "a",
            "-1",
            "0",
            "%",
            "..",
            "/",
            "\\",
            "'",
            "\"",
            "' OR 1=1 --",
            "<script>",
            "\u0000",
            "\n",
            "\uD83D\uDE00",
            "\u202E",
            "null",
            "{}",
            "[]",
            "019c1a2b-3c4d-7e5f-8a9b-0c1d2e3f4a5b",
            "00000000000000000000000000000000",
            "é",
            "$(id)",
            "${jndi:x}",
            "9223372036854775808",
            "1e999",
            "true",
            "x".repeat(300));
    private static final List<String> FIELDS = List.of(
            "username",
            "user_id",
            "role",
            "name",
            "questions",
            "count",
            "at",
            "password",
            "login",
            "link",
            "access",
            "workspace_id",
            "description",
            "display_name",
            "id",
            "workspaces",
            "current_password",
            "first_name",
            "email");

    private World world;

    @BeforeAll
    void start() {
        world = new World();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String json(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 8)) {
            case 0 -> "null";
            case 1 -> Long.toString(random.nextLong());
            case 2 -> "true";
            case 3, 4 -> quoted(pick(random, PIECES));
            case 5 -> "[" + json(random, depth + 1) + "," + json(random, depth + 1) + "]";
            default -> object(random, depth);
        };
    }

    private static String object(Random random, int depth) {
        List<String> fields = new ArrayList<>();
        for (int left = random.nextInt(4); left >= 0; left--) {
            fields.add(quoted(pick(random, FIELDS)) + ":" + json(random, depth + 1));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private static String quoted(String text) {
        return TestServer.JSON.getNodeFactory().textNode(text).toString();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String path(Random random, String template, JsonNode operation) {
        String path = template.replaceAll("\\{\\w+}", java.util.regex.Matcher.quoteReplacement(segment(random)));
        List<String> query = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query") && random.nextBoolean()) {
                query.add(parameter.path("name").asText() + "=" + escaped(pick(random, PIECES)));
            }
        });
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String segment(Random random) {
        String text = pick(random, PIECES).replaceAll("[/\\\\%]|\\.\\.|\\p{Cntrl}", "x");
        return text.isBlank() ? "x" : escaped(text).replace("+", "%20");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersGeneratedNonsenseWithAProblemAtWorst(long seed) {
        Random random = new Random(seed);
        for (Map.Entry<String, JsonNode> operation : OpenApiOperations.all().entrySet()) {
            String method = operation.getKey().substring(0, operation.getKey().indexOf(' '));
            String template = operation.getKey().substring(operation.getKey().indexOf(' ') + 1);
            if (operation.getKey().equals("POST /v1/me/token")) {
                continue;
            }
            for (int round = 0; round < 6; round++) {
                TestServer.Ask ask = world.ask("ada", method, path(random, template, operation.getValue()));
                TestServer.Answer answer = operation.getValue().has("requestBody")
                        ? ask.json(object(random, 0)).send()
                        : ask.send();

                assertThat(answer.status()).as(operation.getKey()).isLessThan(500);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void readsBytesOfAnyKindAsABodyWithoutHarm(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            if (body.length > 0 && random.nextBoolean()) {
                body[0] = '{';
            }

            TestServer.Answer answer = world.ask("ada", "POST", "/v1/users")
                    .header("Content-Type", "application/json")
                    .body(body)
                    .send();

            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/users/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/users/%ff HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/users/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/users/a%2fb HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/../v1/me HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/%2e%2e/v1/me HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/me;a=b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/users?limit=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET v1/me HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\n\r\n",
                "GET /v1/me HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /v1/me\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: x\r\nAuthorization : Bearer ada-token\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ada\u0000token\r\n\r\n",
                "GET /v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ad\u00e9\r\n\r\n",
                "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}",
                "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void answersBrokenHttpWithA4xx(String request) throws IOException {
        String answer = raw(request);

        assertThat(answer).matches("(?s)HTTP/1\\.[01] (4\\d\\d|505) .*");
        assertThat(answer).doesNotContain("Exception", "jetty", "Jetty", "<html");
    }

    @Test
    void answersHeadersThatAreTooLong() throws IOException {
        String endless = "x".repeat(20_000);

        assertThat(raw("GET /v1/me HTTP/1.1\r\nHost: x\r\nX: " + endless + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(raw("GET /" + endless + " HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 414 ");
    }

    @Test
    void readsNoMoreOfALongBodyThanItMust() throws IOException {
        String chunk = Integer.toHexString(1 << 16) + "\r\n" + "x".repeat(1 << 16) + "\r\n";
        StringBuilder request = new StringBuilder(
                "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int chunks = 0; chunks < 17; chunks++) {
            request.append(chunk);
        }

        assertThat(raw(request + "0\r\n\r\n")).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    }

    /** Sends what no client library would, and reads until the server has said all. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.server.port())) {
            socket.setSoTimeout(1_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return new String(readAll(socket.getInputStream()), StandardCharsets.UTF_8);
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        java.io.ByteArrayOutputStream read = new java.io.ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read.write(buffer, 0, count);
            }
        } catch (IOException closed) {
            assertThat(read.size()).as("nothing came back").isPositive();
        }
        return read.toByteArray();
    }
}
