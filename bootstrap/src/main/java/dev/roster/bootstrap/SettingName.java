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
    DATA_DIR("~/.roster", "where the store, its key file and roster.properties live"),
    DATABASE(null, "jdbc:sqlite:FILE, jdbc:postgresql://… or postgres://…; a file in the data directory when unset"),
    HOST("127.0.0.1", "the address to listen on; 0.0.0.0 for all"),
    PORT("6900", "the port to listen on; 0 for any free one"),
    PUBLIC_URL(null, "how people reach the server, for links; http://HOST:PORT when unset"),
    ROOT_DIALECT("none", "the dialect that is served at the root too, or none"),
    SIGN_UP("link", "who may make an account: open for anybody, link for those with an organization's link, closed"),
    INVITATION("7d", "how long an invitation can be accepted"),
    PASSWORD_POLICY("basic", "basic: 8 to 128 characters; strict: at least 15, and nothing easy to guess"),
    AVATAR_BYTES("1048576", "the longest picture that can be uploaded for a user"),
    AVATAR_PIXELS("512", "the widest and the highest such picture"),
    TOKENS("keep", "keep: a user can see their token again; show-once: only its digest is kept"),
    SECRET_KEY(
            null, "at least 32 characters that seal the tokens; the key file in the data directory when unset", true),
    SESSION_IDLE("5d", "a session unused for that long is dead: 30m, 12h, 5d"),
    SESSION_LONGEST("14d", "a session ends that long after it was opened"),
    AUDIT_RETENTION("forever", "how long the audit trail is kept: forever, or as in 365d"),
    TRUSTED_PROXIES("", "addresses whose X-Forwarded-For is believed, with commas between them"),
    HEADER_WITHIN("10s", "how long a client may take to send the header of a request, 1s to 1h"),
    SLOW_GRACE("10s", "how long a client may take for a body or an answer whatever its length, 1s to 1h"),
    LEAST_RATE(
            "2048", "bytes of a body or an answer that a client must send or take in a second once slow-grace is over"),
    SLOW_BODIES("50", "how many requests may wait for more of their body; one more ends the oldest"),
    SMTP_URL(
            null,
            "smtp://USER:PASSWORD@HOST:587 (STARTTLS) or smtps://…:465 (TLS); mails become files in the data directory when"
                    + " unset"),
    SMTP_PASSWORD(null, "the password for the mail server, if it is not in smtp-url", true),
    MAIL_FROM(null, "whom mails are from: Roster <roster@example.org>; needed with smtp-url"),
    LOG_LEVEL("info", "error, warn, info or debug"),
    USERNAME(null, "the first owner, made once on an empty store"),
    PASSWORD(null, "the first owner's password", true),
    API_KEY(null, "the first owner's user token; a random one when unset", true),
    WORKSPACE(null, "a workspace to make along with the first owner");

    private final @Nullable String usual;
    private final String meaning;
    private final boolean secret;

    SettingName(@Nullable String usual, String meaning) {
        this(usual, meaning, false);
    }

    SettingName(@Nullable String usual, String meaning, boolean secret) {
        this.usual = usual;
        this.meaning = meaning;
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

    String meaning() {
        return meaning;
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
