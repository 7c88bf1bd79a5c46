package dev.roster.http.console.view;

/** The page to put a password of one's own in the place of a temporary one. */
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
