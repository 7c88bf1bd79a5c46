package dev.roster.http.console.view;

/** The page to set a password by a link. */
public record SetPasswordView(FormView form) implements View {
    @Override
    public String template() {
        return "console/set-password.jte";
    }

    @Override
    public String title() {
        return "set-password.title";
    }
}
