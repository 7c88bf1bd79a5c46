package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.SingleLine;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address of at most 254 characters (RFC 5321 §4.5.3.1.3), as people write it: a dot-atom, an {@code @} and a
 * domain, or the name of a host as in {@code admin@localhost}. Quoted local parts, comments and address literals are
 * refused. Unique regardless of case.
 */
public record EmailAddress(String value) {
    public static final int MOST = 254;
    private static final int MOST_LOCAL = 64;

    private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
    private static final Pattern SHAPE =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*");

    public EmailAddress {
        value = SingleLine.check("email", value, MOST);
        if (!SHAPE.matcher(value).matches() || value.indexOf('@') > MOST_LOCAL) {
            throw RefusedException.invalid(
                    "email",
                    "invalid e-mail address " + UserText.quote(value) + ", expected one like `ada@example.org`");
        }
    }

    /** The address that a text is; empty where it is none. */
    public static Optional<EmailAddress> of(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (RefusedException none) {
            return Optional.empty();
        }
    }

    /** As some interfaces show addresses; case does not matter. */
    public EmailAddress inLowerCase() {
        return new EmailAddress(value.toLowerCase(Locale.ROOT));
    }

    public NameKey key() {
        return NameKey.of(value);
    }

    /** The part behind the {@code @}. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
