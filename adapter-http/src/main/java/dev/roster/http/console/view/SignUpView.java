package dev.roster.http.console.view;

/**
 * The page to sign up.
 *
 * @param byLink whether it takes the link of an organization
 * @param closed whether sign-up is closed
 */
public record SignUpView(FormView form, boolean byLink, boolean closed) implements View {
    @Override
    public String template() {
        return "console/sign-up.jte";
    }

    @Override
    public String title() {
        return "sign-up.title";
    }
}
