package dev.roster.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretCommandTest {
    private final Roster roster = new Roster();

    @Test
    void rotatingTellsWhatWasDoneAndWhatToDo() {
        roster.given().user("ana").token("anas-token");

        Ran ran = roster.run("secret", "rotate", "--yes");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern("the secret key is [0-9a-f]{8} now, the old one was [0-9a-f]{8}")
                .contains("encrypted again: 1, signed again: 2")
                .contains("start every server again");
    }

    @Test
    void rotatingAsksFirst() {
        roster.given();

        assertThat(roster.run("secret", "rotate").exit()).isEqualTo(3);
        assertThat(roster.ports().secretKeys().isCurrent()).isTrue();
    }

    @Test
    void theNewKeyIsReadFromAFileAndNeverPrinted(@TempDir Path directory) throws IOException {
        roster.given();
        Path file = directory.resolve("new.key");
        Files.writeString(file, "a key that nobody may see on a screen\n");

        Ran ran = roster.run("secret", "rotate", "--yes", "--key-file", file.toString(), "--output", "json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("\"key_before\"", "\"signed\": 2").doesNotContain("nobody may see");
        assertThat(ran.err()).doesNotContain("nobody may see");
    }

    @Test
    void aBackupSaysWhichKeyItOpensWith() {
        assertThat(roster.run("backup", "copy.db").err()).contains("opens only with the secret key 3f9a12cd");
    }
}
