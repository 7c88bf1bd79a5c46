package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of {@code roster completion} in a real bash, over a real store. */
final class CompletionIT {
    @TempDir
    private Path directory;

    /** A program of that name, as the launcher is. */
    @BeforeEach
    void program() throws Exception {
        List<String> words = RosterProcess.words(List.of());
        Path program = Files.writeString(
                directory.resolve("roster"), "#!/bin/sh\nexec '" + String.join("' '", words) + "' \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path data() {
        return directory.resolve("data");
    }

    private void roster(String... arguments) throws Exception {
        RosterProcess.Ended ended = RosterProcess.command(Map.of("ROSTER_DATA_DIR", data().toString()), arguments);
        assertThat(ended.exitCode()).as("%s", ended).isZero();
    }

    /**
     * @param line as it was typed
     * @param words as bash parts it, which it also does at : and =
     */
    private List<String> completed(String line, String... words) throws Exception {
        String script = """
                source <("$ROSTER" completion)
                COMP_LINE=$1; COMP_POINT=${#1}; shift
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
                _roster 2>&1
                printf '%s\\n' "${COMPREPLY[@]}"
                """;
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash", line));
        command.addAll(List.of(words));
        Process bash = RosterProcess.builder(
                        Map.of(
                                "ROSTER_DATA_DIR", data().toString(),
                                "ROSTER", directory.resolve("roster").toString(),
                                "PATH", directory + ":" + System.getenv("PATH")),
                        command)
                .redirectErrorStream(true)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(out).isZero();
        return out.lines().filter(answer -> !answer.isEmpty()).toList();
    }

    @Test
    void bashCompletesCommandsOptionsAndNamesOfTheStore() throws Exception {
        roster("init", "--quiet");
        roster("users", "create", "ana");
        roster("users", "create", "andy");
        roster("workspaces", "create", "legal");
        roster("datasets", "register", "legal/letters");
        roster("organizations", "create", "Example Ltd");

        assertThat(completed("roster wor", "roster", "wor")).containsExactly("workspaces");
        assertThat(completed("roster users show an", "roster", "users", "show", "an"))
                .containsExactly("ana", "andy");
        assertThat(completed("roster users show ", "roster", "users", "show", ""))
                .contains("ana", "andy");
        assertThat(completed(
                        "roster can ana dataset:annotate le", "roster", "can", "ana", "dataset", ":", "annotate", "le"))
                .containsExactly("legal");
        assertThat(completed("roster can ana dataset:ann", "roster", "can", "ana", "dataset", ":", "ann"))
                .as("bash keeps what stands before the colon")
                .containsExactly("annotate");
        assertThat(completed("roster users list --status=de", "roster", "users", "list", "--status", "=", "de"))
                .containsExactly("deactivated", "deleted");
        assertThat(completed("roster organizations show Exa", "roster", "organizations", "show", "Exa"))
                .containsExactly("Example\\ Ltd");
        assertThat(completed("roster organizations show \"Exa", "roster", "organizations", "show", "\"Exa"))
                .containsExactly("Example Ltd");
    }

    @Test
    void withoutAStoreThereIsNothingAndNothingIsCreated() throws Exception {
        assertThat(completed("roster users show an", "roster", "users", "show", "an"))
                .isEmpty();
        assertThat(completed("roster users sho", "roster", "users", "sho")).containsExactly("show");
        assertThat(RosterProcess.command(
                        Map.of("ROSTER_DATA_DIR", data().toString()), "complete", "--", "users", "show", "a"))
                .isEqualTo(new RosterProcess.Ended(0, "", ""));
        assertThat(data()).doesNotExist();
    }
}
