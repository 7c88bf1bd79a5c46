package dev.roster.http.console.view;

/** The page to replace a temporary password. */
public record TemporaryPasswordView(FormView form) implements View {
    @Override
    public String template() {
        return "console/temporary-password.jte";
    }

    @Override
    public String title() {
        return "own-temporary.title";
    }
}
