package dev.roster.mail;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.SingleLine;
import dev.roster.domain.user.EmailAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How mail is sent.
 *
 * @param server the mail server, or null to write mails to files
 * @param from the sender
 * @param directory the directory of the files
 */
public record MailSettings(MailSettings.@Nullable Server server, Sender from, Path directory) {
    /** How the way to the server is protected. */
    public enum Security {
        /** Encrypted from the first byte on. */
        TLS,
        /** Encrypted before anything is sent; nothing is sent to a server that does not support it. */
        STARTTLS,
        /** Not at all; only for a server on the same machine. */
        NONE
    }

    /**
     * A mail server. {@code toString} hides the password.
     *
     * @param username null for a server that lets us in as we are
     * @param password null without a username
     */
    public record Server(
            String host,
            int port,
            Security security,
            @Nullable String username,
            @Nullable String password) {
        private static final Pattern URL =
                Pattern.compile("(?<scheme>smtps?)://(?:(?<user>[^:/]*)(?::(?<password>.*))?@)?"
                        + "(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>[0-9]{1,5}))?/?");
        private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[[0:]*1]");
        private static final int SUBMISSION = 587;
        private static final int SUBMISSION_OVER_TLS = 465;
        private static final int MOST_PORT = 65_535;

        /**
         * Reads {@code smtp://user:password@host:587}, which is encrypted with STARTTLS unless the host is this machine,
         * or {@code smtps://…:465}, which is TLS. User and password may be percent-encoded, or missing.
         *
         * @param password given apart from the URL, or null
         * @throws RefusedException INVALID, naming {@code smtp_url}; the message does not hold the URL
         */
        public static Server parse(String url, @Nullable String password) {
            Matcher parts = URL.matcher(url);
            if (!parts.matches()) {
                throw wrong("the URL of the mail server cannot be read, expected one like"
                        + " smtp://user:password@mail.example.org:587");
            }
            boolean tls = parts.group("scheme").equals("smtps");
            String host = parts.group("host");
            String inUrl = decoded(parts.group("password"));
            if (inUrl != null && password != null) {
                throw wrong("the password for the mail server is given twice, in the URL and separately");
            }
            String username = decoded(parts.group("user"));
            return checked(new Server(
                    host,
                    port(parts.group("port"), tls),
                    tls ? Security.TLS : LOOPBACK.matcher(host).matches() ? Security.NONE : Security.STARTTLS,
                    username,
                    inUrl == null ? password : inUrl));
        }

        private static int port(@Nullable String text, boolean tls) {
            if (text == null) {
                return tls ? SUBMISSION_OVER_TLS : SUBMISSION;
            }
            int port = Integer.parseInt(text);
            if (port == 0 || port > MOST_PORT) {
                throw wrong("the port of the mail server must be from 1 to " + MOST_PORT);
            }
            return port;
        }

        private static Server checked(Server server) {
            if ((server.username == null) != (server.password == null)) {
                throw wrong("the mail server needs both a username and a password, or neither");
            }
            return server;
        }

        private static @Nullable String decoded(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                // A plus is a plus here, not the blank that it is in a form.
                return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                throw wrong("the URL of the mail server has a % that is not followed by two hex digits, write %25");
            }
        }

        private static RefusedException wrong(String message) {
            return RefusedException.invalid("smtp_url", message);
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * Whom mails are from.
     *
     * @param name what people see, or null for the address alone
     */
    public record Sender(@Nullable String name, EmailAddress address) {
        /** @throws RefusedException INVALID for an address that some mail servers would not accept */
        public Sender {
            if (!isEverywhereUnderstood(address)) {
                throw RefusedException.invalid(
                        "mail_from", "the sender of mails must have a name in ASCII and a domain that can be");
            }
        }

        private static boolean isEverywhereUnderstood(EmailAddress address) {
            try {
                return MailAddress.of(address).isAscii();
            } catch (IllegalArgumentException impossible) {
                return false;
            }
        }

        MailAddress mailAddress() {
            return MailAddress.of(address);
        }

        private static final Pattern NAMED = Pattern.compile("(?<name>[^<>\"]*)<(?<address>[^<>]*)>");
        private static final int MOST = 100;

        /**
         * Reads {@code Roster <roster@example.org>}, or the address alone.
         *
         * @throws RefusedException INVALID
         */
        public static Sender parse(String text) {
            Matcher parts = NAMED.matcher(text.strip());
            if (!parts.matches()) {
                return new Sender(null, new EmailAddress(text));
            }
            String name = parts.group("name").strip();
            return new Sender(
                    name.isEmpty() ? null : SingleLine.check("mail_from", name, MOST),
                    new EmailAddress(parts.group("address")));
        }

        @Override
        public String toString() {
            return name == null ? address.value() : name + " <" + address + ">";
        }
    }
}
