package dev.roster.persistence.secret;

import dev.roster.application.port.KeyCustody;
import dev.roster.domain.credential.SecretText;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that the installation keeps itself, in {@code secret.key}. While it is replaced, the next one lies beside it as
 * {@code secret.key.3f9a12cd.next}; where that was interrupted, the fingerprint in the store says which of the two is right.
 * The old one stays as {@code secret.key.77bb0011.old}, for backups from before.
 */
final class KeyFile implements SecretKeySource {
    private static final String NEXT = ".next";
    private static final String OLD = ".old";

    private final Path file;

    KeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public InstallationSecret choose(KnownKey known) {
        boolean isThere = Files.exists(file);
        if (known.isNone()) {
            return InstallationSecret.of(new SecretFile(file).readOrMake());
        }
        if (isThere) {
            InstallationSecret present = InstallationSecret.of(new SecretFile(file).read());
            return known.isOf(present) ? present : next(known).orElseThrow(() -> wrong(present, known));
        }
        return next(known).orElseThrow(() -> missing(known));
    }

    @Override
    public void require(KnownKey known) {
        if (known.isNone()) {
            return;
        }
        Optional<InstallationSecret> present =
                Files.exists(file) ? Optional.of(InstallationSecret.of(new SecretFile(file).read())) : Optional.empty();
        if (present.filter(known::isOf).isPresent()) {
            return;
        }
        leftBeside(file).stream()
                .filter(left -> known.isOf(InstallationSecret.of(new SecretFile(left).read())))
                .findFirst()
                .ifPresent(left -> {
                    throw new SecretKeyException(
                            known.describe() + ", which is in `" + left + "`; replace `" + file + "` with that first");
                });
        throw present.map(secret -> wrong(secret, known)).orElseGet(() -> missing(known));
    }

    private SecretKeyException wrong(InstallationSecret present, KnownKey known) {
        return new SecretKeyException("the secret key in `" + file + "` is " + present.brief() + ", but "
                + known.describe() + "; put the file back that the store was used with");
    }

    private SecretKeyException missing(KnownKey known) {
        return new SecretKeyException("the secret key file `" + file + "` is missing, but " + known.describe()
                + "; put the file back that the store was used with, or give that key as ROSTER_SECRET_KEY");
    }

    /** A key that was written down before the store came to belong to it, and whose turn it is now. */
    private Optional<InstallationSecret> next(KnownKey known) {
        for (Path waiting : waiting()) {
            InstallationSecret next = InstallationSecret.of(new SecretFile(waiting).read());
            if (known.isOf(next)) {
                settle(next);
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private List<Path> waiting() {
        try {
            return beside(file, "*" + NEXT);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    /** Files that a replaced key left, in order. */
    static List<Path> leftBeside(Path file) {
        try {
            return beside(file, "*{" + NEXT + "," + OLD + "}");
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<Path> beside(Path file, String ending) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, file.getFileName() + "." + ending)) {
            files.forEach(found::add);
        }
        Collections.sort(found);
        return found;
    }

    private Path beside(InstallationSecret secret, String ending) {
        return file.resolveSibling(file.getFileName() + "." + secret.brief() + ending);
    }

    /** Two may do so at once; the second finds it done. At no time is there no key file, once there was one. */
    private void settle(InstallationSecret next) {
        try {
            keepOld(next);
            Files.move(beside(next, NEXT), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(file.getParent());
        } catch (NoSuchFileException another) {
            requireSettled(next, another);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private void requireSettled(InstallationSecret next, NoSuchFileException another) {
        if (!Files.exists(file) || !isIn(file, next)) {
            throw unwritable(another);
        }
    }

    private static boolean isIn(Path file, InstallationSecret secret) {
        return InstallationSecret.of(new SecretFile(file).read()).fingerprint().equals(secret.fingerprint());
    }

    private void keepOld(InstallationSecret next) throws IOException {
        if (!Files.exists(file) || isIn(file, next)) {
            return;
        }
        Path kept = beside(InstallationSecret.of(new SecretFile(file).read()), OLD);
        try {
            Files.createLink(kept, file);
        } catch (FileAlreadyExistsException done) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(file, kept, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Where a directory can be opened, its entries survive a power cut after this. */
    private static void force(@Nullable Path directory) throws IOException {
        if (directory != null && SecretFile.isPosix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private SecretKeyException unwritable(IOException failure) {
        return new SecretKeyException(
                "the secret key file `" + file
                        + "` cannot be replaced; give the account that runs Roster the right to its" + " directory",
                failure);
    }

    @Override
    public KeyCustody custody(InstallationSecret present) {
        return new Custody(present);
    }

    private final class Custody implements KeyCustody {
        private final InstallationSecret present;

        private Custody(InstallationSecret present) {
            this.present = present;
        }

        @Override
        public NextKey prepare(@Nullable SecretText given) {
            InstallationSecret made =
                    given == null ? InstallationSecret.random() : InstallationSecret.of(given.reveal());
            DerivedKey next = DerivedKey.other(made, present);
            try {
                new SecretFile(beside(made, NEXT)).write(made);
                force(file.getParent());
            } catch (IOException failure) {
                throw unwritable(failure);
            }
            return next;
        }

        @Override
        public void settle(NextKey next) {
            KeyFile.this.settle(((DerivedKey) next).secret());
        }

        @Override
        public void discard(NextKey next) {
            try {
                Files.deleteIfExists(beside(((DerivedKey) next).secret(), NEXT));
            } catch (IOException failure) {
                throw unwritable(failure);
            }
        }
    }
}
