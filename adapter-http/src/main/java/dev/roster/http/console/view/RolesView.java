package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each role gives.
 *
 * @param roles the columns: the predefined roles, then custom ones
 * @param create whether the caller may create one
 */
public record RolesView(List<Head> roles, List<Group> groups, PagerView pager, boolean create) implements View {
    /**
     * A role.
     *
     * @param href where it is changed, or null
     */
    public record Head(
            String name,
            String description,
            boolean predefined,
            @Nullable String href) {}

    /**
     * Permissions about one sort of things.
     *
     * @param text the key of what they are about, or null for those that applications registered
     */
    public record Group(@Nullable String text, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A permission, and how far each role reaches with it.
     *
     * @param description what the application that registered it says of it, or nothing
     * @param reaches a word for each role: {@code everywhere}, {@code within}, {@code organizations}, {@code assigned},
     *     {@code nowhere}
     */
    public record Row(PermissionView permission, String description, boolean aboutDatasets, List<String> reaches) {
        public Row {
            reaches = List.copyOf(reaches);
        }
    }

    public RolesView {
        roles = List.copyOf(roles);
        groups = List.copyOf(groups);
    }

    @Override
    public String template() {
        return "console/role/roles.jte";
    }

    @Override
    public String title() {
        return "roles.title";
    }
}
