package dev.roster.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file that only its owner may read, and that exists completely or not at all. */
public final class PrivateFile {
    private PrivateFile() {}

    /**
     * Writes UTF-8.
     *
     * @param replace whether a file of that name may go
     */
    public static void write(Path path, boolean replace, Consumer<PrintWriter> content) {
        if (!replace && Files.exists(path)) {
            throw exists(path, null);
        }
        try {
            // Made with mode 0600 wherever files have modes.
            Path partial = Files.createTempFile(path.toAbsolutePath().getParent(), ".roster", ".partial");
            try {
                fill(partial, content);
                move(partial, path, replace);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (FileAlreadyExistsException there) {
            throw exists(path, there);
        } catch (IOException failed) {
            throw new InstallationException("cannot write the file `" + path + "`", failed);
        }
    }

    private static InstallationException exists(Path path, @Nullable Throwable cause) {
        String message = "the file `" + path + "` exists, name another or add --force";
        return cause == null ? new InstallationException(message) : new InstallationException(message, cause);
    }

    private static void fill(Path file, Consumer<PrintWriter> content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream bytes = Channels.newOutputStream(channel);
                PrintWriter text = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            content.accept(text);
            if (text.checkError()) {
                throw new IOException("the disk may be full");
            }
            channel.force(true);
        }
    }

    private static void move(Path partial, Path path, boolean replace) throws IOException {
        if (replace) {
            Files.move(partial, path, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.move(partial, path);
        }
    }
}
