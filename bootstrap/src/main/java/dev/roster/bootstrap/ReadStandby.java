package dev.roster.bootstrap;

import dev.roster.cli.terminal.Finding;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.domain.RefusedException;
import dev.roster.persistence.sql.Store;
import dev.roster.persistence.sql.StoreAddress;
import dev.roster.persistence.sql.StoreException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Optional;

/** The standby that the settings name, if they do. Servers read from it; commands have no need to. */
final class ReadStandby {
    private static final String NAME = SettingName.DATABASE_STANDBY.key();

    private final Settings settings;
    private final StoreAddress address;
    private final Provider<Store> store;

    @Inject
    ReadStandby(Settings settings, StoreAddress address, Provider<Store> store) {
        this.settings = settings;
        this.address = address;
        this.store = store;
    }

    /** @throws InstallationException when what is named there is not a standby of the store */
    void use() {
        try {
            given().ifPresent(standby -> store.get().readFrom(standby));
        } catch (StoreException other) {
            throw new InstallationException(NAME + ": " + other.getMessage(), other);
        }
    }

    private Optional<StoreAddress> given() {
        try {
            return settings.text(SettingName.DATABASE_STANDBY).map(StoreAddress::parse);
        } catch (RefusedException unreadable) {
            throw new InstallationException(NAME + ": " + unreadable.reason(), unreadable);
        }
    }

    List<Finding> examine() {
        return given().stream()
                .flatMap(standby -> Store.at(address).check(standby).stream())
                .map(fact -> fact.isWell()
                        ? Finding.ok(fact.name(), fact.value())
                        : Finding.warning(fact.name(), fact.value(), String.valueOf(fact.advice())))
                .toList();
    }
}
