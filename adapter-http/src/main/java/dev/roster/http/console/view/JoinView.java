package dev.roster.http.console.view;

import java.util.List;

/**
 * The form that adds a user to a workspace.
 *
 * @param workspaces the names to choose from; others can be entered
 * @param roles the roles that a membership may have
 * @param back where Cancel leads
 */
public record JoinView(
        PersonView person, FormView form, List<OptionView> workspaces, List<OptionView> roles, String back)
        implements View {
    public JoinView {
        workspaces = List.copyOf(workspaces);
        roles = List.copyOf(roles);
    }

    @Override
    public String template() {
        return "console/people/join.jte";
    }

    @Override
    public String title() {
        return "join.title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(person.name());
    }
}
