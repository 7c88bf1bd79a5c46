package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What takes a Python: its literals, and a terminal to type at. Whatever asks for one where there is none is left out. */
final class Python {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String READING =
            "import ast, json, sys; print(json.dumps(ast.literal_eval(sys.stdin.buffer.read().decode('utf-8'))))";

    private Python() {}

    /** What {@code ast.literal_eval} reads in a line. */
    static JsonNode literal(String line) throws IOException, InterruptedException {
        return JSON.readTree(run(Map.of(), line, List.of("-c", READING)).out());
    }

    /**
     * Runs a command of the packaged jar at a terminal.
     *
     * @param answers what to type, each behind what it answers
     * @return all that the terminal showed, as output
     */
    static RosterProcess.Ended atTerminal(
            Map<String, String> environment, List<List<String>> answers, String... arguments)
            throws IOException, InterruptedException {
        List<String> script = List.of(
                System.getProperty("roster.terminal", "src/test/python/at_terminal.py"),
                JSON.writeValueAsString(answers));
        return run(
                environment,
                "",
                Stream.concat(script.stream(), RosterProcess.words(List.of(arguments)).stream())
                        .toList());
    }

    private static RosterProcess.Ended run(Map<String, String> environment, String input, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("roster.python", "python3")));
        command.addAll(arguments);
        Process python = started(RosterProcess.builder(environment, command));
        try (var in = python.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new RosterProcess.Ended(python.waitFor(), out, "");
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException missing) {
            return abort("there is no Python here, install a python3: " + missing.getMessage());
        }
    }

    /** The last line that a command printed. */
    static String lastLine(RosterProcess.Ended ended) {
        List<String> lines = ended.out().lines().toList();
        assertThat(lines).isNotEmpty();
        return lines.get(lines.size() - 1);
    }
}
