package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.terminal.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One table of codes for all commands: docs/command-line.md. */
final class ExitCodesTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void people() {
        roster.given().owner("olga");
        roster.given().user("ana");
        roster.given().workspace("legal");
    }

    @ParameterizedTest
    @CsvSource({
        "0, can olga user:create",
        "1, can ana user:create",
        "1, can ana dataset:read legal",
        "3, can nobody user:create",
        "3, can ana dataset:read illegal",
        "3, can ana dataset:read legal/nothing",
        "3, can ana reports:publish legal",
        "2, can ana dataset:raed legal",
        "2, can ana",
        "2, can ana user:create --loud",
        "0, doctor",
        "2, doctor --loud",
        "0, audit verify",
        "2, audit verify --seal nonsense",
        "3, audit verify --file nowhere.jsonl",
        "3, plan nowhere.yaml --exit-code",
        "3, users show nobody",
        "3, workspaces create legal",
        "2, users lsit"
    })
    void oneIsNoAndNothingElse(int code, String line) {
        assertThat(roster.run(line.split(" ")).exit()).as(line).isEqualTo(code);
    }

    @Test
    void brokenInstallationIsANo() {
        roster.installation().finds(Finding.broken("disk", "there is no room", "remove something"));

        assertThat(roster.run("doctor").exit()).isEqualTo(1);
    }

    @Test
    void storeThatCannotBeReachedIsNoAnswer() {
        roster.fakes().loseStore();

        assertThat(roster.run("can", "ana", "user:create").exit()).isEqualTo(3);
        assertThat(roster.run("audit", "verify").exit()).isEqualTo(3);
    }

    @Test
    void helpListsTheCodes() {
        assertThat(roster.run("--help").out()).contains("Exit codes:", "the answer is no", "refused or failed");
    }
}
