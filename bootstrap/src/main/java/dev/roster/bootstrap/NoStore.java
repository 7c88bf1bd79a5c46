package dev.roster.bootstrap;

import dev.roster.persistence.sql.StoreAddress;

/** What people read where there is no store: where it was looked for, who said so, and how to create one. */
final class NoStore {
    private NoStore() {}

    static String at(StoreAddress address, Settings settings) {
        return "there is no store at " + address + " (" + origin(settings)
                + "); name another with --data-dir or --database, or create one there with `roster init` or `roster start`";
    }

    /** {@code data-dir from option}. */
    static String origin(Settings settings) {
        SettingName deciding =
                settings.value(SettingName.DATABASE).isPresent() ? SettingName.DATABASE : SettingName.DATA_DIR;
        return settings.value(deciding)
                .map(value -> deciding.key() + " from " + value.where())
                .orElse(deciding.key());
    }
}
