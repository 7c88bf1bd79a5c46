package dev.roster.bootstrap;

import dev.roster.application.audit.AuditRetention;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.cli.terminal.FileName;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.UsageException;
import dev.roster.domain.RefusedException;
import dev.roster.domain.text.WholeNumbers;
import dev.roster.domain.user.AvatarLimits;
import dev.roster.http.patience.Patience;
import dev.roster.mail.MailSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force and where each comes from: option over environment over {@code roster.properties} in the data
 * directory over the environment of Label Studio over default. {@code toString} shows no secret.
 */
final class Settings {
    /** Where a value comes from. */
    enum Source {
        OPTION("option"),
        ENVIRONMENT("environment"),
        FILE("roster.properties"),
        LABEL_STUDIO("LABEL_STUDIO_"),
        DEFAULT("default");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /**
     * A value as text, and its source.
     *
     * @param where the source in words: a variable of Label Studio by its name
     */
    record Value(String text, Source source, String where) {
        Value(String text, Source source) {
            this(text, source, source.word());
        }

        @Override
        public String toString() {
            return "Value[" + where + "]";
        }
    }

    private static final List<String> LOG_LEVELS = List.of("error", "warn", "info", "debug");
    private static final String FILE = "roster.properties";
    /** The sender of mails that become files; an address that can never be one (RFC 2606). */
    private static final String NOBODY = "Roster <roster@roster.invalid>";

    private static final Pattern PUBLIC_URL = Pattern.compile(
            "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?|https?://\\[[0-9A-Fa-f:]+\\](:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?");
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

    private static final Duration MOST_PATIENT = Duration.ofHours(1);

    private final Map<SettingName, Value> values;

    private Settings(Map<SettingName, Value> values) {
        this.values = values;
    }

    /**
     * Reads the settings.
     *
     * @param options by key, as given on the command line
     * @throws UsageException for a value of an option that cannot be
     * @throws InstallationException for a value from elsewhere that cannot be, or a key in the file that means nothing
     */
    static Settings read(Map<String, String> options, Map<String, String> environment) {
        Map<SettingName, Value> values = new EnumMap<>(SettingName.class);
        put(values, SettingName.DATA_DIR, options, environment, new Properties());
        Properties file = file(directory(values).resolve(FILE));
        for (SettingName setting : SettingName.values()) {
            put(values, setting, options, environment, file);
        }
        Settings settings = new Settings(values);
        settings.check();
        return settings;
    }

    private static void put(
            Map<SettingName, Value> values,
            SettingName setting,
            Map<String, String> options,
            Map<String, String> environment,
            Properties file) {
        candidate(options.get(setting.key()), Source.OPTION)
                .or(() -> candidate(environment.get(setting.variable()), Source.ENVIRONMENT))
                .or(() -> candidate(file.getProperty(setting.key()), Source.FILE))
                .or(() -> ofLabelStudio(setting, environment))
                .or(() -> setting.usual().flatMap(usual -> candidate(usual, Source.DEFAULT)))
                .ifPresent(value -> values.put(setting, value));
    }

    private static Optional<Value> ofLabelStudio(SettingName setting, Map<String, String> environment) {
        return LabelStudioVariable.of(setting)
                .flatMap(second -> candidate(environment.get(second.variable()), Source.LABEL_STUDIO)
                        .map(value -> new Value(second.meaning(value.text()), value.source(), second.variable())));
    }

    private static Optional<Value> candidate(@Nullable String text, Source source) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(given -> !given.isEmpty())
                .map(given -> new Value(given, source));
    }

    private static Path directory(Map<SettingName, Value> values) {
        Value value = Objects.requireNonNull(values.get(SettingName.DATA_DIR));
        try {
            return FileName.path(home(value.text()));
        } catch (InstallationException unusable) {
            String why = String.valueOf(unusable.getMessage());
            throw value.source() == Source.OPTION
                    ? new UsageException("--data-dir: " + why)
                    : new InstallationException("data-dir (" + value.where() + "): " + why, unusable);
        }
    }

    private static String home(String path) {
        return path.equals("~") || path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
    }

    private static Properties file(Path path) {
        Properties properties = new Properties();
        if (!Files.isRegularFile(path)) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (CharacterCodingException malformed) {
            throw new InstallationException(path + " is not UTF-8 text, save it as UTF-8", malformed);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new InstallationException("cannot read " + path + ": " + unreadable.getMessage(), unreadable);
        }
        properties.stringPropertyNames().stream()
                .filter(key -> SettingName.of(key).isEmpty())
                .findFirst()
                .ifPresent(key -> {
                    throw new InstallationException(
                            "unknown setting `" + key + "` in " + path + ", see `roster settings`");
                });
        return properties;
    }

    private void check() {
        port();
        strictPasswords();
        avatarLimits();
        tokensKept();
        sessionIdle();
        sessionLongest();
        mail();
        auditRetention();
        signUp();
        invitation();
        publicUrl();
        patience();
        logLevel();
        legacyTokens();
    }

    Optional<Value> value(SettingName setting) {
        return Optional.ofNullable(values.get(setting));
    }

    boolean isGivenAsOption(SettingName setting) {
        return value(setting).map(Value::source).filter(Source.OPTION::equals).isPresent();
    }

    Optional<String> text(SettingName setting) {
        return value(setting).map(Value::text);
    }

    private String required(SettingName setting) {
        return text(setting).orElseThrow(() -> new InstallationException("`" + setting.key() + "` is not set"));
    }

