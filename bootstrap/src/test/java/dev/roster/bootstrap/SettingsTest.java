package dev.roster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.application.invitation.SignUpMode;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void variablesOfLabelStudioAreSecondNames() {
        Settings settings = Settings.read(
                Map.of(),
                Map.of(
                        "LABEL_STUDIO_BASE_DATA_DIR", directory.toString(),
                        "LABEL_STUDIO_HOST", "https://roster.example.org/people/",
                        "LABEL_STUDIO_PORT", "8080",
                        "LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK", "False",
                        "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN", "0",
                        "LABEL_STUDIO_USERNAME", "olga@example.org",
                        "LABEL_STUDIO_PASSWORD", "hunter22",
                        "LABEL_STUDIO_USER_TOKEN", "token"));

        assertThat(settings.dataDirectory()).isEqualTo(directory);
        assertThat(settings.publicUrl()).contains("https://roster.example.org/people");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.signUp()).isEqualTo(SignUpMode.OPEN);
        assertThat(settings.legacyTokens()).isFalse();
        assertThat(settings.text(SettingName.USERNAME)).contains("olga@example.org");
        assertThat(settings.text(SettingName.PASSWORD)).contains("hunter22");
        assertThat(settings.text(SettingName.API_KEY)).contains("token");
        assertThat(settings.host()).isEqualTo("127.0.0.1");
    }

    @Test
    void variablesOfLabelStudioAreWeakerThanAllThatIsOurs() throws IOException {
        Map<String, String> second = Map.of("LABEL_STUDIO_PORT", "1");
        assertThat(read(Map.of(), second).port()).isEqualTo(1);

        file("port=2\n");
        assertThat(read(Map.of(), second).port()).isEqualTo(2);
        assertThat(read(Map.of(), Map.of("LABEL_STUDIO_PORT", "1", "ROSTER_PORT", "3"))
                        .port())
                .isEqualTo(3);
        assertThat(read(Map.of("port", "4"), second).port()).isEqualTo(4);
    }

    @Test
    void settingSaysWhichVariableItIsFrom() {
        Settings settings = read(Map.of(), Map.of("LABEL_STUDIO_PORT", "8080", "ROSTER_HOST", "::1"));

        assertThat(settings.value(SettingName.PORT).map(Settings.Value::where)).contains("LABEL_STUDIO_PORT");
        assertThat(settings.value(SettingName.HOST).map(Settings.Value::where)).contains("environment");
        assertThatThrownBy(() -> read(Map.of(), Map.of("LABEL_STUDIO_PORT", "http")))
                .hasMessage("invalid port `http` (LABEL_STUDIO_PORT), expected a number from 0 to 65535");
        assertThatThrownBy(() -> read(Map.of(), Map.of("LABEL_STUDIO_HOST", "roster")))
                .hasMessageStartingWith("invalid public-url `roster` (LABEL_STUDIO_HOST), expected http");
    }

    @ParameterizedTest
    @CsvSource({
        "true, LINK",
        "Yes, LINK",
        "ON, LINK",
        "1, LINK",
        "false, OPEN",
        "no, OPEN",
        "Not, OPEN",
        "off, OPEN",
        "0, OPEN"
    })
    void yesAndNoAreThoseOfLabelStudio(String text, SignUpMode meaning) {
        assertThat(read(Map.of(), Map.of("LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK", text))
                        .signUp())
                .isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "2", "tru", "01", "yes no"})
    void whatIsNeitherYesNorNoNamesTheVariable(String text) {
        for (String variable :
                List.of("LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK", "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN")) {
            assertThatThrownBy(() -> read(Map.of(), Map.of(variable, text)))
                    .isInstanceOf(InstallationException.class)
                    .hasMessageStartingWith("invalid " + variable + " `" + text + "`, expected true, yes, on or 1");
        }
    }

    @Test
    void unsetVariableOfLabelStudioOpensNothing() {
        assertThat(read(Map.of(), Map.of()).signUp()).isEqualTo(SignUpMode.LINK);
        assertThat(read(Map.of(), Map.of("LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK", ""))
                        .signUp())
                .isEqualTo(SignUpMode.LINK);
        assertThat(read(Map.of(), Map.of()).legacyTokens()).isTrue();
    }

    @Test
    void variableOfTheSystemIsNoSecondName() {
        assertThat(read(Map.of(), Map.of("USERNAME", "root", "HEARTEX_USERNAME", "root", "PORT", "80"))
                        .text(SettingName.USERNAME))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DEBUG, debug", "Info, info", "WARNING, warn", "warn, warn", "ERROR, error"})
    void logLevelIsReadInAnyCase(String text, String level) {
        assertThat(read(Map.of("log-level", text), Map.of()).logLevel()).isEqualTo(level);
    }

    @Test
    void everySecondNameIsDocumentedAndNothingElse() throws IOException {
        String table = Files.readString(Path.of("../docs/operations.md"));

        List<String> documented = Pattern.compile("(?m)^\\| `(LABEL_STUDIO_[^`]+)` \\| `([^`]+)`")
                .matcher(table)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(documented)
                .hasSameSizeAs(LabelStudioVariable.values())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SettingName.values())
                        .flatMap(setting ->
                                LabelStudioVariable.of(setting)
                                        .map(second -> second.variable() + " " + setting.key())
                                        .stream())
                        .toList());
    }
}
