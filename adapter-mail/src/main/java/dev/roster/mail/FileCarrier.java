package dev.roster.mail;

import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes each mail to a file that a person can read and a mail program can open. Only the owner can read them: they hold
 * links in clear. A mail that is written again replaces its file.
 */
final class FileCarrier implements MailCarrier {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path directory;
    private final MailSettings.Sender from;
    private final InstantSource clock;

    FileCarrier(Path directory, MailSettings.Sender from, InstantSource clock) {
        this.directory = directory;
        this.from = from;
        this.clock = clock;
    }

    @Override
    public void carry(MailId id, Letter letter) {
        Path half = directory.resolve("." + id + ".part");
        Path whole = directory.resolve(id + "-" + letter.kind().name().toLowerCase(Locale.ROOT) + ".eml");
        try {
            Files.createDirectories(directory, onlyOwner("rwx------"));
            Files.deleteIfExists(half);
            Files.createFile(half, onlyOwner("rw-------"));
            Files.writeString(half, content(id, letter), StandardCharsets.UTF_8);
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw cannotWrite(failure);
        }
    }

    private String content(MailId id, Letter letter) {
        Wording wording = Wording.of(letter);
        return String.join(
                "\n",
                "Date: " + DATE.format(clock.instant()),
                "From: " + from,
                "To: " + letter.to(),
                "Subject: " + wording.subject(),
                "Message-ID: <" + id + "@" + from.mailAddress().domain() + ">",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                wording.text());
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void check() {
        if (Files.exists(directory) && !(Files.isDirectory(directory) && Files.isWritable(directory))) {
            throw cannotWrite(null);
        }
    }

    private MailUndeliveredException cannotWrite(@Nullable IOException cause) {
        return MailUndeliveredException.passing("mails cannot be written to " + directory, null, cause);
    }

    @Override
    public boolean keepsFiles() {
        return true;
    }

    @Override
    public String destination() {
        return directory.toString();
    }
}
