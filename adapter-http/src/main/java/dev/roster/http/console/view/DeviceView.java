package dev.roster.http.console.view;

import java.util.List;

/**
 * What a session was opened with, as far as it said so.
 *
 * @param text the key of how that is said
 * @param parts what is put into it
 */
public record DeviceView(String text, List<String> parts) {
    public DeviceView {
        parts = List.copyOf(parts);
    }

    public static DeviceView of(String text, String... parts) {
        return new DeviceView(text, List.of(parts));
    }
}
