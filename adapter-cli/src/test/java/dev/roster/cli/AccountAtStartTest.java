package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster.Ran;
import dev.roster.cli.terminal.AccountRequest;
import dev.roster.cli.terminal.StartRequest;
import dev.roster.domain.credential.Password;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Username;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What start and init take and ask for, in the words of Label Studio (contract §9). */
final class AccountAtStartTest {
    private static final String SECRET = "correct horse";

    private final Roster roster = new Roster();

    private StartRequest started() {
        return roster.installation()
                .started()
                .get(roster.installation().started().size() - 1);
    }

    private AccountRequest initialized() {
        return roster.installation()
                .initialized()
                .get(roster.installation().initialized().size() - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start --host 0.0.0.0                                  | host                       | 0.0.0.0",
                "start --internal-host 0.0.0.0                         | host                       | 0.0.0.0",
                "start --host https://roster.example.org/people        | public-url                 | https://roster.example.org/people",
                "start --host HTTP://roster.example.org                | public-url                 | HTTP://roster.example.org",
                "start -p 80                                           | port                       | 80",
                "start --port=80 -b                                    | port                       | 80",
                "start --port 80 --no-browser                          | port                       | 80",
                "start --log-level DEBUG                               | log-level                  | DEBUG",
                "start --enable-legacy-api-token                       | label-studio-legacy-tokens | on",
                "--port 80 start                                       | port                       | 80",
                "-p 80 -b --data-dir d start --username ada            | port                       | 80",
                "--port=80                                             | port                       | 80",
                "--username ada --data-dir d                           | data-dir                   | d"
            })
    void optionsOfLabelStudioAreSettings(String line, String setting, String value) {
        Ran ran = roster.run(line.split(" +"));

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(roster.options().asMap()).containsEntry(setting, value);
        assertThat(roster.installation().started()).hasSize(1);
    }

    @Test
    void declarationIsReadAtOnceAndAppliedBeforeServing(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("people.yaml"),
                "users: {olga: {role: owner, token: token-of-olga}, adam: {role: admin}}\n");
        roster.given();

        Ran ran = roster.run("start", "--apply", file.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(roster.ports().users().findByLogin(NameKey.of("olga"))).isEmpty();
        started().before().run();

        assertThat(roster.terminal().take().err()).contains("applied `" + file + "`: 2 added, 0 changed, 0 removed");
        assertThat(roster.run("token", "show", "olga").out()).contains("token-of-olga");
    }

    @Test
    void declarationWithMistakesOrBesideTheDemoStartsNothing(@TempDir Path directory) throws IOException {
        Path wrong = Files.writeString(directory.resolve("people.yaml"), "usres: {olga: {role: owner}}\n");

        assertThat(roster.run("start", "--apply", wrong.toString()))
                .returns(3, Ran::exit)
                .satisfies(ran -> assertThat(ran.err()).contains("line 1: ", "did you mean `users`"));
        assertThat(roster.run("start", "--demo", "--apply", wrong.toString()).exit())
                .isEqualTo(2);
        assertThat(roster.run("start", "--demo", "--data-dir", directory.toString()))
                .returns(2, Ran::exit)
                .satisfies(ran -> assertThat(ran.err()).contains("leave out --data-dir, or start without --demo"));
        assertThat(roster.installation().started()).isEmpty();
    }

    @Test
    void optionsStandBeforeOrAfterTheCommand() {
        roster.given().user("ana").token("token-of-ana");

        assertThat(roster.run("--username", "ana", "user")).isEqualTo(roster.run("user", "--username", "ana"));
        assertThat(roster.run("--username", "ana", "--password", SECRET, "reset_password")
                        .out())
                .startsWith("Password successfully changed");
        roster.run("--username", "ana", "init", "--password", SECRET);
        assertThat(initialized().username()).hasToString("ana");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--username ana users list          | unknown option `--username`",
                "--nobody start                     | unknown option `--nobody`",
                "--username ana user --username ana | option '--username' (USER) should be specified only once",
                "--username                         | missing required",
                "-b users                           | unknown option `-b`"
            })
    void optionThatTheCommandDoesNotHaveIsRefused(String line, String message) {
        Ran ran = roster.run(line.split(" +"));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
        assertThat(roster.installation().started()).isEmpty();
    }

    @Test
    void passwordIsAskedForOnceAndNotShown() {
        roster.terminal().answer(SECRET);

        roster.run("start", "--username", "ada@example.org");

        Optional<Password> answered = started().questions().password(new Username("ada@example.org"));
        assertThat(answered.map(Password::reveal)).contains(SECRET);
        assertThat(roster.terminal().questions()).containsExactly("(hidden) User password for ada@example.org: ");
    }

    /** Or a container whose standard input stays open would wait for ever. */
    @Test
    void startAsksAtATerminalAlone() {
        roster.terminal().type(SECRET + "\n");

        roster.run("start", "--username", "ada@example.org");

        assertThat(started().questions().password(new Username("ada@example.org")))
                .isEmpty();
        assertThat(started().questions().username()).isEmpty();
    }

    @Test
    void initAsksForBothThroughAPipe() {
        roster.terminal().type("ada@example.org\n" + SECRET + "\n");

        Ran ran = roster.run("init");

        assertThat(ran.out().lines())
                .containsExactly(
                        "Please enter default user email, or press Enter to use default_user@localhost",
                        "Email: ",
                        "User password for ada@example.org: ");
        assertThat(initialized().username()).hasToString("ada@example.org");
        assertThat(Optional.ofNullable(initialized().password()).map(Password::reveal))
                .contains(SECRET);
    }

    @Test
    void enterMeansTheUsualNameAndNoUsualPassword() {
        roster.terminal().type("\n");

        Ran ran = roster.run("init");

        assertThat(ran.out()).endsWith("User password for default_user@localhost: " + System.lineSeparator());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("roster: the input ended, no account was created");
    }

    @Test
    void initWithoutAnAnswerWantsNoAccount() {
        roster.run("init");
        assertThat(initialized().username()).isNull();
    }

    @Test
    void quietInitAsksNothing() {
        roster.terminal().type("ada@example.org\n" + SECRET + "\n");

        Ran ran = roster.run("init", "--quiet");
        roster.run("-q", "init", "--username", "ada");

        assertThat(ran.out()).isEmpty();
        assertThat(initialized().username()).hasToString("ada");
        assertThat(initialized().password()).isNull();
    }

    @Test
    void tokenIsHandedOnWhateverItsLength() {
        roster.run("start", "--username", "ada", "--user-token", "four");

        assertThat(Optional.ofNullable(started().account().token()).map(token -> token.reveal()))
                .contains("four");
        assertThat(started().toString()).doesNotContain("four");
    }
}
