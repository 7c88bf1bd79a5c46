package dev.roster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.cli.terminal.InstallationException;
import dev.roster.mail.MailSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path directory;

    private Settings read(Map<String, String> options, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(options);
        all.putIfAbsent("data-dir", directory.toString());
        return Settings.read(all, environment);
    }

    private void file(String text) throws IOException {
        Files.writeString(directory.resolve("roster.properties"), text);
    }

    @Test
    void optionWinsOverEnvironmentOverFile() throws IOException {
        file("port=1\nhost=file.example\nlog-level=warn\n");

        Settings settings = read(Map.of("port", "3"), Map.of("ROSTER_PORT", "2", "ROSTER_HOST", "::1"));

        assertThat(settings.port()).isEqualTo(3);
        assertThat(settings.host()).isEqualTo("::1");
        assertThat(settings.logLevel()).isEqualTo("warn");
        assertThat(settings.value(SettingName.TOKENS))
                .hasValueSatisfying(value -> assertThat(value.source()).isEqualTo(Settings.Source.DEFAULT));
    }

    @Test
    void misspeltKeyInTheFileIsNamed() throws IOException {
        file("prot=1\n");

        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("`prot`")
                .hasMessageContaining("roster.properties");
    }

    @Test
    void wrongValueIsNamedWithItsSource() {
        assertThatThrownBy(() -> read(Map.of(), Map.of("ROSTER_PORT", "70000")))
                .hasMessage("invalid port `70000` (environment), expected a number from 0 to 65535");
        assertThatThrownBy(() -> read(Map.of("tokens", "forget"), Map.of())).hasMessageContaining("keep or show-once");
        assertThatThrownBy(() -> read(Map.of("session-idle", "5"), Map.of())).hasMessageContaining("as in 12h");
    }

    @Test
    void durationsHaveUnits() {
        Settings settings = read(Map.of("session-idle", "30m", "session-longest", "2d"), Map.of());

        assertThat(settings.sessionIdle()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.sessionLongest()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void emptyValueCountsAsAbsent() {
        assertThat(read(Map.of(), Map.of("ROSTER_PORT", " ")).port()).isEqualTo(6900);
    }

    @Test
    void secretsAreMaskedForPeople() {
        assertThat(Masking.of(SettingName.PASSWORD, "hunter22")).doesNotContain("hunter22");
        assertThat(Masking.of(SettingName.DATABASE, "postgres://me:hunter22@db/roster"))
                .isEqualTo("postgres://me:********@db/roster");
        assertThat(Masking.of(SettingName.DATABASE, "jdbc:postgresql://db/roster?user=me&password=hunter22"))
                .doesNotContain("hunter22");
    }

    @Test
    void passwordOfTheMailServerIsMaskedToItsEnd() {
        assertThat(Masking.of(SettingName.SMTP_URL, "smtp://me:hunt@er22@mail.example.org:587"))
                .isEqualTo("smtp://me:********@mail.example.org:587");
        assertThat(Masking.of(SettingName.SMTP_URL, "smtp://mail.example.org")).isEqualTo("smtp://mail.example.org");
        assertThat(Masking.of(SettingName.SMTP_PASSWORD, "hunter22")).doesNotContain("hunter22");
    }

    @Test
    void mailsBecomeFilesUntilAServerIsNamed() {
        MailSettings files = read(Map.of(), Map.of()).mail();
        MailSettings sent = read(
                        Map.of(),
                        Map.of(
                                "ROSTER_SMTP_URL", "smtps://me@mail.example.org",
                                "ROSTER_SMTP_PASSWORD", "hunter22",
                                "ROSTER_MAIL_FROM", "Roster <roster@example.org>"))
                .mail();

        assertThat(files.server()).isNull();
        assertThat(files.directory()).isEqualTo(directory.resolve("outbox"));
        assertThat(sent.server())
                .isEqualTo(
                        new MailSettings.Server("mail.example.org", 465, MailSettings.Security.TLS, "me", "hunter22"));
        assertThat(sent.from()).hasToString("Roster <roster@example.org>");
    }

    @Test
    void wrongMailSettingsStopAtOnce() {
        assertThatThrownBy(() -> read(Map.of(), Map.of("ROSTER_SMTP_URL", "smtp://mail.example.org")))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("`mail-from` is not set");
        assertThatThrownBy(() -> read(Map.of(), Map.of("ROSTER_SMTP_URL", "mail://me:hunter22@mail.example.org")))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("smtp-url")
                .message()
                .doesNotContain("hunter22");
    }

    @Test
    void everySettingIsDocumentedAndNothingElse() throws IOException {
        String table = Files.readString(Path.of("../docs/operations.md"));

        List<String> documented = Pattern.compile("(?m)^\\| `([^`]+)` \\| `(ROSTER_[^`]+)`")
                .matcher(table)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(SettingName.values())
                        .map(name -> name.key() + " " + name.variable())
                        .toList());
    }
}
