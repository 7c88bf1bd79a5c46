package dev.roster.http.console.view;

/**
 * Where people say who they are that forgot their password.
 *
 * @param mailed whether mails reach people by themselves
 */
public record ForgotPasswordView(FormView form, boolean mailed) implements View {
    @Override
    public String template() {
        return "console/forgot-password.jte";
    }

    @Override
    public String title() {
        return "forgot.title";
    }
}
