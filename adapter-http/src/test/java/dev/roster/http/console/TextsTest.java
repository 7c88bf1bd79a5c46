package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.console.view.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the console: each that is asked for is there, each that is there is asked for, and none breaks a page. */
class TextsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final List<Path> SOURCES =
            List.of(MAIN.resolve("jte"), MAIN.resolve("java/dev/roster/http/console"));

    /** A text as it is asked for: {@code text("…")}, or the key of a label, a title, a menu entry. */
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");

    /** What {@code moveOn} says, which stands behind {@code done.}. */
    private static final Pattern DONE = Pattern.compile("moveOn\\((?:[^;]|\\n)*?\"([a-z][a-z0-9.-]+)\"\\);");

    /** A family of keys, whose last part is made while the page is: {@code "place." + kind}. */
    private static final Pattern FAMILY = Pattern.compile("\"([a-z][a-z0-9-]*\\.(?:[a-z0-9-]+\\.)*)\"");

    private static final Set<String> NO_KEYS =
            Set.of("console.css", "console.js", "console.caller", "console.form", "htmx.min.js", "icons.svg");

    private final Texts texts = Texts.english();

    @Test
    void whatIsAskedForIsThere() {
        Set<String> missing = new TreeSet<>(keys());
        missing.removeAll(texts.keys());
        missing.removeIf(key -> NO_KEYS.contains(key) || key.endsWith(".jte") || key.startsWith("dev."));
        missing.removeIf(key -> texts.knows("done." + key));

        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsThereIsAskedFor() {
        Set<String> used = keys();
        Set<String> families = found(FAMILY);
        Set<String> unused = new TreeSet<>(texts.keys());
        unused.removeAll(used);
        unused.removeIf(key -> families.stream().anyMatch(family -> key.startsWith(family) && !family.equals("done.")));
        unused.removeIf(key -> key.startsWith("done.") && used.contains(key.substring("done.".length())));
        // The singular is made of the plural.
        unused.removeIf(key -> key.startsWith("time."));

        assertThat(unused).isEmpty();
    }

    @Test
    void noKeyIsThereTwice() {
        Path file = MAIN.resolve("resources/dev/roster/http/console/texts.properties");

        assertThat(read(file)
                        .lines()
                        .filter(line -> !line.startsWith("#") && line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')).strip()))
                .doesNotHaveDuplicates();
    }

    @Test
    void noneBreaksAnAttribute() {
        assertThat(texts.keys())
                .allSatisfy(key -> assertThat(texts.lookup(key))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("\"")
                        .doesNotContainPattern("&(?!amp;|lt;|gt;|nbsp;)"));
    }

    @Test
    void onlyPlainTagsStandInThem() {
        assertThat(texts.keys())
                .allSatisfy(key -> assertThat(texts.lookup(key).replaceAll("</?(?:strong|em|code|kbd)>", ""))
                        .as(key)
                        .doesNotContain("<", ">"));
    }

    @Test
    void templatesHoldNoWordsOfTheirOwn() {
        Pattern words = Pattern.compile(">[^<>@${}!]*[A-Za-z]{2,}[^<>@${}]*<(?!/title)");
        assertThat(files(MAIN.resolve("jte")))
                .allSatisfy(file -> assertThat(words.matcher(read(file).replaceAll("(?m)^ *[@!].*$", ""))
                                .results()
                                .map(MatchResult::group))
                        .as(file.toString())
                        .allMatch(text -> text.equals(">Roster<")));
    }

    private static Set<String> keys() {
        Set<String> keys = found(KEY);
        keys.addAll(found(DONE));
        return keys;
    }

    private static Set<String> found(Pattern pattern) {
        Set<String> found = new TreeSet<>();
        SOURCES.stream()
                .flatMap(folder -> files(folder).stream())
                .forEach(file -> pattern.matcher(read(file)).results().forEach(result -> found.add(result.group(1))));
        return found;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
