package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows what will be done to an account, and asks for confirmation.
 *
 * @param words the prefix of the keys of its texts
 * @param things what it concerns, in groups
 * @param dangerous whether anything ends
 * @param option the key of a further option to check, or null
 * @param alert why it was refused, or null
 * @param back where Cancel leads
 */
public record ConfirmPersonView(
        String words,
        PersonView person,
        List<Things> things,
        boolean dangerous,
        @Nullable String option,
        @Nullable String alert,
        String back)
        implements View {
    /** What the box is called that can be ticked. */
    public static final String OPTION = "hand_over";

    /**
     * Things of one sort.
     *
     * @param text the key of what they are
     */
    public record Things(String text, List<String> names) {
        public Things {
            names = List.copyOf(names);
        }
    }

    public ConfirmPersonView {
        things = List.copyOf(things);
    }

    @Override
    public String template() {
        return "console/people/confirm.jte";
    }

    @Override
    public String title() {
        return words + "title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(person.name());
    }
}
