package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page.
 *
 * @param roles what they are and where
 * @param pager the way through those
 */
public record HomeView(List<RoleHeld> roles, PagerView pager) implements View {
    /**
     * A role and where it is held.
     *
     * @param kind the key of what the place is
     * @param place its name, or null for the whole installation
     * @param permissions how many permissions it gives there
     */
    public record RoleHeld(
            String role, String kind, @Nullable String place, int permissions) {}

    public HomeView {
        roles = List.copyOf(roles);
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
