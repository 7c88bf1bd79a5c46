package dev.roster.domain.text;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads whole numbers strictly: digits of ASCII, perhaps a minus before them, no zeros in front, no plus, no blanks. */
public final class WholeNumbers {
    private static final Pattern SHAPE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private WholeNumbers() {}

    /**
     * Reads a number of a range.
     *
     * @throws RefusedException INVALID naming {@code field}
     */
    public static long parse(String field, String text, long least, long most) {
        if (SHAPE.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw RefusedException.invalid(
                field,
                "invalid number " + UserText.quote(text) + ", expected a whole number from " + least + " to " + most);
    }

    /** The same within the range of {@code int}. */
    public static int parse(String field, String text, int least, int most) {
        return (int) parse(field, text, (long) least, most);
    }

    /** For people: {@code 1,000}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
