package dev.roster.http.console.view;

import java.util.List;

/**
 * The form that creates an account for a program, with its first key.
 *
 * @param roles the account roles to choose from
 * @param workspaces where it can belong
 * @param placeRoles which role it can have there
 * @param ends when the key can end
 */
public record NewServiceAccountView(
        FormView form,
        List<OptionView> roles,
        List<OptionView> workspaces,
        List<OptionView> placeRoles,
        List<OptionView> ends)
        implements View {
    public NewServiceAccountView {
        roles = List.copyOf(roles);
        workspaces = List.copyOf(workspaces);
        placeRoles = List.copyOf(placeRoles);
        ends = List.copyOf(ends);
    }

    @Override
    public String template() {
        return "console/service-accounts/new.jte";
    }

    @Override
    public String title() {
        return "service.new.title";
    }
}
