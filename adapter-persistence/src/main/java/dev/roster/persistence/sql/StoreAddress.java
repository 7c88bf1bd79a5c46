package dev.roster.persistence.sql;

import dev.roster.domain.RefusedException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The address of the store. {@code toString} is for people to read and contains no password. */
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
        Matcher postgres = Parsing.POSTGRES.matcher(text);
        if (postgres.matches()) {
            return Parsing.postgres(postgres);
        }
        if (Parsing.OTHER_SCHEME.matcher(text).lookingAt()) {
            throw Parsing.invalid("this database address cannot be read");
        }
        return Parsing.file(text);
    }

    /** How each kind of address is read. */
    final class Parsing {
        private static final String SQLITE = "jdbc:sqlite:";
        private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?";
        private static final Pattern POSTGRES = Pattern.compile("(?:jdbc:postgresql|postgres(?:ql)?)://"
                + "(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
                + "(?<name>" + HOST + "(?:," + HOST + ")*/[^/?#]+)(?:\\?(?<query>[^#]*))?");
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

        private static StoreAddress postgres(Matcher address) {
            Map<String, String> query = query(address.group("query"));
            String user = query.remove("user");
            String password = query.remove("password");
            String rest = query.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining("&"));
            return new PostgresDatabase(
                    "jdbc:postgresql://" + address.group("name") + (rest.isEmpty() ? "" : "?" + rest),
                    decoded(address.group("user") == null ? user : literalPlus(address.group("user"))),
                    decoded(address.group("password") == null ? password : literalPlus(address.group("password"))),
                    address.group("name"));
        }

        private static Map<String, String> query(@Nullable String text) {
            Map<String, String> query = new LinkedHashMap<>();
            for (String part : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
                String[] pair = part.split("=", 2);
                query.put(pair[0], pair.length == 1 ? "" : pair[1]);
            }
            return query;
        }

        /** In front of the host, unlike behind the question mark, a plus is a plus. */
        private static String literalPlus(String part) {
            return part.replace("+", "%2B");
        }

        private static @Nullable String decoded(@Nullable String part) {
            try {
                return part == null ? null : URLDecoder.decode(part, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException bad) {
                // Its message would repeat the password.
                throw invalid("user and password cannot be read; write special characters as %XX");
            }
        }

        private static RefusedException invalid(String what) {
            return RefusedException.invalid(
                    "database",
                    what + "; expected a file, `jdbc:postgresql://HOST/DATABASE`"
                            + " or `postgres://USER:PASSWORD@HOST/DATABASE`");
        }
    }
}
