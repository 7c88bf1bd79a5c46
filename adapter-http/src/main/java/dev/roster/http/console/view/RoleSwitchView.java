package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another role for somebody, and what it would mean.
 *
 * @param role the one they have
 * @param form the one that is looked at
 * @param preview what would change, or null where none is looked at
 * @param back where to go instead
 */
public record RoleSwitchView(
        PersonView person,
        String role,
        FormView form,
        List<OptionView> roles,
        @Nullable List<Effect> preview,
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
