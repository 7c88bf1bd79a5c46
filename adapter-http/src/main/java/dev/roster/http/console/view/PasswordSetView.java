package dev.roster.http.console.view;

/**
 * What ended with an old password, and what stays.
 *
 * @param token the key of the result for the user token
 */
public record PasswordSetView(int sessionsEnded, int keysEnded, int keysLeft, int serviceKeysLeft, String token)
        implements View {
    @Override
    public String template() {
        return "console/password-set.jte";
    }

    @Override
    public String title() {
        return "password-set.title";
    }
}
