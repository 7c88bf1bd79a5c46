package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of people. On its own, it is what a script inserts into the page while a visitor types.
 *
 * @param count how many there are in total
 * @param narrow whether a filter is set
 * @param whole the address of the list without a filter
 * @param csv where the same is as a file
 * @param byName where the list is sorted by name, by who was seen last, and by who was not seen for longest
 * @param chosen what can be done with several of them
 */
public record PeopleListView(
        List<Row> rows,
        PagerView pager,
        long count,
        boolean narrow,
        String whole,
        String csv,
        SortLink byName,
        SortLink bySight,
        List<OptionView> chosen)
        implements View {
    /**
     * A person in the list.
     *
     * @param status a word, and a class for its colour
     * @param seen when they were last active, or null if never
     * @param workspaces those that are shown
     * @param more how many are not, or null
     * @param page the page about them
     * @param opened where the list is with them opened beside it
     * @param current whether they are
     */
    public record Row(
            String id,
            PersonView person,
            String email,
            String role,
            StatusView status,
            @Nullable TimeView seen,
            List<String> workspaces,
            @Nullable String more,
            String page,
            String opened,
            boolean current) {
        public Row {
            workspaces = List.copyOf(workspaces);
        }
    }

    /**
     * The head of a column by which the list can be sorted.
     *
     * @param direction as {@code aria-sort} has it
     */
    public record SortLink(String address, String direction) {}

    public PeopleListView {
        rows = List.copyOf(rows);
        chosen = List.copyOf(chosen);
    }

    /** The key of how many. */
    public String counted() {
        return count == 1 ? "people.count.one" : "people.count.many";
    }

    @Override
    public String template() {
        return "console/people/list.jte";
    }

    @Override
    public String title() {
        return "people.title";
    }
}
