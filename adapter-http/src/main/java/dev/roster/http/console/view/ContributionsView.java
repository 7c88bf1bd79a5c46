package dev.roster.http.console.view;

import java.util.List;

/** Who did how much in a dataset. */
public record ContributionsView(PlaceHead head, List<Row> rows, PagerView pager) implements View {
    /** What one person did. */
    public record Row(PersonView person, String count, TimeView first, TimeView last) {}

    public ContributionsView {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "console/place/contributions.jte";
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
