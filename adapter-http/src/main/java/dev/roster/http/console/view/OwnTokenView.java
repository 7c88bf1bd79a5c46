package dev.roster.http.console.view;

import org.jspecify.annotations.Nullable;

/**
 * The page that asks for one's password and then shows the user token, or renews it.
 *
 * @param words what the keys of its texts begin with
 * @param dangerous whether the token that there is ends
 * @param token null before the password is shown
 */
public record OwnTokenView(
        String words,
        boolean dangerous,
        FormView form,
        @Nullable String token) implements View {
    @Override
    public String template() {
        return "console/account/token.jte";
    }

    @Override
    public String title() {
        return words + "title";
    }
}
