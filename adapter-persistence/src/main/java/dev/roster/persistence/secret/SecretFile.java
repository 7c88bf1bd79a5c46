package dev.roster.persistence.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file with the installation's secret: a line of base64, for its owner's eyes only. Several processes may start at
 * once on an empty directory; all of them end up with the secret of the first.
 */
final class SecretFile {
    private static final int SECRET_BYTES = 32;
    private static final String OWNER_ONLY = "rw-------";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final Path file;

    SecretFile(Path file) {
        this.file = file;
    }

    /** The secret in the file, which is made with a new one when it is not there. */
    byte[] readOrMake() {
        try {
            if (!Files.exists(file)) {
                write(InstallationSecret.random());
            }
        } catch (IOException failure) {
            throw unusable(failure);
        }
        return read();
    }

    byte[] read() {
        try {
            refuseOthers();
            return decoded(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private SecretKeyException unusable(IOException failure) {
        return new SecretKeyException(
                "the secret key file `" + file + "` cannot be read or created; give the account that runs Roster the"
                        + " right to it, or set ROSTER_SECRET_KEY",
                failure);
    }

    private byte[] decoded(String text) {
        try {
            byte[] secret = Base64.getDecoder().decode(text);
            if (secret.length >= SECRET_BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException notBase64) {
            throw damaged();
        }
        throw damaged();
    }

    private SecretKeyException damaged() {
        return new SecretKeyException(
                "the secret key file `" + file + "` is damaged; put back the file that the store was used with", null);
    }

    /** The file appears under its name complete or not at all, and never takes the place of another. */
    void write(InstallationSecret secret) throws IOException {
        Path draft = createForOwnerOnly();
        try {
            write(draft, secret);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path createForOwnerOnly() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        return isPosix(directory)
                ? Files.createTempFile(
                        directory,
                        "secret",
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))
                : Files.createTempFile(directory, "secret", ".new");
    }

    private static void write(Path draft, InstallationSecret secret) throws IOException {
        String line = secret.encoded() + "\n";
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void refuseOthers() throws IOException {
        if (isPosix(file) && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new SecretKeyException(
                    "others than its owner have rights to the secret key file `" + file + "`; remove them with"
                            + " `chmod 600`",
                    null);
        }
    }

    static boolean isPosix(@Nullable Path path) {
        return path != null
                && path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
