package dev.roster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator can mend is said in one line, and never as a defect. */
class MendableTroubleTest {
    @TempDir
    Path directory;

    private final StringWriter printed = new StringWriter();

    private int run(Map<String, String> more, String... arguments) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("ROSTER_DATA_DIR", directory.toString());
        PrintWriter out = new PrintWriter(printed, true);
        Terminal terminal = new UnattendedTerminal(out, out, InputStream.nullInputStream());
        return Main.run(new Environment(variables, "tester", "test"), terminal, arguments);
    }

    @Test
    void wrongSettingIsNamed() {
        int exitCode = run(Map.of("ROSTER_PORT", "x"), "settings");

        assertThat(exitCode).isEqualTo(3);
        assertThat(printed.toString())
                .isEqualToIgnoringNewLines("roster: invalid port `x` (environment), expected a number from 0 to 65535");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start --port 99999             | --port: invalid port `99999`, expected a number from 0 to 65535",
                "start --log-level loud         | --log-level: invalid log-level `loud`, expected error, warn, info or debug",
                "start --public-url ftp://x     | --public-url: invalid public-url `ftp://x`",
                "users list --database ftp://x  | --database: this database address cannot be read"
            })
    void wrongValueOfAnOptionIsAWrongCommandLine(String line, String message) {
        int exitCode = run(Map.of(), line.split(" "));

        assertThat(exitCode).isEqualTo(2);
        assertThat(printed.toString().replaceAll("\\s+", " ")).startsWith("roster: " + message);
    }

    @Test
    void damagedKeyFileIsNamed() throws IOException {
        Files.writeString(directory.resolve("secret.key"), "not a key");

        int exitCode = run(Map.of(), "init", "--quiet");

        assertThat(exitCode).isEqualTo(3);
        assertThat(printed.toString())
                .startsWith("roster: ")
                .contains("secret.key")
                .doesNotContain("went wrong inside");
        assertThat(printed.toString().lines()).hasSize(1);
    }

    @Test
    void doctorSeesAnUnusableSecret() {
        int exitCode = run(Map.of("ROSTER_SECRET_KEY", "short"), "doctor");

        assertThat(exitCode).isEqualTo(1);
        assertThat(printed.toString())
                .contains("the secret key has 5 characters")
                .doesNotContain("short");
    }

    @Test
    void doctorSeesAMailServerThatIsNotThere() {
        Map<String, String> mail =
                Map.of("ROSTER_SMTP_URL", "smtp://me:hunter22@localhost:1", "ROSTER_MAIL_FROM", "roster@example.org");

        int exitCode = run(mail, "doctor");

        assertThat(exitCode).isEqualTo(1);
        assertThat(printed.toString())
                .contains("the mail server cannot be reached")
                .contains("localhost:1")
                .doesNotContain("hunter22");
    }

    @Test
    void withoutAMailServerMailsAreFiles() throws IOException {
        run(Map.of(), "init", "--quiet");

        int exitCode = run(Map.of(), "mail", "test", "ana@example.org");

        assertThat(exitCode).isZero();
        assertThat(printed.toString()).contains(directory.resolve("outbox").toString());
        try (Stream<Path> mails = Files.list(directory.resolve("outbox"))) {
            assertThat(mails).singleElement().asString().endsWith("-test.eml");
        }
    }
}