    Path dataDirectory() {
        return directory(values).toAbsolutePath().normalize();
    }

    /** Where the installation's secret is, unless it is given as a setting. */
    Path secretFile() {
        return dataDirectory().resolve("secret.key");
    }

    String host() {
        return required(SettingName.HOST);
    }

    boolean listensOnAll() {
        return host().equals("0.0.0.0") || host().equals("::") || host().equals("[::]");
    }

    int port() {
        return number(SettingName.PORT, 0, 65_535);
    }

    boolean strictPasswords() {
        return oneOf(SettingName.PASSWORD_POLICY, "basic", "strict").equals("strict");
    }

    AvatarLimits avatarLimits() {
        return new AvatarLimits(
                number(SettingName.AVATAR_BYTES, 1_024, 16 << 20), number(SettingName.AVATAR_PIXELS, 16, 2_048));
    }

    private int number(SettingName setting, int least, int most) {
        try {
            return WholeNumbers.parse(setting.key(), required(setting), least, most);
        } catch (RefusedException refusal) {
            throw wrong(setting, "a number from " + least + " to " + most);
        }
    }

    boolean tokensKept() {
        return oneOf(SettingName.TOKENS, "keep", "show-once").equals("keep");
    }

    /** The dialect served at the root, or empty for none. */
    Optional<String> rootDialect() {
        String dialect = required(SettingName.ROOT_DIALECT);
        return dialect.equals("none") ? Optional.empty() : Optional.of(dialect);
    }

    SignUpMode signUp() {
        return SignUpMode.valueOf(
                oneOf(SettingName.SIGN_UP, "open", "link", "closed").toUpperCase(Locale.ROOT));
    }

    Duration invitation() {
        return duration(SettingName.INVITATION);
    }

    /** Without a slash at the end; empty when it is not set. */
    Optional<String> publicUrl() {
        return text(SettingName.PUBLIC_URL).map(text -> {
            String url = text.strip().replaceAll("/+$", "");
            if (!PUBLIC_URL.matcher(url).matches()) {
                throw wrong(SettingName.PUBLIC_URL, "http://HOST or https://HOST, with a port and a path or not");
            }
            return url;
        });
    }

    Duration sessionIdle() {
        return duration(SettingName.SESSION_IDLE);
    }

    Duration sessionLongest() {
        return duration(SettingName.SESSION_LONGEST);
    }

    AuditRetention auditRetention() {
        return required(SettingName.AUDIT_RETENTION).equals("forever")
                ? AuditRetention.forever()
                : new AuditRetention(duration(SettingName.AUDIT_RETENTION));
    }

    List<String> trustedProxies() {
        return text(SettingName.TRUSTED_PROXIES).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /** How long slow clients are waited for. */
    Patience patience() {
        return new Patience(
                patient(SettingName.HEADER_WITHIN),
                patient(SettingName.SLOW_GRACE),
                number(SettingName.LEAST_RATE, 1, 1 << 20),
                number(SettingName.SLOW_BODIES, 1, 200));
    }

    private Duration patient(SettingName setting) {
        Duration duration = duration(setting);
        if (duration.compareTo(MOST_PATIENT) > 0) {
            throw wrong(setting, "1s to 1h");
        }
        return duration;
    }

    MailSettings mail() {
        try {
            MailSettings.Server server = text(SettingName.SMTP_URL)
                    .map(url -> MailSettings.Server.parse(
                            url, text(SettingName.SMTP_PASSWORD).orElse(null)))
                    .orElse(null);
            return new MailSettings(
                    server, sender(server != null), dataDirectory().resolve("outbox"));
        } catch (RefusedException unusable) {
            throw new InstallationException("invalid smtp-url or mail-from: " + unusable.reason(), unusable);
        }
    }

    private MailSettings.Sender sender(boolean needed) {
        Optional<String> set = text(SettingName.MAIL_FROM);
        if (needed && set.isEmpty()) {
            throw new InstallationException("`mail-from` is not set, a mail server wants to know whom mails are from");
        }
        return MailSettings.Sender.parse(set.orElse(NOBODY));
    }

    /** In lower case. */
    String logLevel() {
        String level = required(SettingName.LOG_LEVEL).toLowerCase(Locale.ROOT);
        String known = level.equals("warning") ? "warn" : level;
        if (!LOG_LEVELS.contains(known)) {
            throw wrong(SettingName.LOG_LEVEL, "error, warn, info or debug");
        }
        return known;
    }

    boolean legacyTokens() {
        return oneOf(SettingName.LABEL_STUDIO_LEGACY_TOKENS, "on", "off").equals("on");
    }

    private String oneOf(SettingName setting, String... allowed) {
        String text = required(setting);
        if (!List.of(allowed).contains(text)) {
            throw wrong(setting, String.join(" or ", allowed));
        }
        return text;
    }

    private Duration duration(SettingName setting) {
        Matcher matcher = DURATION.matcher(required(setting));
        if (!matcher.matches()) {
            throw wrong(setting, "a whole number with s, m, h or d behind it, as in 12h");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** A wrong value from the command line is a wrong command line. */
    RuntimeException wrong(SettingName setting, String expected) {
        Value value = Objects.requireNonNull(values.get(setting));
        String what = "invalid " + setting.key() + " `" + value.text() + "`";
        return value.source() == Source.OPTION
                ? new UsageException("--" + setting.key() + ": " + what + ", expected " + expected)
                : new InstallationException(what + " (" + value.where() + "), expected " + expected);
    }

    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
