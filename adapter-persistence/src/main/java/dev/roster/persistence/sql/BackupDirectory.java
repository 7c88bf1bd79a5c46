package dev.roster.persistence.sql;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A directory of backups whose names say when they were written. Other files in it stay. */
public final class BackupDirectory {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'roster-'yyyyMMdd'T'HHmmssSSS'Z.db'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern NAMED = Pattern.compile("roster-[0-9]{8}T[0-9]{9}Z\\.db");

    private final Path directory;

    public BackupDirectory(Path directory) {
        this.directory = directory;
    }

    /** A file for a backup made now. */
    public Path file(Instant now) {
        return directory.resolve(NAME.format(now));
    }

    /**
     * Deletes all but the newest, and returns what it deleted.
     *
     * @throws StoreException when one cannot be deleted
     */
    public List<Path> prune(int keep) {
        try {
            List<Path> old = newestFirst().stream().skip(keep).toList();
            for (Path file : old) {
                Files.delete(file);
            }
            return old;
        } catch (IOException failure) {
            throw new StoreException(
                    "older backups in `" + directory
                            + "` cannot be deleted; give the account that runs Roster the right to" + " do so",
                    failure);
        }
    }

    private List<Path> newestFirst() throws IOException {
        List<Path> backups = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, BackupDirectory::isOurs)) {
            files.forEach(backups::add);
        }
        backups.sort(Comparator.reverseOrder());
        return backups;
    }

    private static boolean isOurs(Path file) {
        return NAMED.matcher(String.valueOf(file.getFileName())).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
