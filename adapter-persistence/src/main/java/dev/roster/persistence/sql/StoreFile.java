package dev.roster.persistence.sql;

import dev.roster.persistence.sql.StoreAddress.SqliteFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file of a SQLite store, before SQLite opens it. */
final class StoreFile {
    private final SqliteFile address;

    StoreFile(SqliteFile address) {
        this.address = address;
    }

    /** Whether there is no such file. One that cannot be looked at may be there. */
    boolean isMissing() {
        Path directory = address.path().getParent();
        return Files.notExists(address.path())
                || (directory != null && Files.exists(directory) && !Files.isDirectory(directory));
    }

    /** Whether a restore is under way, or was cut off. */
    boolean isRestoring() {
        try {
            return swap().isPlanned();
        } catch (IOException unknown) {
            return false;
        }
    }

    private Swap swap() throws IOException {
        return new Swap(Files.exists(address.path()) ? address.path().toRealPath() : address.path());
    }

    /** Does what a restore that was cut off left to do. */
    void completeRestore() {
        try {
            swap().complete();
        } catch (IOException failure) {
            throw new StoreException(
                    "the restore of the store " + address + " cannot be completed; make its directory writable",
                    failure);
        }
    }

    /** Tells the file from one that takes its place; the same where files have no such mark. */
    @Nullable
    Object mark() {
        try {
            return Files.readAttributes(address.path(), BasicFileAttributes.class)
                    .fileKey();
        } catch (IOException unknown) {
            return null;
        }
    }

    /** A restore may have come between looking for the file and locking it. */
    void requireStill(@Nullable Object mark) {
        if (!Objects.equals(mark, mark())) {
            throw new StoreException("the store " + address + " was replaced while it was opened; try again");
        }
    }

    /** The file holds hashes of secrets: it is its owner's alone, and so are those that SQLite puts beside it. */
    void createIfMissing() {
        Path directory = address.path().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new StoreException("the store " + address + " cannot be opened: the directory `" + directory
                    + "` does not exist; create it or name another");
        }
        try {
            if (!Files.exists(address.path())) {
                Files.createFile(address.path(), forOwnerOnly(directory));
            }
        } catch (FileAlreadyExistsException another) {
            // Another process was faster by an instant.
            return;
        } catch (IOException failure) {
            throw new StoreException(
                    "the store " + address + " cannot be created; make the directory writable or name another",
                    failure);
        }
    }

    private static FileAttribute<?>[] forOwnerOnly(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Flyway does not keep two processes from upgrading one SQLite file at once, so a lock on a file beside it does. */
    void upgradeAlone(Runnable upgrade) {
        // That lock does not tell threads of one process apart.
        synchronized (StoreFile.class) {
            upgradeUnderLock(upgrade);
        }
    }

    private void upgradeUnderLock(Runnable upgrade) {
        Path turn = address.path().resolveSibling(address.path().getFileName() + "-upgrade");
        try (FileChannel channel = FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()) {
                upgrade.run();
            }
            Files.deleteIfExists(turn);
        } catch (IOException failure) {
            throw new StoreException(
                    "the store " + address + " cannot be upgraded; make its directory writable", failure);
        }
    }
}
