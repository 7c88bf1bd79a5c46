package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks before something ends.
 *
 * @param title the key of the question
 * @param titleParts what is put into it
 * @param said what it means
 * @param blockers what keeps it from ending
 * @param button the key of what the button says, or null where it cannot end
 * @param back where to go otherwise, without what stands before all paths of the site
 */
public record ConfirmView(
        @Override String title,
        @Override List<String> titleParts,
        List<Said> said,
        List<String> blockers,
        @Nullable String button,
        String back)
        implements View {
    /** A sentence. */
    public record Said(String text, List<String> parts) {
        public Said {
            parts = List.copyOf(parts);
        }

        public static Said of(String text, String... parts) {
            return new Said(text, List.of(parts));
        }
    }

    public ConfirmView {
        titleParts = List.copyOf(titleParts);
        said = List.copyOf(said);
        blockers = List.copyOf(blockers);
    }

    @Override
    public String template() {
        return "console/place/confirm.jte";
    }
}
