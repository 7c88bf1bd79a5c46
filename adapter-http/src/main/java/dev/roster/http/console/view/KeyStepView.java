package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is asked before it is done with a key.
 *
 * @param words the prefix of the keys of its texts
 * @param account whose key it is
 * @param key what may be shown of it, or null for a new one
 * @param named whether it wants a name
 * @param graces how long the old one works on, or nothing
 * @param ends when the new one can end, or nothing
 * @param proven whether it takes the caller's password, if they logged in long ago
 * @param back where to go otherwise
 */
public record KeyStepView(
        String words,
        PersonView account,
        PersonDetailsView.@Nullable KeyRow key,
        FormView form,
        boolean named,
        List<OptionView> graces,
        List<OptionView> ends,
        boolean proven,
        String back)
        implements View {
    public KeyStepView {
        graces = List.copyOf(graces);
        ends = List.copyOf(ends);
    }

    /** Whether anything ends. */
    public boolean isDangerous() {
        return key != null && graces.isEmpty();
    }

    @Override
    public String template() {
        return "console/service-accounts/key.jte";
    }

    @Override
    public String title() {
        return words + "title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(account.name());
    }
}
