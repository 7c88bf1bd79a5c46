package dev.roster.http.console.view;

import java.util.List;

/**
 * The end of the set-up.
 *
 * @param token the user token, which is shown here
 */
public record WelcomeView(String username, String token) implements View {
    @Override
    public String template() {
        return "console/welcome.jte";
    }

    @Override
    public String title() {
        return "welcome.title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(username);
    }
}
