package dev.roster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PythonLiteralTest {
    private static final List<String> TEXTS = List.of(
            "",
            "plain",
            "it's",
            "\"quoted\"",
            "'both\"",
            "back\\slash",
            "\\",
            "\\'",
            "\\\"",
            "\\n",
            "line\nfeed\r\n\ttab",
            "\u0000\u0001\u001B[2J\u007F",
            "\u0085\u00A0\u00AD",
            "Zoë Müller",
            "\u200E\u202E\u2028\u2029\uFEFF",
            "\u5F20\u4F1F",
            "\uD83D\uDE80",
            "\uD83D\uDC69\u200D\uD83D\uDCBB\uFE0F",
            "\uD83D",
            "\uDE80",
            "\uDE80\uD83D",
            "\uE000\uFFFF\uD83F\uDFFF\uDBFF\uDFFF",
            "'''\"\"\"",
            "{}%s#",
            "e\u0301");

    private static String of(@Nullable Object value) {
        return new PythonLiteral(StandardCharsets.UTF_8).of(value);
    }

    @Test
    void valuesLookAsInPython() {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        entries.put("id", 7L);
        entries.put("avatar", null);
        entries.put("ok", true);
        entries.put("gone", false);
        entries.put("name", "Mira");

        assertThat(of(entries)).isEqualTo("{'id': 7, 'avatar': None, 'ok': True, 'gone': False, 'name': 'Mira'}");
    }

    @Test
    void doubleQuotesAreForTextWithSingleOnesAlone() {
        assertThat(of("it's")).isEqualTo("\"it's\"");
        assertThat(of("\"quoted\"")).isEqualTo("'\"quoted\"'");
        assertThat(of("it's \"both\"")).isEqualTo("'it\\'s \"both\"'");
    }

    @Test
    void whatDoesNotShowIsEscaped() {
        assertThat(of("a\nb\\c\u001B\u00A0\u200D\uD83D\uDE80\uD83D"))
                .isEqualTo("'a\\nb\\\\c\\x1b\\xa0\\u200d\uD83D\uDE80\\ud83d'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "US-ASCII"})
    void everyTextIsOneLineThatTheTerminalCanShow(String name) {
        Charset charset = Charset.forName(name);
        PythonLiteral literal = new PythonLiteral(charset);

        assertThat(texts()).allSatisfy(text -> {
            String written = literal.of(text);
            assertThat(written).doesNotContain("\n", "\r");
            assertThat(CellText.tame(written)).isEqualTo(written);
            assertThat(new String(written.getBytes(charset), charset)).isEqualTo(written);
        });
    }

    /** The texts above, and some that nobody thought of. */
    private static Stream<String> texts() {
        Random random = new Random(42);
        Stream<String> more = IntStream.range(0, 500).mapToObj(text -> {
            StringBuilder letters = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                letters.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65_536)));
            }
            return letters.toString();
        });
        return Stream.concat(TEXTS.stream(), more);
    }

    @Test
    void pythonReadsEveryTextBack() throws IOException, InterruptedException {
        List<String> texts = texts().toList();
        StringBuilder lines = new StringBuilder();
        texts.forEach(text -> lines.append(of(Map.of("name", text))).append('\n'));

        assertThat(readByPython(lines.toString())).containsExactlyElementsOf(texts);
    }

    private static List<String> readByPython(String lines) throws IOException, InterruptedException {
        Process python = started("""
                import ast, json, sys
                lines = sys.stdin.buffer.read().decode('utf-8').split(chr(10))[:-1]
                print(json.dumps([ast.literal_eval(line)['name'] for line in lines]))
                """);
        try (OutputStream in = python.getOutputStream()) {
            in.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        byte[] answer = python.getInputStream().readAllBytes();
        assertThat(python.waitFor()).isZero();
        return List.of(new ObjectMapper().readValue(answer, String[].class));
    }

    private static Process started(String script) {
        try {
            return new ProcessBuilder("python3", "-c", script)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException missing) {
            return abort("there is no python3 here to read literals: " + missing.getMessage());
        }
    }
}
