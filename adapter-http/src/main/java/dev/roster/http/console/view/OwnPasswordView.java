package dev.roster.http.console.view;

/** The page to change the caller's own password. */
public record OwnPasswordView(FormView form) implements View {
    @Override
    public String template() {
        return "console/account/password.jte";
    }

    @Override
    public String title() {
        return "own-password.title";
    }
}
