package dev.roster.http.console.view;

import java.util.List;

/**
 * The datasets that the caller may read.
 *
 * @param search what was searched for, or nothing
 */
public record DatasetListView(List<Row> rows, PagerView pager, String search) implements View {
    /** One of them, and the workspace it lies in. */
    public record Row(DatasetsView.Row dataset, String workspace) {}

    public DatasetListView {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "console/place/dataset-list.jte";
    }

    @Override
    public String title() {
        return "datasets.title";
    }
}
