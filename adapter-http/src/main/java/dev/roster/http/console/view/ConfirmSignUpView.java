package dev.roster.http.console.view;

/** The page to confirm a sign-up. */
public record ConfirmSignUpView(FormView form) implements View {
    @Override
    public String template() {
        return "console/confirm-sign-up.jte";
    }

    @Override
    public String title() {
        return "confirm-sign-up.title";
    }
}
