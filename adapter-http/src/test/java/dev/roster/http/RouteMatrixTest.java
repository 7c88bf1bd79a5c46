package dev.roster.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.given.SamplePicture;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.domain.role.Permission;
import dev.roster.http.TestServer.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the native API, asked by every kind of caller: what comes of it stands in {@code route-matrix.txt},
 * and nowhere else. An operation that the document has and the table lacks fails, and so does one that only the table has.
 */
class RouteMatrixTest {
    private static final String REFUSED_UNKNOWN = "401";

    /** What the table says of one operation. */
    private record Row(String operation, @Nullable Permission permission, List<String> outcomes) {}

    private record Table(List<String> callers, Map<String, Row> rows) {
        static Table read() {
            List<String> callers = new ArrayList<>();
            Map<String, Row> rows = new LinkedHashMap<>();
            for (String line : text().lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    List<String> words = List.of(line.trim().split("\\s+"));
                    if (callers.isEmpty()) {
                        callers.addAll(words.subList(2, words.size()));
                    } else {
                        String operation = words.get(0) + " " + words.get(1);
                        rows.put(operation, row(operation, words));
                    }
                }
            }
            return new Table(callers, rows);
        }

        private static Row row(String operation, List<String> words) {
            String permission = words.get(2);
            return new Row(
                    operation,
                    permission.equals("-") ? null : Permission.parse(permission),
                    words.subList(3, words.size()));
        }

        private static String text() {
            try (InputStream file = RouteMatrixTest.class.getResourceAsStream("route-matrix.txt")) {
                return new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>(OpenApiOperations.all());
        operations.keySet().removeIf(operation -> !operation.contains(" /v1/"));
        return operations;
    }

    private static boolean isOpen(JsonNode operation) {
        return operation.has("security");
    }

    @Test
    void theTableHasARowForEachOperationOfTheDocument() {
        assertThat(new TreeSet<>(Table.read().rows().keySet()))
                .isEqualTo(new TreeSet<>(operations().keySet()));
    }

    @Test
    void everyOperationAnswersEveryKindOfCallerAsTheTableSays() {
        Table table = Table.read();
        List<String> differences = new ArrayList<>();
        operations().forEach((name, operation) -> {
            Row row = requireNonNull(table.rows().get(name), name);
            try (TestServer server = TestServer.start()) {
                List<String> outcomes = table.callers().stream()
                        .map(caller -> outcome(server, name, operation, caller, row.permission()))
                        .toList();
                if (!outcomes.equals(row.outcomes())) {
                    differences.add(shown(row, outcomes));
                }
            }
        });
        assertThat(differences)
                .as("what comes of it now, where that is not what the table says")
                .isEmpty();
    }

    @Test
    void noCredentialThatIsDeadOpensAnything() {
        operations().forEach((name, operation) -> {
            if (!isOpen(operation)) {
                try (TestServer server = TestServer.start()) {
                    Cast.DEAD.forEach(caller -> assertThat(outcome(server, name, operation, caller, null))
                            .as("%s %s", name, caller)
                            .isEqualTo(REFUSED_UNKNOWN));
                }
            }
        });
    }

    private static String shown(Row row, List<String> outcomes) {
        String permission = row.permission() == null ? "-" : row.permission().key();
        return String.format("%-70s %-22s ", row.operation(), permission)
                + outcomes.stream()
                        .map(outcome -> String.format("%-9s", outcome))
                        .collect(Collectors.joining(" "));
    }

    /** The status, or {@code ok} for any that says that it was done. */
    private static String outcome(
            TestServer server, String name, JsonNode operation, String caller, @Nullable Permission permission) {
        Scene scene = new Scene(server);
        Samples samples = new Samples(Map.of());
        samples.about(name, scene);
        // What a caller holds at the scene is there before things go from it.
        String secret = new Cast(server, scene).secretOf(caller, permission);
        TestServer.Ask ask = ask(server, name, operation, samples);
        int before = events(server);
        Answer answer;
        try {
            answer = secret == null ? ask.send() : ask.as(secret).send();
        } catch (AssertionError unlikeTheDocument) {
            return "UNDOCUMENTED:" + unlikeTheDocument.getMessage();
        }
        if (answer.status() >= 400 && !isOpen(operation)) {
            assertThat(events(server))
                    .as("%s %s is refused and changes nothing", name, caller)
                    .isEqualTo(before);
        }
        if (caller.equals("elsewhere") && !isOpen(operation) && answer.text().contains(scene.name + " ")) {
            return answer.status() + ":" + answer.text();
        }
        return answer.status() < 300 ? "ok" : Integer.toString(answer.status());
    }

    private static int events(TestServer server) {
        return server.fakes()
                .ports()
                .auditTrail()
                .list(AuditTrail.Filter.all(), new PageRequest(0, PageRequest.MOST))
                .items()
                .size();
    }

    private static TestServer.Ask ask(TestServer server, String name, JsonNode operation, Samples samples) {
        String path = samples.path(name.substring(name.indexOf(' ') + 1));
        String query = samples.query(operation).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        TestServer.Ask ask =
                server.ask(name.substring(0, name.indexOf(' ')), query.isEmpty() ? path : path + "?" + query);
        JsonNode body = samples.body(operation);
        if (!body.isMissingNode()) {
            return ask.json(body.toString());
        }
        return operation.has("requestBody") ? ask.body(SamplePicture.png(0x336699)) : ask;
    }
}
