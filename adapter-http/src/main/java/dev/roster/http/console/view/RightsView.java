package dev.roster.http.console.view;

import java.util.List;
import java.util.Locale;

/**
 * Who may do what in a place.
 *
 * @param permissions the columns
 */
public record RightsView(PlaceHead head, List<PermissionView> permissions, List<Row> rows, PagerView pager)
        implements View {
    /** How far a permission reaches for a user. */
    public enum Cell {
        ALL,
        /** With datasets that are open to their workspace or assigned. */
        SOME,
        NONE;

        /** The key of its text. */
        public String text() {
            return "rights." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a user may do, in the order of the permissions. */
    public record Row(PersonView person, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public RightsView {
        permissions = List.copyOf(permissions);
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "console/place/rights.jte";
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
