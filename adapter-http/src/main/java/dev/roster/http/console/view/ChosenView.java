package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what would be done to several people, and asks.
 *
 * @param action what the form sends
 * @param words the prefix of the keys of its texts
 * @param workspaces where they can be added, or null where that is not what is done
 * @param roles which role they can have there
 */
public record ChosenView(
        String action,
        String words,
        List<Chosen> people,
        FormView form,
        @Nullable List<OptionView> workspaces,
        List<OptionView> roles)
        implements View {
    /** One of them. */
    public record Chosen(String id, PersonView person) {}

    public ChosenView {
        people = List.copyOf(people);
        workspaces = workspaces == null ? null : List.copyOf(workspaces);
        roles = List.copyOf(roles);
    }

    @Override
    public String template() {
        return "console/people/chosen.jte";
    }

    @Override
    public String title() {
        return words + "title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(Integer.toString(people.size()));
    }
}
