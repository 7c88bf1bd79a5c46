package dev.roster.persistence.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteErrorCode;

/** SQLite. It has one writer at a time, so nothing needs holding and nothing needs repeating. */
final class SqliteDialect implements Dialect {
    private static final int PRIMARY_CODE = 0xFF;
    private static final Map<Integer, Trouble> TROUBLES = Map.of(
            SQLiteErrorCode.SQLITE_BUSY.code, Trouble.LOCKED,
            SQLiteErrorCode.SQLITE_LOCKED.code, Trouble.LOCKED,
            SQLiteErrorCode.SQLITE_FULL.code, Trouble.FULL,
            SQLiteErrorCode.SQLITE_READONLY.code, Trouble.READ_ONLY,
            SQLiteErrorCode.SQLITE_PERM.code, Trouble.READ_ONLY,
            SQLiteErrorCode.SQLITE_IOERR.code, Trouble.FAILING,
            SQLiteErrorCode.SQLITE_CANTOPEN.code, Trouble.FAILING);
    private static final Pattern UNIQUE = Pattern.compile("UNIQUE constraint failed: ([a-z_]+\\.[a-z_., ]+)");

    @Override
    public Map<String, String> placeholders() {
        return Map.of("identity", "INTEGER PRIMARY KEY AUTOINCREMENT", "bytes", "BLOB", "byCodePoints", byCodePoints());
    }

    @Override
    public String holdingRows() {
        return "";
    }

    /** SQLite tells the columns, {@code datasets.workspace_id, datasets.name_key}, which the constraints are named after. */
    @Override
    public Optional<String> violatedConstraint(SQLException failure) {
        Matcher told = UNIQUE.matcher(String.valueOf(failure.getMessage()));
        if (!told.find()) {
            return Optional.empty();
        }
        String columns = told.group(1);
        String table = columns.substring(0, columns.indexOf('.'));
        return Optional.of(columns.replace(", " + table + ".", "_").replace('.', '_'));
    }

    @Override
    public boolean mayBeRepeated(SQLException failure) {
        return false;
    }

    @Override
    public Optional<Trouble> trouble(SQLException failure) {
        return Optional.ofNullable(TROUBLES.get(failure.getErrorCode() & PRIMARY_CODE));
    }

    /** There is one writer, so what a reader sees is all that was numbered so far. */
    @Override
    public Set<String> adding(Handle handle, String table) {
        return Set.of();
    }

    /** As AUTOINCREMENT would: higher than any there is, and than any there was. */
    @Override
    public String byCodePoints() {
        return " COLLATE BINARY";
    }

    @Override
    public String nextNumber(String table) {
        return "max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = '" + table + "'), 0),"
                + " coalesce((SELECT max(number) FROM " + table + "), 0)) + 1";
    }

    /**
     * An index of trigrams beside the table, which holds no text itself. It keeps nothing of what was taken out of it, as erased
     * names must leave no trace.
     */
    @Override
    public List<String> searchIndex() {
        return List.of(
                """
                CREATE VIRTUAL TABLE users_search USING fts5(
                    search_key, content='users', content_rowid='number', detail='none', columnsize=0,
                    tokenize='trigram case_sensitive 1')
                """,
                "INSERT INTO users_search (users_search, rank) VALUES ('secure-delete', 1)",
                """
                CREATE TRIGGER users_search_added AFTER INSERT ON users BEGIN
                    INSERT INTO users_search (rowid, search_key) VALUES (new.number, new.search_key);
                END
                """,
                """
                CREATE TRIGGER users_search_changed AFTER UPDATE OF search_key ON users
                WHEN old.search_key <> new.search_key BEGIN
                    INSERT INTO users_search (users_search, rowid, search_key)
                    VALUES ('delete', old.number, old.search_key);
                    INSERT INTO users_search (rowid, search_key) VALUES (new.number, new.search_key);
                END
                """,
                "INSERT INTO users_search (users_search) VALUES ('rebuild')");
    }

    @Override
    public String searching() {
        return "SELECT users_search.rowid AS number FROM users_search WHERE users_search MATCH :trigrams";
    }

    @Override
    public boolean countsCommits() {
        return true;
    }

    @Override
    public void planForValues(Handle handle) {
        // Queries leave one plan.
    }

    @Override
    public void lock(Handle handle, String... tables) {
        // The one writer has locked the whole file.
    }

    static boolean is(SQLException failure, SQLiteErrorCode code) {
        return (failure.getErrorCode() & PRIMARY_CODE) == code.code;
    }
}
