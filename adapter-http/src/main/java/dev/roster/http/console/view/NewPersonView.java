package dev.roster.http.console.view;

import java.util.List;

/**
 * The form that creates an account.
 *
 * @param roles the account roles to choose from
 * @param ways how they get their password
 */
public record NewPersonView(FormView form, List<OptionView> roles, List<OptionView> ways) implements View {
    public NewPersonView {
        roles = List.copyOf(roles);
        ways = List.copyOf(ways);
    }

    @Override
    public String template() {
        return "console/people/new.jte";
    }

    @Override
    public String title() {
        return "create.title";
    }
}
