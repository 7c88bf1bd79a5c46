package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset: what it is, who may annotate it, and what may be done to it.
 *
 * @param workspaceHref where the page of its workspace is
 * @param restrictedAt since when it is restricted, or null
 * @param assignees null for those who may not see them
 * @param may what the caller may do
 * @param form what is changed here
 */
public record DatasetView(
        PlaceHead head,
        String id,
        String workspace,
        String workspaceHref,
        String access,
        @Nullable TimeView restrictedAt,
        TimeView created,
        @Nullable Assignees assignees,
        May may,
        FormView form)
        implements View {
    /** What the caller may do with the dataset. */
    public record May(boolean update, boolean assign, boolean restrict, boolean delete) {}

    /** Who is assigned. */
    public record Assignees(List<Row> rows, PagerView pager) {
        public Assignees {
            rows = List.copyOf(rows);
        }
    }

    /** One of them, and where the assignment is taken back. */
    public record Row(PersonView person, TimeView since, String remove) {}

    @Override
    public String template() {
        return "console/place/dataset.jte";
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
