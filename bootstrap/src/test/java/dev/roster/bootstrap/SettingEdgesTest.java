package dev.roster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.UsageException;
import dev.roster.domain.text.Moments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number and length of time among the settings, at its edges and beyond them, from each place it may come from. */
class SettingEdgesTest {
    private static final List<String> NO_NUMBERS = List.of(
            "+80",
            "-1",
            "-0",
            "080",
            "8e1",
            "80.0",
            "0x50",
            "80L",
            "8_0",
            "8 0",
            "NaN",
            "٨٠",
            "８０",
            "½",
            "4294967376",
            "99999999999999999999");
    private static final List<String> NO_LENGTHS = List.of(
            "0",
            "7",
            "0s",
            "0d",
            "07d",
            "-7d",
            "+7d",
            "d",
            "7w",
            "7D",
            "7 d",
            "1.5h",
            "1e3s",
            "٧d",
            "７d",
            "P1D",
            "PT1H",
            "1000000d",
            "9223372036854775808s",
            "∞");

    @TempDir
    private Path directory;

    /** A setting, the values around its range, and those at its ends. */
    record Edges(SettingName setting, List<String> outside, List<String> inside) {
        static Edges number(SettingName setting, long least, long most) {
            return new Edges(
                    setting,
                    Stream.concat(
                                    NO_NUMBERS.stream(),
                                    Stream.of(least - 1, most + 1).map(String::valueOf))
                            .toList(),
                    List.of(Long.toString(least), Long.toString(most)));
        }

        static Edges length(SettingName setting, String least, String most, String... above) {
            return new Edges(
                    setting,
                    Stream.concat(NO_LENGTHS.stream(), Arrays.stream(above)).toList(),
                    List.of(least, most));
        }

        @Override
        public String toString() {
            return setting.key();
        }
    }

    static Stream<Edges> edges() {
        return Stream.of(
                Edges.number(SettingName.PORT, 0, 65_535),
                Edges.number(SettingName.AVATAR_BYTES, 1_024, 16 << 20),
                Edges.number(SettingName.AVATAR_PIXELS, 16, 2_048),
                Edges.number(SettingName.LEAST_RATE, 1, 1 << 20),
                Edges.number(SettingName.SLOW_BODIES, 1, 200),
                Edges.length(SettingName.HEADER_WITHIN, "1s", "1h", "3601s", "61m", "2h", "1d", "999999d"),
                Edges.length(SettingName.SLOW_GRACE, "1s", "1h", "3601s", "61m", "2h", "1d", "999999d"),
                Edges.length(SettingName.INVITATION, "1s", "999999d"),
                Edges.length(SettingName.SESSION_IDLE, "1s", "999999d"),
                Edges.length(SettingName.SESSION_LONGEST, "1s", "999999d"),
                Edges.length(SettingName.AUDIT_RETENTION, "1s", "999999d"));
    }

    private enum From {
        OPTION,
        ENVIRONMENT,
        FILE
    }

    private Settings read(From from, SettingName setting, String value) throws IOException {
        Path file = directory.resolve("roster.properties");
        Files.writeString(file, from == From.FILE ? setting.key() + "=" + value + "\n" : "");
        Map<String, String> home = Map.of("data-dir", directory.toString());
        Map<String, String> given = Map.of("data-dir", directory.toString(), setting.key(), value);
        return Settings.read(
                from == From.OPTION ? given : home,
                from == From.ENVIRONMENT ? Map.of(setting.variable(), value) : Map.of());
    }

    @ParameterizedTest
    @MethodSource("edges")
    void whatIsOutsideIsRefusedByName(Edges edges) {
        for (From from : From.values()) {
            for (String value : edges.outside()) {
                assertThatThrownBy(() -> read(from, edges.setting(), value))
                        .as("%s from %s", value, from)
                        .isInstanceOf(from == From.OPTION ? UsageException.class : InstallationException.class)
                        .hasMessageContaining("invalid " + edges.setting().key() + " `" + value + "`");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("edges")
    void whatIsInsideIsTaken(Edges edges) {
        for (From from : From.values()) {
            for (String value : edges.inside()) {
                assertThatCode(() -> read(from, edges.setting(), value))
                        .as("%s from %s", value, from)
                        .doesNotThrowAnyException();
            }
        }
    }

    /** A setting whose default is a number or a length has to be in the table above. */
    @ParameterizedTest
    @EnumSource(SettingName.class)
    void everyNumberAndLengthIsInTheTable(SettingName setting) {
        boolean counts =
                setting.usual().filter(usual -> usual.matches("[0-9]+[smhd]?")).isPresent();

        assertThat(edges().map(Edges::setting).anyMatch(setting::equals))
                .isEqualTo(counts || setting == SettingName.AUDIT_RETENTION);
    }

    @Test
    void theLongestRetentionBeginsWithTheFirstTimeThatCanBeStored() throws IOException {
        Instant now = Instant.parse("2026-03-01T08:30:00Z");

        assertThat(read(From.OPTION, SettingName.AUDIT_RETENTION, "999999d")
                        .auditRetention()
                        .startAt(now))
                .contains(Moments.FIRST);
        assertThat(read(From.OPTION, SettingName.AUDIT_RETENTION, "365d")
                        .auditRetention()
                        .startAt(now))
                .contains(Instant.parse("2025-03-01T08:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "99999", "٥٨٧", "+587", "-1", "5e2", "99999999999999999999", " "})
    void aPortOfTheMailServerIsReadStrictly(String port) {
        assertThatThrownBy(() -> Settings.read(
                        Map.of("data-dir", directory.toString()),
                        Map.of("ROSTER_SMTP_URL", "smtp://mail.example.org:" + port, "ROSTER_MAIL_FROM", "a@b.org")))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("mail server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "587", "65535"})
    void aPortOfTheMailServerInItsRangeIsTaken(String port) {
        Settings settings = Settings.read(
                Map.of("data-dir", directory.toString()),
                Map.of("ROSTER_SMTP_URL", "smtp://mail.example.org:" + port, "ROSTER_MAIL_FROM", "a@b.org"));

        assertThat(Objects.requireNonNull(settings.mail().server()).port()).isEqualTo(Integer.parseInt(port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://x:٨٠", "http://x:", "http://x:+80", "http://x:123456", "http://x:8e1", "http://x:-1"})
    void aPortOfThePublicUrlIsReadStrictly(String url) {
        assertThatThrownBy(() -> read(From.ENVIRONMENT, SettingName.PUBLIC_URL, url))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("invalid public-url");
    }
}
