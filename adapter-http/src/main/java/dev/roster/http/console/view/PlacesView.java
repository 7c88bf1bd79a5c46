package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workspaces or the organizations.
 *
 * @param kind the word of what they are
 * @param search what was searched for, or nothing
 * @param form what is created here
 * @param organizations where a workspace can be created; empty for organizations
 * @param create whether the caller may create one
 */
public record PlacesView(
        String kind,
        List<Row> rows,
        PagerView pager,
        String search,
        FormView form,
        List<Choice> organizations,
        boolean create)
        implements View {
    /**
     * One of them.
     *
     * @param name what programs call it, or null where people call it the same
     * @param around the organization of a workspace, or null where that goes without saying
     */
    public record Row(
            String href,
            String shown,
            @Nullable String name,
            @Nullable String around,
            String description,
            TimeView created) {}

    public PlacesView {
        rows = List.copyOf(rows);
        organizations = List.copyOf(organizations);
    }

    @Override
    public String template() {
        return "console/place/places.jte";
    }

    @Override
    public String title() {
        return "places." + kind + ".title";
    }
}
