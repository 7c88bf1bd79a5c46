package dev.roster.cli.transfer;

import dev.roster.application.transfer.Line;
import dev.roster.application.transfer.TransferFile;
import dev.roster.cli.terminal.Counted;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.ProgressBar;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** A file of UTF-8 to import, of whose reading people see how far it is. */
final class ImportFile implements TransferFile {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path path;
    private final ImportFormat format;
    private final ProgressBar progress;

    ImportFile(Path path, ImportFormat format, ProgressBar progress) {
        this.path = path;
        this.format = format;
        this.progress = progress;
    }

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public String read(Consumer<Line> lines) {
        MessageDigest digest = sha256();
        try (InputStream file = Files.newInputStream(path);
                InputStream counted = new Counted(file, progress, Files.size(path));
                InputStream digested = new DigestInputStream(counted, digest);
                BufferedReader text = text(digested)) {
            format.read(text, lines);
        } catch (NoSuchFileException missing) {
            throw new InstallationException("there is no file `" + path + "`", missing);
        } catch (CharacterCodingException malformed) {
            throw new InstallationException("the file `" + path + "` is not UTF-8, save it as that", malformed);
        } catch (IOException failed) {
            throw new InstallationException("cannot read the file `" + path + "`", failed);
        } finally {
            progress.end();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** Without the mark that spreadsheets put in front. */
    private static BufferedReader text(InputStream bytes) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                bytes, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Tells the bar how much of the file was read. */
    private static final class Counted extends FilterInputStream {
        private final ProgressBar progress;
        private final long size;
        private long count;

        private Counted(InputStream bytes, ProgressBar progress, long size) {
            super(bytes);
            this.progress = progress;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? read : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int read = super.read(buffer, from, most);
            count(read);
            return read;
        }

        private void count(int read) {
            if (read > 0) {
                count += read;
                progress.show(count, size);
            }
        }
    }
}
