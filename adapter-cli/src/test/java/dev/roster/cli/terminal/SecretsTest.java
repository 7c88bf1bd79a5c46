package dev.roster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.port.Passwords.Kept;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.credential.Password;
import dev.roster.domain.text.NameKey;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
    private static final String SECRET = "correct horse";

    private final Roster roster = new Roster();

    @TempDir
    private Path directory;

    SecretsTest() {
        roster.given().owner("olga");
    }

    @Test
    void passwordComesFromAPromptTwice() {
        roster.terminal().answer(SECRET, SECRET);

        Ran ran = roster.run("users", "create", "ada", "--password-prompt");

        assertThat(ran.exit()).isZero();
        assertThat(roster.terminal().questions())
                .containsExactly("(hidden) New password: ", "(hidden) Repeat the input: ");
        assertThat(passwordOf("ada")).isTrue();
    }

    @Test
    void differentAnswersChangeNothing() {
        roster.terminal().answer(SECRET, SECRET + "!");

        Ran ran = roster.run("users", "create", "ada", "--password-prompt");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("roster: the two inputs differ, nothing was changed");
        assertThat(roster.run("users", "show", "ada").exit()).isEqualTo(3);
    }

    @Test
    void promptWithoutATerminalRefusesAndSaysHowElse() {
        Ran ran = roster.run("users", "create", "ada", "--password-prompt");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("roster: there is no terminal to ask for the password; give it in a file or on standard "
                        + "input, see --help");
    }

    @Test
    void passwordComesFromTheFirstLineOfAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), SECRET + "\r\nmore\n");

        Ran ran = roster.run("users", "create", "ada", "--password-file", file.toString());

        assertThat(ran.exit()).isZero();
        assertThat(passwordOf("ada")).isTrue();
    }

    @Test
    void missingFileIsNamed() {
        Ran ran = roster.run("users", "create", "ada", "--password-file", "nowhere");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("roster: there is no file `nowhere`");
    }

    @Test
    void passwordComesFromStandardInput() {
        roster.terminal().type(SECRET + "\n");

        Ran ran = roster.run("users", "create", "ada", "--password-stdin");

        assertThat(ran.exit()).isZero();
        assertThat(passwordOf("ada")).isTrue();
    }

    @Test
    void emptyStandardInputIsNoPassword() {
        Ran ran = roster.run("users", "create", "ada", "--password-stdin");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("roster: the first line of standard input is empty, expected a secret");
    }

    @Test
    void standardInputInAnotherEncodingIsRefusedByName() {
        for (Charset other : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            roster.terminal().type("pässwört-3\n".getBytes(other));

            Ran ran = roster.run("users", "create", "ada", "--password-stdin");

            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.err()).startsWith("roster: standard input is not UTF-8 text, convert it first");
            assertThat(roster.run("users", "show", "ada").exit()).isNotZero();
        }
    }

    @Test
    void questionsAreAnsweredInUtf8Alone() {
        roster.terminal().type("olga\npässwört-3\n".getBytes(StandardCharsets.ISO_8859_1));

        Ran ran = roster.run("reset-password");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("roster: standard input is not UTF-8 text, convert it first");
    }

    @Test
    void fileInAnotherEncodingIsRefusedByName() throws IOException {
        Path file = Files.write(directory.resolve("secret"), "pässwört".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(roster.run("users", "create", "ada", "--password-file", file.toString())
                        .err())
                .startsWith("roster: `" + file + "` is not UTF-8 text, convert it first");
    }

    @Test
    void byteOrderMarkIsNoPartOfAPassword() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), "\uFEFF" + SECRET + "\r\n");

        roster.run("users", "create", "ada", "--password-file", file.toString());

        assertThat(passwordOf("ada")).isTrue();
    }

    @Test
    void passwordIsNeverPrinted() {
        Ran ran = roster.run("users", "create", "ada", "--password", SECRET, "--verbose");
        Ran refused = roster.run("users", "create", "ada", "--password", SECRET, "--verbose");
        Ran audit = roster.run("audit", "--output", "json");

        assertThat(ran.out() + ran.err() + refused.err() + audit.out()).doesNotContain(SECRET);
    }

    @Test
    void passwordHasOnlyOneSource() {
        Ran ran = roster.run("users", "create", "ada", "--password-prompt", "--password-stdin");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("mutually exclusive");
    }

    @Test
    void chosenTokenIsTheOneThatIsShown() {
        roster.terminal().type("my-own-token\n");

        roster.run("users", "create", "ada", "--user-token-stdin");

        assertThat(roster.run("token", "show", "ada").out()).isEqualTo("my-own-token" + System.lineSeparator());
    }

    @Test
    void renewedTokenReplacesTheOld() {
        roster.run("users", "create", "ada", "--user-token", "my-own-token");

        String renewed = roster.run("token", "renew", "ada").out();

        assertThat(renewed)
                .startsWith("rut_")
                .isEqualTo(roster.run("token", "show", "ada").out());
    }

    private boolean passwordOf(String username) {
        var user = roster.ports().users().findByUsername(NameKey.of(username)).orElseThrow();
        return roster.ports()
                .passwords()
                .find(user.id())
                .map(Kept::hash)
                .filter(hash -> roster.ports().passwordHasher().matches(Password.attempted(SECRET), hash))
                .isPresent();
    }
}
