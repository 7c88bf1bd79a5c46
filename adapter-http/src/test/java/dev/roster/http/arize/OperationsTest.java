package dev.roster.http.arize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.http.TestServer.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation in the words of each release: the status that its client wants, and no key too many or too few. */
class OperationsTest {
    private static final Set<String> PROBLEM = Set.of("type", "title", "status", "detail", "instance");

    @ParameterizedTest
    @ValueSource(strings = {"8.32.0", "8.39.0", "8.40.0", "8.41.0", "8.42.0", "", "unheard-of"})
    void everyOperationAnswersAsTheContractSays(String version) {
        try (ArizeServer server = new ArizeServer()) {
            for (String line : lines()) {
                Line operation = Line.parse(line);
                Answer answer = server.send(
                        "olga", version, operation.method(), operation.path(), spelled(operation.body(), version));

                assertThat(answer.status()).as("%s: %s", line, answer.text()).isEqualTo(operation.status());
                if (operation.status() == 204) {
                    assertThat(answer.text()).as(line).isEmpty();
                } else {
                    assertThat(keys(unwrapped(answer.json(), operation, version)))
                            .as(line)
                            .isEqualTo(operation.keys());
                }
                if (!operation.remembered().isEmpty()) {
                    server.remember(operation.remembered(), answer.at("/id"));
                }
            }
        }
    }

    @Test
    void keysHaveTheFieldsOfTheirRelease() {
        try (ArizeServer server = new ArizeServer()) {
            assertKey(server, "8.39.0", "user", "redacted_key key");
            assertKey(server, "8.40.0", "USER", "key");
            assertKey(server, "8.41.0", "USER", "redacted_key key");
            Answer listed = server.send("olga", "8.42.0", "GET", "/api-keys", "");
            assertThat(listed.json().path("api_keys")).hasSize(3);
            for (JsonNode key : listed.json().path("api_keys")) {
                assertThat(keys(key))
                        .isEqualTo(words("id name key_type status redacted_key created_at created_by_user_id"));
                String id = key.path("id").asText();
                server.remember("key", id);
                assertThat(server.send("olga", "8.42.0", "PUT", "/api-keys/{key}/revoke", "")
                                .status())
                        .isEqualTo(204);
            }
        }
    }

    private static void assertKey(ArizeServer server, String version, String type, String others) {
        Answer made =
                server.send("olga", version, "POST", "/api-keys", "{'key_type': '" + type + "', 'name': 'laptop'}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(keys(made.json()))
                .isEqualTo(words("id name key_type status created_at created_by_user_id " + others));
        assertThat(made.at("/key_type")).isEqualTo(type);
    }

    @Test
    void serviceKeysTakeTheShapeOfTheirRelease() {
        try (ArizeServer server = new ArizeServer()) {
            Answer flat = server.send(
                    "olga",
                    "8.40.0",
                    "POST",
                    "/api-keys",
                    "{'key_type': 'SERVICE', 'name': 'nightly', 'space_id': '{space}', 'roles': {'space_role': 'READ_ONLY'}}");
            assertThat(flat.status()).as(flat.text()).isEqualTo(201);
            assertThat(flat.json().has("bot_user")).isFalse();

            Answer nested = server.send(
                    "olga",
                    "8.42.0",
                    "POST",
                    "/api-keys",
                    "{'key_type': 'SERVICE', 'name': 'nightly', 'organizations': [{'org_id': '{org}', 'spaces': [{'space_id':"
                            + " '{space}'}]}]}");
            assertThat(nested.status()).as(nested.text()).isEqualTo(201);
            assertThat(nested.at("/bot_user/account_role/name")).isEqualTo("MEMBER");
            assertThat(nested.at("/bot_user/organizations/0/role/name")).isEqualTo("READ_ONLY");
            assertThat(nested.at("/bot_user/organizations/0/spaces/0/role/name"))
                    .isEqualTo("MEMBER");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /users/VXNlcjo0MDQ= | | 400",
                "GET /users/{org} | | 400",
                "GET /users?limit=101 | | 400",
                "GET /users?cursor=x | | 400",
                "GET /users?name=x | | 400",
                "POST /users | [] | 400",
                "POST /users | {'name': 'A'} | 400",
                "POST /users | {'name': 'A', 'email': 'a@b.example', 'role': {'type': 'PREDEFINED', 'name': 'MEMBER', 'id': null}, 'invite_mode': 'NONE'} | 400",
                "PATCH /users/{user} | {} | 400",
                "PATCH /users/{user} | {'email': 'x@y.example'} | 400",
                "GET /nothing | | 404",
                "PUT /users | | 405",
                "GET /role-bindings | | 400",
                "POST /roles | {'name': 'X', 'permissions': ['FLY']} | 400",
                "POST /resource-restrictions | {'resource_id': '{space}'} | 400",
                "DELETE /resource-restrictions/{project} | | 404"
            })
    void problemsHaveFiveMembersAtMost(String line) {
        try (ArizeServer server = new ArizeServer()) {
            Line wrong = Line.parse(line + " |");
            Answer answer = server.send("olga", "8.42.0", wrong.method(), wrong.path(), wrong.body());

            assertThat(answer.status()).as(answer.text()).isEqualTo(wrong.status());
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(PROBLEM).containsAll(keys(answer.json()));
            assertThat(answer.json().path("status").asInt()).isEqualTo(wrong.status());
            assertThat(answer.at("/title")).isNotEmpty();
        }
    }

    /** A line of the table. */
    private record Line(String method, String path, String body, int status, Set<String> keys, String remembered) {
        static Line parse(String line) {
            String[] cells = line.split("\\|", -1);
            String[] asked = cells[0].strip().split(" ", 2);
            String[] answered = cells[3].split("->", -1);
            return new Line(
                    asked[0],
                    asked[1],
                    cells[1].strip(),
                    Integer.parseInt(cells[2].strip()),
                    words(answered[0]),
                    answered.length > 1 ? answered[1].strip() : "");
        }
    }

    private static boolean isOld(String version) {
        return version.startsWith("8.3");
    }

    /** Up to 8.39 the words of fixed sets were lower case, and names of roles had hyphens. */
    private static String spelled(String body, String version) {
        if (!isOld(version)) {
            return body;
        }
        String older = body.replace("READ_ONLY", "read-only");
        for (String word : List.of(
                "PREDEFINED", "CUSTOM", "MEMBER", "ADMIN", "ANNOTATOR", "EMAIL_LINK", "TEMPORARY_PASSWORD", "NONE")) {
            older = older.replace("'" + word + "'", "'" + word.toLowerCase(Locale.ROOT) + "'");
        }
        return older;
    }

    /** A restriction was wrapped up to 8.39. */
    private static JsonNode unwrapped(JsonNode answer, Line operation, String version) {
        return isOld(version) && operation.path().equals("/resource-restrictions")
                ? answer.path("resource_restriction")
                : answer;
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>(Arrays.asList(text.strip().split(" +")));
        words.remove("");
        return words;
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(OperationsTest.class.getResourceAsStream("operations.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(lines::add);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        assertThat(lines).isNotEmpty();
        return lines;
    }
}
