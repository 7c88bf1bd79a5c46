package dev.roster.cli.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roster.application.declaration.Declaration;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number and time of a file that is imported, verified or applied, at its edges and beyond them. */
final class FileEdgesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As they stand in the file. */
    private static final List<String> NO_TIMES = List.of(
            "\"0000-12-31T23:59:59Z\"",
            "\"9999-12-31T23:59:59-00:01\"",
            "\"+10000-01-01T00:00:00Z\"",
            "\"-0001-01-01T00:00:00Z\"",
            "\"2026-06-30T23:59:60Z\"",
            "\"2026-03-01\"",
            "\"٢٠٢٦-03-01T08:30:00Z\"",
            "\"\"",
            "\"7d\"",
            "1772354400",
            "1e400",
            "true",
            "[]");

    private static final List<String> TIMES = List.of(
            "\"0001-01-01T00:00:00Z\"",
            "\"1677-09-21T00:12:43Z\"",
            "\"2262-04-11T23:47:17Z\"",
            "\"9999-12-31T23:59:59.999999Z\"");
    private static final List<String> NO_COUNTS = List.of(
            "0",
            "-1",
            "1.0",
            "1e0",
            "1e999999999",
            "9223372036854775808",
            "99999999999999999999",
            "\"5\"",
            "\"٣\"",
            "null",
            "true",
            "[5]");

    @TempDir
    private Path directory;

    private List<ObjectNode> lines = List.of();

    /** A field of a line of the file. */
    private record Place(int line, String field) {}

    /** An export with something of every kind. */
    @BeforeEach
    void export() throws IOException {
        Roster source = new Roster();
        IntStream.range(0, 100).forEach(at -> source.ports().ids().next());
        Given given = source.given();
        Workspace legal = given.workspace("legal");
        Dataset letters = given.assignedDataset("letters", legal);
        given.owner("olga").email("olga@example.org").password("correct horse");
        GivenUser noa = given.user("noa").in(given.organization()).in(legal);
        noa.assignedTo(letters).granted(given.role("commenter", RosterPermission.DATASET_READ), letters);
        source.ports().contributions().record(letters.id(), noa.id(), 5, Given.THEN);
        Path file = directory.resolve("good.jsonl");
        assertThat(source.run("export", file.toString(), "--with-password-hashes")
                        .exit())
                .isZero();
        lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add((ObjectNode) JSON.readTree(line));
        }
    }

    private List<Place> places(Predicate<JsonNode> wanted) {
        List<Place> places = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            int at = line;
            lines.get(line).properties().forEach(field -> {
                if (wanted.test(field.getValue())) {
                    places.add(new Place(at, field.getKey()));
                }
            });
        }
        return places;
    }

    private List<Place> times() {
        return places(value -> value.isTextual() && value.textValue().matches("\\d{4}-\\d\\d-\\d\\dT.*Z"));
    }

    private Ran importing(Place place, String value) throws IOException {
        List<String> changed = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line).toString();
            if (line == place.line()) {
                ObjectNode marked = lines.get(line).deepCopy().put(place.field(), "HERE");
                text = marked.toString().replace("\"HERE\"", value);
            }
            changed.add(text);
        }
        Path file = Files.write(directory.resolve("changed.jsonl"), changed);
        Roster target = new Roster();
        target.given();
        return target.run("import", file.toString());
    }

    @Test
    void everyTimeOfAnImportIsReadStrictly() throws IOException {
        for (Place place : times()) {
            for (String value : NO_TIMES) {
                mustBeRefused(place, value);
            }
        }
        assertThat(times())
                .extracting(Place::field)
                .contains("assigned_at", "created_at", "first_at", "joined_at", "last_at", "updated_at");
    }

    @Test
    void everyTimeOfAnImportMayBeFarAway() throws IOException {
        for (Place place : times()) {
            for (String value : TIMES) {
                Ran ran = importing(place, value);

                assertThat(ran.out() + ran.err())
                        .as("%s %s", place, value)
                        .doesNotContain("invalid time", "Exception", "internal error");
            }
        }
    }

    @Test
    void everyNumberOfAnImportIsReadStrictly() throws IOException {
        List<Place> numbers = places(JsonNode::isNumber);

        assertThat(numbers).extracting(Place::field).containsExactly("count");
        for (String value : NO_COUNTS) {
            mustBeRefused(numbers.get(0), value);
        }
        for (String value : List.of("1", "1000000")) {
            assertThat(importing(numbers.get(0), value).exit()).as(value).isZero();
        }
    }

    private void mustBeRefused(Place place, String value) throws IOException {
        Ran ran = importing(place, value);

        assertThat(ran.exit()).as("%s %s", place, value).isEqualTo(3);
        assertThat(ran.out() + ran.err())
                .as("%s %s", place, value)
                .contains("line " + (place.line() + 1) + ",", place.field(), "nothing was imported")
                .doesNotContain("Exception", "internal error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"+1000000000-01-01T00:00:00Z\"",
                "\"+1000000001-01-01T00:00:00Z\"",
                "\"-1000000000-01-01T00:00:00Z\"",
                "\"٢٠٢٦-03-01T08:30:00Z\"",
                "1772354400",
                "1e999999999",
                "\"\"",
                "null"
            })
    void aTimeInAnExportedTrailIsProofOrAFaultAndNeverADefect(String value) throws IOException {
        mustNotVerify("at", value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551617",
                "1.5",
                "1e999999999",
                "\"٣\"",
                "null"
            })
    void aNumberInAnExportedTrailIsProofOrAFaultAndNeverADefect(String value) throws IOException {
        mustNotVerify("number", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "null", "[]", "{}", "\"1-1-1-1-1\"", "\"\""})
    void anIdInAnExportedTrailIsProofOrAFaultAndNeverADefect(String value) throws IOException {
        mustNotVerify("id", value);
    }

    private void mustNotVerify(String field, String value) throws IOException {
        Roster roster = new Roster();
        roster.given();
        for (int count = 0; count < 3; count++) {
            assertThat(roster.run("users", "create", "user" + count).exit()).isZero();
        }
        Path file = directory.resolve("trail.jsonl");
        assertThat(roster.run("audit", "export", file.toString()).exit()).isZero();
        List<String> trail = new ArrayList<>(Files.readAllLines(file));
        int at = 0;
        while (!trail.get(at).contains("\"event\":{")) {
            at++;
        }
        ObjectNode first = (ObjectNode) JSON.readTree(trail.get(at));
        ((ObjectNode) first.path("event")).put(field, "HERE");
        trail.set(at, first.toString().replace("\"HERE\"", value));
        Files.write(file, trail);

        Ran ran = roster.run("audit", "verify", "--file", file.toString());

        assertThat(ran.exit()).as(ran.out() + ran.err()).isIn(1, 3);
        assertThat(ran.out() + ran.err()).doesNotContain("Exception", "internal error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "True", "TRUE", "1", "0", "٣", "\"true\"", "truе", "[true]", "{}"})
    void aFlagOfADeclarationIsTrueOrFalse(String value) {
        Mistakes mistakes = new Mistakes("a file");
        read(mistakes, "reaches-workspaces: " + value);

        assertThat(mistakes.failure().reasons())
                .singleElement()
                .asString()
                .contains("expected true or false for `reaches-workspaces`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"007", "1e3", "0x10", "0o17", "1_000", "12:30:45", "2026-03-01", "٣", ".inf", "NaN", "-0"})
    void aNumberOrTimeInADeclarationStaysTheTextThatItIs(String value) {
        Mistakes mistakes = new Mistakes("a file");

        assertThat(read(mistakes, "description: " + value)
                        .roles()
                        .get(0)
                        .description()
                        .orElse(""))
                .isEqualTo(value);
    }

    private static Declaration read(Mistakes mistakes, String line) {
        return new DeclarationReader(mistakes)
                .read(YamlReader.read("roles:\n  helper:\n    permissions: []\n    " + line + "\n", mistakes));
    }
}
