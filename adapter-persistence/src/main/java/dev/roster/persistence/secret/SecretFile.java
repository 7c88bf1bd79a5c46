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
import java.security.SecureRandom;
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

    byte[] read() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            refuseOthers();
            return decoded(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException failure) {
            throw new SecretFileException(
                    "the secret key file `" + file + "` cannot be read or made; give the account that runs Roster the"
                            + " right to it, or set ROSTER_SECRET_KEY",
                    failure);
        }
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

    private SecretFileException damaged() {
        return new SecretFileException(
                "the secret key file `" + file + "` is damaged; restore it from a backup, without it the user tokens"
                        + " in the store cannot be shown again",
                null);
    }

    /** The file appears under its name complete or not at all, and never takes the place of another. */
    private void create() throws IOException {
        Path draft = createForOwnerOnly();
        try {
            write(draft);
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

    private static void write(Path draft) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String line = Base64.getEncoder().encodeToString(secret) + "\n";
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
            throw new SecretFileException(
                    "others than its owner have rights to the secret key file `" + file + "`; take them away with"
                            + " `chmod 600`",
                    null);
        }
    }

    private static boolean isPosix(@Nullable Path path) throws IOException {
        return path != null && Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
