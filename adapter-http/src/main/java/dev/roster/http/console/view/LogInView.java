package dev.roster.http.console.view;

/**
 * The page to log in.
 *
 * @param signUp whether people may sign up
 */
public record LogInView(FormView form, boolean signUp) implements View {
    @Override
    public String template() {
        return "console/log-in.jte";
    }

    @Override
    public String title() {
        return "log-in.title";
    }
}
