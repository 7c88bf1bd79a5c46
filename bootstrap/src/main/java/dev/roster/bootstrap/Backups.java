package dev.roster.bootstrap;

import com.google.inject.ProvisionException;
import dev.roster.cli.terminal.Backup;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Restored;
import dev.roster.persistence.secret.KnownKey;
import dev.roster.persistence.secret.SecretKeyException;
import dev.roster.persistence.secret.SecretKeySource;
import dev.roster.persistence.sql.BackupDirectory;
import dev.roster.persistence.sql.BackupFile;
import dev.roster.persistence.sql.Restore;
import dev.roster.persistence.sql.Store;
import dev.roster.persistence.sql.StoreAddress;
import dev.roster.persistence.sql.StoreException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Copies of the store, and their way back. What can be mended comes out as an {@link InstallationException}. */
final class Backups {
    private final Provider<Store> store;
    private final StoreAddress address;
    private final SecretKeySource keys;
    private final InstantSource clock;

    @Inject
    Backups(Provider<Store> store, StoreAddress address, SecretKeySource keys, InstantSource clock) {
        this.store = store;
        this.address = address;
        this.keys = keys;
        this.clock = clock;
    }

    Backup write(Path file) {
        return mendable(() -> written(file));
    }

    Backup writeInto(Path directory, int keep) {
        return mendable(() -> {
            BackupDirectory backups = new BackupDirectory(directory);
            Backup written = written(backups.file(clock.instant()));
            return new Backup(written.file(), written.schema(), written.key(), backups.prune(keep));
        });
    }

    /** A copy that cannot be read back is none, and takes no older one's place. */
    private Backup written(Path file) {
        Store open = store.get();
        open.backup(file);
        return new Backup(
                file, BackupFile.at(file).examine().schema(), open.secret().brief(), List.of());
    }

    Backup verify(Path file) {
        return mendable(() -> described(file, BackupFile.at(file).examine()));
    }

    Restored restore(Path file) {
        return mendable(() -> {
            Restore.Restored restored = Restore.of(address, keys).from(BackupFile.at(file), file, clock.instant());
            return new Restored(described(file, restored.content()), address.toString(), restored.old());
        });
    }

    private Backup described(Path file, BackupFile.Content content) {
        return new Backup(file, content.schema(), keyOf(content.key()), List.of());
    }

    private String keyOf(KnownKey known) {
        keys.require(known);
        return known.isNone() ? "of any installation" : keys.choose(known).brief();
    }

    private static <T> T mendable(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException | SecretKeyException failed) {
            throw new InstallationException(String.valueOf(failed.getMessage()), failed);
        } catch (ProvisionException unusable) {
            throw unusable.getCause() instanceof InstallationException known ? known : unusable;
        }
    }
}
