package dev.roster.http.console.view;

/** The page to make the first owner. */
public record SetUpView(FormView form) implements View {
    @Override
    public String template() {
        return "console/set-up.jte";
    }

    @Override
    public String title() {
        return "set-up.title";
    }
}
