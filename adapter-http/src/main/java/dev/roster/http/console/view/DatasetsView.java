package dev.roster.http.console.view;

import java.util.List;

/** The datasets of a workspace. */
public record DatasetsView(PlaceHead head, List<Row> rows, PagerView pager) implements View {
    /**
     * One of them.
     *
     * @param access the key of whom it is open to
     */
    public record Row(String href, String name, String access, boolean restricted, TimeView created) {}

    public DatasetsView {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "console/place/datasets.jte";
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
