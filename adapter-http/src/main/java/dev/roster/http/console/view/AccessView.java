package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user may do and where, as that user would see it. */
public record AccessView(PersonView person, List<Row> rows, PagerView pager) implements View {
    /**
     * A role in a place, and what it gives there.
     *
     * @param source the key of by what right it is held
     * @param kind the key of what the place is
     * @param place its name, or null for the whole installation
     * @param onOpenDatasets what it gives besides on datasets that are open or assigned
     */
    public record Row(
            String role,
            String source,
            String kind,
            @Nullable String place,
            List<PermissionView> permissions,
            List<PermissionView> onOpenDatasets,
            boolean inWorkspaces,
            boolean onRestricted) {
        public Row {
            permissions = List.copyOf(permissions);
            onOpenDatasets = List.copyOf(onOpenDatasets);
        }
    }

    public AccessView {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "console/access.jte";
    }

    @Override
    public String title() {
        return "access.title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(person.name());
    }
}
