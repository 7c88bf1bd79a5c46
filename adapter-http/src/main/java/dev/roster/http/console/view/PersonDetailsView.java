package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is shown about a person. A list is null if the caller may not see it.
 *
 * @param id the account's
 * @param page the page about them
 * @param list where the list is that led here
 * @param part whether it is shown beside the list, rather than on a page of its own
 * @param phone or null
 * @param pronouns or null
 * @param stay how long the account of a guest lasts, or null
 * @param actions what the caller may do with the account
 */
public record PersonDetailsView(
        String id,
        String page,
        String list,
        boolean part,
        PersonView person,
        String email,
        String role,
        StatusView status,
        @Nullable String phone,
        @Nullable String pronouns,
        @Nullable TimeView seen,
        TimeView created,
        @Nullable StayRow stay,
        List<PlaceRow> workspaces,
        @Nullable List<DatasetRow> made,
        @Nullable List<DatasetRow> contributed,
        @Nullable List<KeyRow> keys,
        @Nullable List<EventRow> events,
        List<Action> actions)
        implements View {
    /**
     * A workspace and the role there.
     *
     * @param page null where the caller may not look at it
     * @param role null where the account role counts, or where it is not theirs to see
     */
    public record PlaceRow(
            String name, @Nullable String page, @Nullable String role) {}

    /**
     * A dataset.
     *
     * @param page null where the caller may not look at it
     * @param count how much was done, or null
     */
    public record DatasetRow(
            String name, @Nullable String page, @Nullable String count) {}

    /**
     * How long the account of a guest lasts.
     *
     * @param until when it ends, or null for no time
     * @param workspace which workspace it ends with, or null for none
     */
    public record StayRow(
            @Nullable TimeView until, @Nullable String workspace) {}

    /** A key by what may be shown of it. */
    public record KeyRow(
            String hint,
            String name,
            StatusView status,
            @Nullable TimeView used) {}

    /** Something that was done. */
    public record EventRow(String action, String actor, TimeView at) {}

    /**
     * A page on which something can be done.
     *
     * @param text the key of its name
     * @param dangerous whether it ends anything
     */
    public record Action(String text, String page, String icon, boolean dangerous) {}

    public PersonDetailsView {
        workspaces = List.copyOf(workspaces);
        actions = List.copyOf(actions);
        made = made == null ? null : List.copyOf(made);
        contributed = contributed == null ? null : List.copyOf(contributed);
        keys = keys == null ? null : List.copyOf(keys);
        events = events == null ? null : List.copyOf(events);
    }

    @Override
    public String template() {
        return part ? "console/people/pane.jte" : "console/people/person.jte";
    }

    @Override
    public String title() {
        return "person.title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(person.name());
    }
}
