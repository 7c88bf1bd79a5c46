package dev.roster.http.console.view;

import java.util.List;

/**
 * What all pages about a workspace, an organization or a dataset have above them.
 *
 * @param kind {@code workspace}, {@code organization} or {@code dataset}, of which keys of texts are made
 * @param path where its pages are, as browsers see it
 * @param shown what people call it
 * @param tabs its pages
 */
public record PlaceHead(String kind, String path, String shown, List<Tab> tabs) {
    /**
     * A page of the place.
     *
     * @param text the key of its text
     */
    public record Tab(String text, String href, boolean current) {}

    public PlaceHead {
        tabs = List.copyOf(tabs);
    }
}
