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
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file to import, of whose reading people see how far it is. */
final class ImportFile implements TransferFile {
    private final ImportSource source;
    private final @Nullable ImportFormat format;
    private final TableOptions options;
    private final Set<String> unread;
    private final ProgressBar progress;
    private @Nullable PeopleHeading heading;

    /** @param format null for what the name tells */
    ImportFile(ImportSource source, @Nullable ImportFormat format, TableOptions options, ProgressBar progress) {
        this(source, format, options, Set.of(), progress);
    }

    /** @param unread fields of a table that are not wanted */
    ImportFile(
            ImportSource source,
            @Nullable ImportFormat format,
            TableOptions options,
            Set<String> unread,
            ProgressBar progress) {
        this.source = source;
        this.format = format;
        this.options = options;
        this.unread = unread;
        this.progress = progress;
    }

    @Override
    public String name() {
        return source.name();
    }

    /** What the last reading found above the columns; null for a file that is no table. */
    @Nullable
    PeopleHeading heading() {
        return heading;
    }

    @Override
    public String read(Consumer<Line> lines) {
        MessageDigest digest = sha256();
        String file = source.inWords();
        try (InputStream bytes = source.open();
                InputStream counted = new Counted(bytes, progress, source.size());
                InputStream digested = new DigestInputStream(counted, digest);
                BufferedReader text = FileText.open(digested, file, options.encoding())) {
            read(text, lines);
        } catch (NoSuchFileException missing) {
            throw new InstallationException("there is no file " + file, missing);
        } catch (CharacterCodingException malformed) {
            throw new InstallationException(notInItsEncoding(file), malformed);
        } catch (IOException failed) {
            throw new InstallationException("cannot read the file " + file, failed);
        } finally {
            progress.end();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String notInItsEncoding(String file) {
        TextEncoding encoding = options.encoding();
        return encoding == null || encoding == TextEncoding.UTF_8
                ? "the file " + file
                        + " is not UTF-8: save it as UTF-8 (`CSV UTF-8` in Excel), or add --encoding windows-1252 if "
                        + "that is its encoding"
                : "the file " + file + " is not " + encoding.word();
    }

    private void read(BufferedReader text, Consumer<Line> lines) throws IOException {
        ImportFormat found = format(text);
        if (found != ImportFormat.CSV) {
            options.requireNoneOfTables("a CSV");
        }
        switch (found) {
            case JSONL -> JsonLines.read(text, lines);
            case YAML -> ArgillaUsers.read(text, lines);
            case CSV -> heading = PeopleTable.read(text, options, unread, lines);
        }
    }

    private ImportFormat format(BufferedReader text) throws IOException {
        if (format != null) {
            return format;
        }
        if (source instanceof ImportSource.Named named) {
            return ImportFormat.of(named.path()).orElseThrow(() -> ImportFormat.unknown(named.path()));
        }
        text.mark(1);
        int first = text.read();
        text.reset();
        return ImportFormat.ofFirst(first);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
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
