package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in force.
 *
 * @param groups the settings
 * @param mail how mail stands
 * @param form to whom a test mail goes
 */
public record SettingsView(List<Group> groups, Mail mail, FormView form) implements View {
    /** Settings about one thing. */
    public record Group(String text, List<Setting> settings) {
        public Group {
            settings = List.copyOf(settings);
        }
    }

    /**
     * A setting.
     *
     * @param text the key of what it is
     * @param name what it is called where it is set, or null for what is not set but made
     * @param value as it is, or null where {@code words} say it
     * @param words the key of what it means, or null
     * @param parts what is put into the words
     */
    public record Setting(
            String text,
            @Nullable String name,
            @Nullable String value,
            @Nullable String words,
            List<String> parts) {
        public Setting {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Where mails go, and which have not gone there yet.
     *
     * @param oldest since when the first one waits, or null
     * @param lastFailure why the last one that failed did, or null
     */
    public record Mail(
            String destination,
            boolean files,
            String waiting,
            @Nullable TimeView oldest,
            long givenUp,
            @Nullable String lastFailure) {}

    public SettingsView {
        groups = List.copyOf(groups);
    }

    @Override
    public String template() {
        return "console/settings.jte";
    }

    @Override
    public String title() {
        return "settings.title";
    }
}
