package dev.roster.http.console.view;

import java.util.List;

/** The workspaces of an organization. */
public record WorkspacesView(PlaceHead head, List<PlacesView.Row> rows, PagerView pager) implements View {
    public WorkspacesView {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "console/place/workspaces.jte";
    }

    @Override
    public String title() {
        return "place.title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(head.shown());
    }
}
