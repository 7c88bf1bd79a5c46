package dev.roster.bootstrap;

import dev.roster.cli.terminal.InstallationException;
import dev.roster.persistence.secret.SecretKeyException;
import dev.roster.persistence.secret.SecretKeySource;
import dev.roster.persistence.sql.NoStoreException;
import dev.roster.persistence.sql.Store;
import dev.roster.persistence.sql.StoreAddress;
import dev.roster.persistence.sql.StoreException;
import jakarta.inject.Inject;

/** Opens the store that the settings name. One is created only for a command that is for that: {@link Founding}. */
final class StoreOpening {
    private final StoreAddress address;
    private final Settings settings;
    private final SecretKeySource keys;
    private final Founding founding;

    @Inject
    StoreOpening(StoreAddress address, Settings settings, SecretKeySource keys, Founding founding) {
        this.address = address;
        this.settings = settings;
        this.keys = keys;
        this.founding = founding;
    }

    Store open() {
        Store store = Store.at(address);
        try {
            open(store);
            return store;
        } catch (NoStoreException missing) {
            store.close();
            throw new InstallationException(NoStore.at(address, settings), missing);
        } catch (StoreException | SecretKeyException unusable) {
            store.close();
            throw new InstallationException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private void open(Store store) {
        if (founding.isAllowed()) {
            Directories.make(settings.dataDirectory());
            store.open(keys);
        } else {
            store.openExisting(keys);
        }
    }
}
