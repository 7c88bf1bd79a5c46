package dev.roster.domain.user;

import dev.roster.domain.text.SingleLine;

/** A first, last or display name: 1 to 255 characters after trimming, not unique. */
public record PersonName(String value) {
    public static final int MOST = 255;

    public PersonName {
        value = SingleLine.check("name", value, MOST);
    }

    /** The same check, with errors that name {@code field}. */
    public static PersonName of(String field, String text) {
        return new PersonName(SingleLine.check(field, text, MOST));
    }

    @Override
    public String toString() {
        return value;
    }
}
