package dev.roster.bootstrap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set. The name {@code data-dir} is the option {@code --data-dir}, the environment variable
 * {@code ROSTER_DATA_DIR} and the key {@code data-dir} in {@code roster.properties}.
 */
enum SettingName {
    /** Where the store, its key file and roster.properties live. */
    DATA_DIR("~/.roster"),
    /**
     * {@code jdbc:sqlite:FILE}, {@code jdbc:postgresql://…} or {@code postgres://…}; a file in the data directory when
     * unset.
     */
    DATABASE,
    /** A standby of that PostgreSQL server that may answer reads of requests that say how old an answer may be. */
    DATABASE_STANDBY,
    /** The address to listen on; 0.0.0.0 for all. */
    HOST("127.0.0.1"),
    /** The port to listen on; 0 for any free one. */
    PORT("6900"),
    /** How people reach the server, for links; http://HOST:PORT when unset. */
    PUBLIC_URL,
    /** The dialect that is served at the root too, or none. */
    ROOT_DIALECT("none"),
    /** Who may make an account: open for anybody, link for those with an organization's link, closed. */
    SIGN_UP("link"),
    /** How long an invitation can be accepted. */
    INVITATION("7d"),
    /** {@code basic}: 8 to 128 characters; {@code strict}: at least 15, and nothing easy to guess. */
    PASSWORD_POLICY("basic"),
    /** The longest picture that can be uploaded for a user. */
    AVATAR_BYTES("1048576"),
    /** The widest and the highest such picture. */
    AVATAR_PIXELS("512"),
    /** {@code keep}: a user can see their token again; {@code show-once}: only its digest is kept. */
    TOKENS("keep"),
    /** At least 32 characters that seal the tokens; the key file in the data directory when unset. */
    SECRET_KEY(null, true),
    /** A session unused for that long is dead: 30m, 12h, 5d. */
    SESSION_IDLE("5d"),
    /** A session ends that long after it was opened. */
    SESSION_LONGEST("14d"),
    /** How long the audit trail is kept: forever, or as in 365d. */
    AUDIT_RETENTION("forever"),
    /** Addresses whose X-Forwarded-For is believed, with commas between them. */
    TRUSTED_PROXIES(""),
    /** How long a client may take to send the header of a request, 1s to 1h. */
    HEADER_WITHIN("10s"),
    /** How long a client may take for a body or an answer whatever its length, 1s to 1h. */
    SLOW_GRACE("10s"),
    /** Bytes of a body or an answer that a client must send or take in a second once slow-grace is over. */
    LEAST_RATE("2048"),
    /** How many requests may wait for more of their body; one more ends the oldest. */
    SLOW_BODIES("50"),
    /**
     * {@code smtp://USER:PASSWORD@HOST:587} (STARTTLS) or {@code smtps://…:465} (TLS); mails become files in the data
     * directory when unset.
     */
    SMTP_URL,
    /** The password for the mail server, if it is not in smtp-url. */
    SMTP_PASSWORD(null, true),
    /** Whom mails are from: {@code Roster <roster@example.org>}; needed with smtp-url. */
    MAIL_FROM,
    /** {@code error}, {@code warn}, {@code info} or {@code debug}, in any case. */
    LOG_LEVEL("info"),
    /**
     * Whether the Label Studio dialect accepts user tokens for an organization that did not say: {@code on} or {@code off}.
     */
    LABEL_STUDIO_LEGACY_TOKENS("on"),
    /** The account to begin with; the first owner on an empty store. */
    USERNAME,
    /** Its password. */
    PASSWORD(null, true),
    /** Its user token, at least 5 characters; a random one when unset. */
    API_KEY(null, true),
    /** A workspace to make along with the first owner. */
    WORKSPACE;

    private final @Nullable String usual;
    private final boolean secret;

    SettingName() {
        this(null);
    }

    SettingName(@Nullable String usual) {
        this(usual, false);
    }

    SettingName(@Nullable String usual, boolean secret) {
        this.usual = usual;
        this.secret = secret;
    }

    /** As the command line and {@code roster.properties} spell it. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String variable() {
        return "ROSTER_" + name();
    }

    Optional<String> usual() {
        return Optional.ofNullable(usual);
    }

    boolean isSecret() {
        return secret;
    }

    static Optional<SettingName> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }
}
