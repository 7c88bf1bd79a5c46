package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that are shown here and never again.
 *
 * @param words the prefix of the keys of its texts
 * @param about whom or what they are for
 * @param secrets what to hand over
 * @param until when they end, or null
 * @param back where to go on
 */
public record HandOverView(
        String words,
        String about,
        List<Secret> secrets,
        @Nullable TimeView until,
        String back) implements View {
    /**
     * One of them.
     *
     * @param label the key of what it is
     */
    public record Secret(String label, String value) {}

    public HandOverView {
        secrets = List.copyOf(secrets);
    }

    @Override
    public String template() {
        return "console/people/hand-over.jte";
    }

    @Override
    public String title() {
        return words + "title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(about);
    }
}
