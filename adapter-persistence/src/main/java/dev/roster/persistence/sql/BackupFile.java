package dev.roster.persistence.sql;

import dev.roster.persistence.secret.KnownKey;
import dev.roster.persistence.sql.StoreAddress.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A SQLite store as a backup has it: one file that no process writes to. It is read and never changed. */
public final class BackupFile {
    private final Path file;
    private final Path named;
    private final Jdbi jdbi;

    private BackupFile(Path file, Path named) {
        this.file = file;
        this.named = named;
        this.jdbi = Jdbi.create(unchanging(file)::getConnection);
    }

    public static BackupFile at(Path file) {
        return new BackupFile(file, file);
    }

    /** The same backup where it was copied to; messages go on naming the original. */
    BackupFile copied(Path copy) {
        return new BackupFile(copy, named);
    }

    /**
     * What is in it.
     *
     * @param schema the version of its tables, which the next opening brings up to date
     */
    public record Content(int schema, KnownKey key) {}

    /** SQLite then neither locks it nor puts files beside it, and takes no log into account. */
    private static SQLiteDataSource unchanging(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + "?immutable=1");
        return source;
    }

    /**
     * Reads all of it.
     *
     * @throws StoreException when it is no whole store, or that of a newer Roster
     */
    public Content examine() {
        requireOneFile();
        try (Handle handle = jdbi.open()) {
            Schema schema = new Schema(jdbi, new SqliteDialect(), new SqliteFile(named));
            if (schema.isMissing()) {
                throw new StoreException("`" + named + "` is no backup of Roster, it has no tables of a store");
            }
            boolean newest = schema.isNewest();
            requireIntact(handle);
            requireWhole(handle);
            return new Content(newest ? Schema.NEWEST : schema.version().orElse(0), schema.key());
        } catch (JdbiException unreadable) {
            throw new StoreException(
                    "`" + named + "` is no SQLite database, or it is damaged or cut off; take another backup",
                    unreadable);
        }
    }

    /** @throws StoreException when it is no file that can be read, or has a log beside it */
    void requireOneFile() {
        if (!Files.isRegularFile(file)) {
            throw new StoreException("there is no file `" + named + "`");
        }
        if (!Files.isReadable(file)) {
            throw new StoreException(
                    "`" + named + "` cannot be read; give the account that runs Roster the right to it");
        }
        Path log = named.resolveSibling(named.getFileName() + "-wal");
        if (hasContent(log)) {
            throw new StoreException("`" + named + "` is a store in use or after a crash, not a backup: `" + log
                    + "` belongs to it; write a backup of it with `roster backup`");
        }
    }

    private static boolean hasContent(Path log) {
        try {
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException unknown) {
            return true;
        }
    }

    /** SQLite fills up the last page where a part of it is missing, and takes it for good where nothing uses it. */
    private void requireWhole(Handle handle) {
        long pages = handle.createQuery("PRAGMA page_count").mapTo(Long.class).one();
        long size = handle.createQuery("PRAGMA page_size").mapTo(Long.class).one();
        if (size() < pages * size) {
            throw new StoreException("`" + named + "` is cut off; take another backup");
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new StoreException("`" + named + "` cannot be read", gone);
        }
    }

    private void requireIntact(Handle handle) {
        String damage = handle.createQuery("PRAGMA integrity_check(1)")
                .mapTo(String.class)
                .findFirst()
                .orElse("nothing was read");
        if (!damage.equals("ok")) {
            throw new StoreException(
                    "`" + named + "` is damaged (" + damage.lines().findFirst().orElse("") + "); take another backup");
        }
    }
}
