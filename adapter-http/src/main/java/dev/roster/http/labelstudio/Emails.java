package dev.roster.http.labelstudio;

import dev.roster.domain.RefusedException;
import dev.roster.domain.user.EmailAddress;
import java.util.Locale;

/** E-mail addresses, in lower case wherever they come through this door: they are the usernames, too. */
final class Emails {
    private Emails() {}

    /** @throws RefusedException INVALID naming {@code email}, in the words of the original */
    static EmailAddress read(String text) {
        try {
            return new EmailAddress(text.strip().toLowerCase(Locale.ROOT));
        } catch (RefusedException malformed) {
            throw RefusedException.invalid("email", "Enter a valid email address.");
        }
    }
}
