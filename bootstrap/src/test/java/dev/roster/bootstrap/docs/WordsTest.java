package dev.roster.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read keeps to the word list in CONTRIBUTING.md. */
class WordsTest {
    private static final Path ROOT = Path.of("..");

    /** Where texts are: folders and files, from the root. */
    private static final List<String> READ = List.of(
            "README.md",
            "CHANGELOG.md",
            "docs",
            "domain/src/main",
            "application/src/main",
            "adapter-persistence/src/main",
            "adapter-http/src/main",
            "adapter-mail/src/main",
            "adapter-cli/src/main",
            "bootstrap/src/main",
            "bootstrap/src/dist");

    /** Records of what was decided, in the words of their time. */
    private static final String DECISIONS = "docs/adr/";

    private static List<String> faults() throws IOException {
        WordList words = WordList.read(ROOT.resolve("CONTRIBUTING.md"));
        return READ.stream()
                .flatMap(place -> files(ROOT.resolve(place)))
                .flatMap(WordsTest::passages)
                .flatMap(words::faultsOf)
                .sorted()
                .toList();
    }

    private static Stream<Path> files(Path place) {
        try (Stream<Path> all = Files.walk(place)) {
            return all
                    .filter(file -> file.toString().matches(".*\\.(java|json|properties|html|txt|md)"))
                    .filter(file -> !name(file).startsWith(DECISIONS))
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static Stream<Passage> passages(Path file) {
        try {
            return Passages.of(name(file), Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void textsKeepToTheWordList() throws IOException {
        assertThat(faults()).isEmpty();
    }

    @Test
    void wordListNamesWhatToWrite() throws IOException {
        assertThat(WordList.read(ROOT.resolve("CONTRIBUTING.md")).rows())
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(row.words()).isNotEmpty());
    }

    /** Each kind of file has a sample with one wrong word, and the same word where it is not read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.json       | {"name": "somebody",~"description": "For somebody."}                      | a.json:2
            a.properties | # somebody~somebody.key = A user~other.key = Ask somebody                | a.properties:3
            a.md         | Text~```~somebody~```~and somebody                                        | a.md:5
            a.txt        | Subject: x~~Hello somebody                                                 | a.txt:3
            A.java       | ~public class A {~  // somebody~  /** For~   * somebody. */~  void a() {} }  | A.java:5
            A.java       | ~class A {~  /** somebody */~  String a = "somebody"; }                  | -
            A.java       | ~class A { void a() {~  throw RefusedException.conflict("a", b(")"),~ "of somebody"); } } | A.java:4
            A.java       | ~class A { void a() {~  output.say(b ? "x"~ : "somebody"); } } | A.java:4
            A.java       | ~class A { void a() {~  throw new InstallationException("of somebody"); } } | A.java:3
            A.java       | ~class A { void a() {~  throw new UsageException("of somebody"); } } | A.java:3
            A.java       | ~class A { void a() {~  Finding.ok("a", b + " lets somebody in"); } } | A.java:3
            A.java       | ~class A { void a() {~  LOG.info("of somebody", x); } } | A.java:3
            A.java       | ~class A { void a() {~  out.printf(\"""~    "x" of~    somebody %s~    \""", "x"); } } | A.java:5
            A.java       | ~@Command(name = "a",~  description = "As somebody.")~class A { String a = "somebody"; } | A.java:3
            A.java       | ~public class A {~  /** somebody */~  private int a; }                     | -
            """)
    void wordIsFoundWhereItIsRead(String file, String text, String place) {
        WordList words = WordList.of(List.of("| a user | `somebody` | |"));

        List<String> faults = Passages.of(file, text.replace('~', '\n'))
                .flatMap(words::faultsOf)
                .toList();

        if (place.equals("-")) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).containsExactly(place + ": `somebody`, write: a user");
        }
    }

    @Test
    void phraseIsFoundAcrossLinesAndNotInsideWords() {
        WordList words = WordList.of(List.of("| no longer | `any more`, `mend` | |"));
        Passage passage = new Passage("a.md", 7, "not any\n * more, amended, recommend, a-mend, Mend it");

        assertThat(words.faultsOf(passage))
                .containsExactly("a.md:7: `any more`, write: no longer", "a.md:8: `Mend`, write: no longer");
    }
}
