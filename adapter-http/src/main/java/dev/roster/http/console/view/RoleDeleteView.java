package dev.roster.http.console.view;

import java.util.List;

/**
 * Asks before a role is deleted, and what its holders get instead.
 *
 * @param blockers some of those who hold it
 */
public record RoleDeleteView(String name, String back, FormView form, List<Choice> roles, List<String> blockers)
        implements View {
    public RoleDeleteView {
        roles = List.copyOf(roles);
        blockers = List.copyOf(blockers);
    }

    @Override
    public String template() {
        return "console/role/delete.jte";
    }

    @Override
    public String title() {
        return "role.delete.title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(name);
    }
}
