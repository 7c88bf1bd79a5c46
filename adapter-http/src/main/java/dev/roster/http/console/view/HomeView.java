package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page.
 *
 * @param roles what they are and where
 * @param pager the way through those
 * @param attention what needs attention, or null for callers who may not see it
 * @param steps what to do first, or null once there is something
 */
public record HomeView(
        List<RoleHeld> roles,
        PagerView pager,
        @Nullable List<Alert> attention,
        @Nullable Steps steps) implements View {
    /**
     * A role and where it is held.
     *
     * @param kind the key of what the place is
     * @param place its name, or null for the whole installation
     * @param href the page of the place, or null
     * @param permissions how many permissions it gives there
     */
    public record RoleHeld(
            String role,
            String kind,
            @Nullable String place,
            @Nullable String href,
            int permissions) {}

    /**
     * Something that needs attention.
     *
     * @param text the key of what it is
     * @param count how often there is such a thing
     * @param tone a class of the style sheet, or nothing
     * @param href where it is shown
     */
    public record Alert(String text, String count, String tone, String href) {}

    /**
     * What to do about an empty installation: create a workspace, invite people.
     *
     * @param invitations where people are invited, or null
     */
    public record Steps(@Nullable String invitations) {}

    public HomeView {
        roles = List.copyOf(roles);
        attention = attention == null ? null : List.copyOf(attention);
    }

    @Override
    public String template() {
        return "console/home.jte";
    }

    @Override
    public String title() {
        return "home.title";
    }
}
