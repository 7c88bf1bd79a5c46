package dev.roster.persistence.sql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Puts one SQLite file in the place of another, with the files beside it, as a whole or not at all: what is to be done is
 * written down in {@code roster.db-restore} first, and who finds that opens the store only after having completed it. An
 * old log beside a new file would destroy both.
 */
final class Swap {
    private static final List<String> BESIDE = List.of("-wal", "-shm");
    private static final String COMPLETE = "complete";
    private static final int LINES = 3;

    private final Path store;
    private final Path plan;

    Swap(Path store) {
        this.store = store;
        this.plan = store.resolveSibling(store.getFileName() + "-restore");
    }

    /** What is to be done: two files of the store's directory. */
    private record Plan(Path next, Path old) {}

    /**
     * @param next takes the place of the store; in the same directory
     * @param old where the store goes, if there is one
     * @throws FileAlreadyExistsException when another swap is under way
     */
    void make(Path next, Path old) throws IOException {
        Path draft = Files.createTempFile(store.getParent(), store.getFileName() + "-restore", ".draft");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            requireValid(lock);
            write(channel, next.getFileName() + "\n" + old.getFileName() + "\n" + COMPLETE + "\n");
            Files.createLink(plan, draft);
            force();
            carryOut(new Plan(next, old));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Whether one is under way, or was cut off. */
    boolean isPlanned() {
        return Files.exists(plan);
    }

    /** Completes a swap that was cut off, or waits for one that is under way; nothing where there is none. */
    void complete() throws IOException {
        if (!Files.exists(plan)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(plan, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            requireValid(lock);
            if (Files.exists(plan)) {
                carryOut(read());
            }
        } catch (NoSuchFileException done) {
            // By whoever was faster.
            return;
        }
    }

    private Plan read() throws IOException {
        List<String> lines = Files.readAllLines(plan, StandardCharsets.UTF_8);
        if (lines.size() != LINES || !lines.get(LINES - 1).equals(COMPLETE)) {
            throw new IOException("`" + plan + "` is no plan of a restore");
        }
        return new Plan(store.resolveSibling(lines.get(0)), store.resolveSibling(lines.get(1)));
    }

    /** Each step can be done again after it was done. */
    private void carryOut(Plan todo) throws IOException {
        if (Files.exists(todo.next())) {
            for (String ending : BESIDE) {
                moveIfThere(with(store, ending), with(todo.old(), ending));
            }
            if (Files.exists(store) && Files.notExists(todo.old())) {
                Files.createLink(todo.old(), store);
            }
            force();
            Files.move(todo.next(), store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force();
        }
        Files.deleteIfExists(plan);
        force();
    }

    static Path with(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private static void requireValid(FileLock lock) throws IOException {
        if (!lock.isValid()) {
            throw new IOException("the lock is lost");
        }
    }

    /** Where a directory can be opened, its entries survive a power cut after this. */
    private void force() throws IOException {
        if (store.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(store.getParent(), StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
