package dev.roster.cli.terminal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about settings, by the name of the setting: {@code data-dir}, {@code database},
 * {@code host}, {@code port}, {@code public-url} and what else start takes. It is filled before a command runs, so whatever depends on a setting
 * has to ask no earlier than that, through a provider.
 */
public final class GivenOptions {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** The texts as they were given, unchecked. */
    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(values);
    }

    /** @param text null for what was not given, which changes nothing */
    public void set(String setting, @Nullable String text) {
        if (text != null) {
            values.put(setting, text);
        }
    }

    public void clear() {
        values.clear();
    }
}
