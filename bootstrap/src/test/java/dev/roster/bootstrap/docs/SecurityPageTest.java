package dev.roster.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} answers each requirement once, and names tests that there are. */
class SecurityPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW =
            Pattern.compile("^\\| (?<id>\\d+\\.\\d+\\.\\d+) \\| [^|]+ \\| (?<state>[^|]+) \\| (?<why>[^|]+) \\|$");
    private static final Pattern TEST = Pattern.compile("`(?<type>[A-Z][a-z]\\w+)(?:\\.(?<method>[a-z]\\w+))?`");
    private static final Pattern PAGE = Pattern.compile("]\\((?<page>[a-z0-9/.-]+\\.md)");

    /** How many requirements each chapter has, at level 3 for 6 to 8 and at level 2 for the others (ASVS 5.0.0). */
    private static final Map<String, Long> REQUIREMENTS = Map.of(
            "2", 11L, "4", 10L, "6", 47L, "7", 19L, "8", 13L, "9", 7L, "11", 14L, "13", 13L, "14", 9L, "16", 16L);

    private record Row(String id, String state, String why) {
        String chapter() {
            return id.substring(0, id.indexOf('.'));
        }
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/security.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Row(row.group("id"), row.group("state"), row.group("why")))
                .toList();
    }

    @Test
    void everyRequirementStandsThereOnce() throws IOException {
        List<Row> rows = rows();

        assertThat(rows).extracting(Row::id).doesNotHaveDuplicates();
        assertThat(rows).extracting(Row::state).isSubsetOf("met", "n/a", "not met");
        assertThat(new TreeMap<>(rows.stream().collect(Collectors.groupingBy(Row::chapter, Collectors.counting()))))
                .isEqualTo(new TreeMap<>(REQUIREMENTS));
    }

    @Test
    void whatIsMetIsShownByATestOrAPage() throws IOException {
        assertThat(rows().stream().filter(row -> row.state().equals("met")))
                .allSatisfy(row -> assertThat(TEST.matcher(row.why()).find()
                                || row.why().contains("](")
                                || row.why().contains("`openapi.json`"))
                        .as("%s", row)
                        .isTrue());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> tests = sourcesOfTests();

        for (Row row : rows()) {
            for (MatchResult named : TEST.matcher(row.why()).results().toList()) {
                String source = tests.get(named.group(1));
                assertThat(source).as("%s names %s", row.id(), named.group(1)).isNotNull();
                if (named.group(2) != null) {
                    assertThat(source)
                            .as("%s names %s", row.id(), named.group())
                            .contains("void " + named.group(2) + "(");
                }
            }
        }
    }

    @Test
    void everyPageThatIsNamedExists() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/security.md"));
        Set<String> pages =
                PAGE.matcher(page).results().map(link -> link.group(1)).collect(Collectors.toSet());

        assertThat(pages)
                .isNotEmpty()
                .allSatisfy(
                        link -> assertThat(ROOT.resolve("docs").resolve(link)).exists());
    }

    private static Map<String, String> sourcesOfTests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("src/test/java"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityPageTest::read,
                            (one, other) -> one + other));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
