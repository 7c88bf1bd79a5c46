package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways to reset a user's password.
 *
 * @param byMail whether they have an address to send a link to
 * @param alert why a way was refused, or null
 * @param back where Cancel leads
 */
public record PasswordWaysView(
        PersonView person,
        String email,
        boolean byMail,
        @Nullable String alert,
        String back) implements View {
    @Override
    public String template() {
        return "console/people/password.jte";
    }

    @Override
    public String title() {
        return "password.title";
    }

    @Override
    public List<String> titleParts() {
        return List.of(person.name());
    }
}
