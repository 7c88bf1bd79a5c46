package dev.roster.bootstrap;

import dev.roster.cli.terminal.Setting;
import dev.roster.persistence.sql.Served;
import dev.roster.persistence.sql.Store;
import dev.roster.persistence.sql.StoreAddress;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every setting: what is in force for this process and why, and what the running server says of it. */
final class SettingsInForce {
    private final Settings settings;
    private final StoreAddress address;

    @Inject
    SettingsInForce(Settings settings, StoreAddress address) {
        this.settings = settings;
        this.address = address;
    }

    List<Setting> list() {
        Map<String, String> server = Store.at(address)
                .served()
                .filter(Served::isRunning)
                .map(SettingsInForce::of)
                .orElse(Map.of());
        return Arrays.stream(SettingName.values())
                .map(name -> setting(name, server))
                .toList();
    }

    /** What it says of its URL is in force even where nothing was set. */
    private static Map<String, String> of(Served served) {
        Map<String, String> all = new HashMap<>(served.settings());
        all.put(SettingName.PUBLIC_URL.key(), served.url());
        return all;
    }

    private Setting setting(SettingName name, Map<String, String> server) {
        String value = settings.value(name)
                .map(given -> Masking.of(name, given.text()))
                .orElse("");
        String there = server.getOrDefault(name.key(), "");
        return new Setting(
                name.key(),
                value,
                settings.value(name).map(Settings.Value::where).orElse("default"),
                there.equals(value) ? "" : there);
    }
}
