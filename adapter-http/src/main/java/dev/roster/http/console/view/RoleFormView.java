package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom role that is created or changed.
 *
 * @param name of the role that is changed, or null for a new one
 * @param action where the form goes, as browsers see it
 * @param groups all permissions there are; without reaches
 * @param outcome what saving would bring, or null where that was not asked yet
 * @param update whether the caller may save
 * @param delete where the role is deleted, or null
 */
public record RoleFormView(
        @Nullable String name,
        String action,
        FormView form,
        List<RolesView.Group> groups,
        @Nullable Outcome outcome,
        boolean update,
        @Nullable String delete)
        implements View {
    /**
     * Who gains and loses what.
     *
     * @param more whether there are others besides
     */
    public record Outcome(List<Affected> affected, boolean more) {
        public Outcome {
            affected = List.copyOf(affected);
        }
    }

    /**
     * What changes for one person.
     *
     * @param ends the words for what would end
     */
    public record Affected(PersonView person, List<EffectView> effects, List<String> ends) {
        public Affected {
            effects = List.copyOf(effects);
            ends = List.copyOf(ends);
        }
    }

    public RoleFormView {
        groups = List.copyOf(groups);
    }

    @Override
    public String template() {
        return "console/role/role.jte";
    }

    @Override
    public String title() {
        return name == null ? "role.new.title" : "role.title";
    }

    @Override
    public List<String> titleParts() {
        return name == null ? List.of() : List.of(name);
    }
}
