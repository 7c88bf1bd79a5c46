package dev.roster.persistence.sql;

import dev.roster.domain.RefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** Where the store is. {@code toString} is for people and holds no password. */
public sealed interface StoreAddress {
    /** A SQLite database: one file, with a second and a third beside it while it is in use. */
    record SqliteFile(Path path) implements StoreAddress {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * A PostgreSQL database.
     *
     * @param url without user and password
     * @param name what it is called in messages
     */
    record PostgresDatabase(
            String url, @Nullable String user, @Nullable String password, String name) implements StoreAddress {
        @Override
        public String toString() {
            return "PostgreSQL at " + name;
        }
    }

    static StoreAddress file(Path path) {
        return new SqliteFile(path.toAbsolutePath().normalize());
    }

    /**
     * Reads {@code jdbc:sqlite:FILE}, {@code jdbc:postgresql://HOST/DATABASE},
     * {@code postgres://USER:PASSWORD@HOST/DATABASE} or the path of a file.
     *
     * @throws RefusedException INVALID, naming {@code database}; the message does not repeat what was given, which may
     *     hold a password
     */
    static StoreAddress parse(String text) {
        if (text.startsWith(Parsing.SQLITE)) {
            return Parsing.file(text.substring(Parsing.SQLITE.length()));
        }
        if (text.startsWith("jdbc:postgresql:")) {
            return Parsing.jdbc(text);
        }
        if (Parsing.POSTGRES.matcher(text).lookingAt()) {
            return Parsing.uri(text);
        }
        if (Parsing.OTHER_SCHEME.matcher(text).lookingAt()) {
            throw Parsing.invalid("unknown kind of database");
        }
        return Parsing.file(text);
    }

    /** How each kind of address is read. */
    final class Parsing {
        private static final String SQLITE = "jdbc:sqlite:";
        private static final Pattern POSTGRES = Pattern.compile("postgres(?:ql)?://");
        private static final Pattern OTHER_SCHEME = Pattern.compile("jdbc:|[a-z][a-z0-9+.-]+://");

        private Parsing() {}

        private static StoreAddress file(String text) {
            if (text.isBlank() || text.startsWith(":") || text.startsWith("file:") || text.contains("?")) {
                throw invalid("a SQLite database is the plain path of a file");
            }
            try {
                return StoreAddress.file(Path.of(text));
            } catch (InvalidPathException bad) {
                throw invalid("a SQLite database is the plain path of a file");
            }
        }

        private static StoreAddress jdbc(String text) {
            Properties known = Driver.parseURL(text, new Properties());
            if (known == null) {
                throw invalid("this PostgreSQL address cannot be read");
            }
            String name = known.getProperty("PGHOST") + ":" + known.getProperty("PGPORT") + "/"
                    + known.getProperty("PGDBNAME");
            return new PostgresDatabase(
                    withoutSecrets(text), known.getProperty("user"), known.getProperty("password"), name);
        }

        private static String withoutSecrets(String url) {
            return url.replaceAll("(?<=[?&])(?:user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
        }

        private static StoreAddress uri(String text) {
            try {
                URI uri = new URI(text);
                if (uri.getHost() == null || uri.getPath().length() < 2) {
                    throw invalid("this PostgreSQL address lacks a host or a database");
                }
                String name = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getRawPath();
                String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                String @Nullable [] account = account(uri.getRawUserInfo());
                return new PostgresDatabase(
                        "jdbc:postgresql://" + name + query,
                        account == null ? null : decode(account[0]),
                        account == null || account.length < 2 ? null : decode(account[1]),
                        name);
            } catch (URISyntaxException bad) {
                // Its message would repeat the password.
                throw invalid("this PostgreSQL address cannot be read, write special characters as %XX");
            }
        }

        private static String @Nullable [] account(@Nullable String userInfo) {
            return userInfo == null ? null : userInfo.split(":", 2);
        }

        private static String decode(String part) {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        private static RefusedException invalid(String what) {
            return RefusedException.invalid(
                    "database",
                    what + "; expected a file, `jdbc:postgresql://HOST/DATABASE`"
                            + " or `postgres://USER:PASSWORD@HOST/DATABASE`");
        }
    }
}
