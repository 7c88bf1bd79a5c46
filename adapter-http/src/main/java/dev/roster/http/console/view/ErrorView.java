package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as a page.
 *
 * @param title the key of the title
 * @param reason what is wrong, as a sentence
 * @param advice the key of what to do, or null
 * @param blockers the things that prevent it
 * @param request the id of the request in the log, or null if it does not matter
 */
public record ErrorView(
        @Override String title,
        String reason,
        @Nullable String advice,
        List<String> blockers,
        @Nullable String request) implements View {
    public ErrorView {
        blockers = List.copyOf(blockers);
    }

    @Override
    public String template() {
        return "console/error.jte";
    }
}
