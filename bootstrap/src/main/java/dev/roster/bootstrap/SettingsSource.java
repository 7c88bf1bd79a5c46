package dev.roster.bootstrap;

import dev.roster.cli.terminal.GivenOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the settings when they are first needed, which is after the command line has been understood. */
@Singleton
final class SettingsSource {
    private final GivenOptions given;
    private final Environment environment;
    private final RootDialects rootDialects;
    private final Map<String, String> instead = new HashMap<>();
    private final Set<String> without = new HashSet<>();
    private @Nullable Settings settings;

    @Inject
    SettingsSource(GivenOptions given, Environment environment, RootDialects rootDialects) {
        this.given = given;
        this.environment = environment;
        this.rootDialects = rootDialects;
    }

    /**
     * Keeps everything below a directory of its own, mails too, whatever else was asked for. To be called before any
     * other.
     */
    void confineTo(Path directory) {
        instead.put(SettingName.DATA_DIR.key(), directory.toString());
        instead.put(SettingName.DATABASE.key(), "jdbc:sqlite:" + directory.resolve("roster.db"));
        without.add(SettingName.SMTP_URL.variable());
    }

    /** The settings, the same at every call. */
    synchronized Settings get() {
        if (settings == null) {
            Map<String, String> options = new HashMap<>(given.asMap());
            options.putAll(instead);
            Map<String, String> variables = new HashMap<>(environment.variables());
            variables.keySet().removeAll(without);
            settings = rootDialects.checked(Settings.read(options, variables));
        }
        return settings;
    }
}
