package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.SingleLine;
import java.util.regex.Pattern;

/**
 * A telephone number as people write it, 3 to 50 characters: digits with blanks, dots, dashes, slashes and brackets
 * between them, a {@code +} before and an extension after {@code x}. Kept as given, not unique, never dialled.
 */
public record PhoneNumber(String value) {
    public static final int MOST = 50;
    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9(][0-9 .()/-]*[0-9](?: ?x ?[0-9]{1,8})?");

    public PhoneNumber {
        value = SingleLine.check("phone", value, MOST);
        if (!SHAPE.matcher(value).matches()) {
            throw RefusedException.invalid(
                    "phone", "invalid phone number " + UserText.quote(value) + ", expected one like `+49 30 901820`");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
