package dev.roster.persistence.sql;

import dev.roster.persistence.secret.SecretKeySource;
import dev.roster.persistence.sql.StoreAddress.SqliteFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replaces a SQLite store that no process uses with a backup. The store must not be open in this process. */
public final class Restore {
    private static final String RESTORING = "-restoring";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Where SQLite locks a file; every connection in WAL mode holds some of it as long as it is open. */
    private static final long LOCKS = 0x4000_0000L;

    private static final long LOCKED_BYTES = 512;

    private final Path store;
    private final SecretKeySource keys;

    private Restore(Path store, SecretKeySource keys) {
        this.store = store;
        this.keys = keys;
    }

    /**
     * What was restored.
     *
     * @param old where the store lies now that was there before; empty when there was none
     */
    public record Restored(BackupFile.Content content, Optional<Path> old) {}

    /** @throws StoreException for an engine that has a tool of its own for that, and for a directory that is not there */
    public static Restore of(StoreAddress address, SecretKeySource keys) {
        if (!(address instanceof SqliteFile file)) {
            throw new StoreException("PostgreSQL has a tool of its own for restoring: use pg_restore or psql");
        }
        Path directory = file.path().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new StoreException("the directory `" + directory
                    + "` of the store does not exist; create it, and put the" + " secret key of the backup there");
        }
        return new Restore(file.path(), keys);
    }

    /**
     * Checks the backup and replaces the store with a copy of it, completely or not at all.
     *
     * @throws StoreException when a process uses the store, or the backup is none; nothing was changed then
     * @throws dev.roster.persistence.secret.SecretKeyException when the backup belongs to another key, likewise
     */
    public Restored from(BackupFile backup, Path file, Instant now) {
        backup.requireOneFile();
        try {
            Path real = Files.exists(store) ? store.toRealPath() : store;
            new Swap(real).complete();
            if (Files.exists(real) && Files.isSameFile(real, file)) {
                throw new StoreException("`" + file + "` is the store itself; name a backup");
            }
            return underLock(real, () -> restore(real, backup, file, now));
        } catch (FileAlreadyExistsException another) {
            throw new StoreException("another restore of the store " + store + " is running", another);
        } catch (IOException failure) {
            throw new StoreException(
                    "the store " + store + " cannot be replaced; make its directory writable, and room for a copy of `"
                            + file + "`",
                    failure);
        }
    }

    /** What a lock is held for. */
    private interface Work {
        Restored run() throws IOException;
    }

    /** For as long as that lock is held no process opens the store, and no other restores it. */
    private Restored underLock(Path real, Work work) throws IOException {
        if (Files.notExists(real)) {
            return work.run();
        }
        try (FileChannel channel = FileChannel.open(real, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (!lock.isValid()) {
                throw inUse();
            }
            removeLeftovers(real);
            return work.run();
        }
    }

    private FileLock lock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock(LOCKS, LOCKED_BYTES, false);
            if (lock == null) {
                throw inUse();
            }
            return lock;
        } catch (OverlappingFileLockException another) {
            throw inUse();
        }
    }

    private StoreException inUse() {
        return new StoreException("a process uses the store " + store
                + ", a server, a command or another restore; stop it and restore then");
    }

    /** Copies that a restore before left when it was cut off. */
    private static void removeLeftovers(Path real) throws IOException {
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(real.getParent(), real.getFileName() + RESTORING + "*")) {
            for (Path copy : left) {
                Files.delete(copy);
            }
        }
    }

    private Restored restore(Path real, BackupFile backup, Path file, Instant now) throws IOException {
        Swap swap = new Swap(real);
        boolean wasThere = Files.exists(real);
        Path copy = Files.createTempFile(real.getParent(), real.getFileName() + RESTORING, "");
        try {
            copy(file, copy);
            BackupFile.Content content = backup.copied(copy).examine();
            keys.require(content.key());
            requireStill(real, wasThere);
            Path old = free(real, now);
            swap.make(copy, old);
            return new Restored(content, wasThere ? Optional.of(old) : Optional.empty());
        } finally {
            // What is planned is completed later, and needs the copy.
            if (!swap.isPlanned()) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static void copy(Path file, Path copy) throws IOException {
        // Into the file that is there, which is its owner's alone.
        try (OutputStream out = Files.newOutputStream(copy)) {
            Files.copy(file, out);
        }
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Without a file there was nothing to lock. */
    private void requireStill(Path real, boolean wasThere) {
        if (Files.exists(real) != wasThere) {
            throw inUse();
        }
    }

    /** A name that says when, and is not taken. */
    private static Path free(Path real, Instant now) {
        String name = real.getFileName() + ".before-restore-" + STAMP.format(now);
        Path old = real.resolveSibling(name);
        for (int next = 2; Files.exists(old); next++) {
            old = real.resolveSibling(name + "-" + next);
        }
        return old;
    }
}
