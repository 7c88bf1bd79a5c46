package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another role for a user, and what it would change.
 *
 * @param role the current role
 * @param form the role to preview
 * @param preview what would change, or null if no role is chosen
 * @param ends the words for what would end
 * @param back where Cancel leads
 */
public record RoleSwitchView(
        PersonView person,
        String role,
        FormView form,
        List<OptionView> roles,
        @Nullable List<Effect> preview,
        List<String> ends,
        String back)
        implements View {
    /** What would change in one place, by the keys of permissions. */
    public record Effect(String place, List<String> gained, List<String> lost) {
        public Effect {
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
        }
    }

    public RoleSwitchView {
        roles = List.copyOf(roles);
        ends = List.copyOf(ends);
        preview = preview == null ? null : List.copyOf(preview);
    }

    @Override
    public String template() {
        return "console/people/role.jte";
    }

    @Override
    public String title() {
        return "role-switch.title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(person.name());
    }
}
