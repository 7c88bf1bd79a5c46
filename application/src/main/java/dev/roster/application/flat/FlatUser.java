package dev.roster.application.flat;

import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PhoneNumber;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A user for interfaces whose clients log in with an address and expect a text for every name: names that are unset are
 * empty, never null.
 */
public record FlatUser(User user) {
    /** Every account has a first name; one that is only the username was never given. */
    public String firstName() {
        PersonName first = user.profile().firstName();
        return first.equals(Profile.named(user.username()).firstName()) ? "" : first.value();
    }

    public String lastName() {
        return text(user.profile().lastName());
    }

    /** The display name; without one the username, unless that is only the address. */
    public String username() {
        return user.profile().displayName() == null && !isAddress()
                ? user.username().value()
                : text(user.profile().displayName());
    }

    private boolean isAddress() {
        EmailAddress email = user.email();
        return email != null && email.key().equals(user.username().key());
    }

    private static String text(@Nullable PersonName name) {
        return name == null ? "" : name.value();
    }

    /** In lower case. */
    public String email() {
        return user.email() == null ? "" : user.email().value().toLowerCase(Locale.ROOT);
    }

    public String phone() {
        PhoneNumber phone = user.profile().phone();
        return phone == null ? "" : phone.value();
    }

    /** Who was never active was so when the account was created. */
    public Instant lastActivity() {
        return user.lastActivityAt() == null ? user.createdAt() : user.lastActivityAt();
    }

    /** The first letter of each name, as it is written; without names the first two of what the user logs in with. */
    public String initials() {
        String names = start(firstName(), 1) + start(lastName(), 1);
        String login = email().isEmpty() ? user.username().value() : email();
        return names.isEmpty() ? start(login, 2) : names;
    }

    /** @param most counted in code points, so that no letter is cut in half */
    private static String start(String text, int most) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length()))));
    }
}
