package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.ClearName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.SingleLine;

/** A login name: 1 to 200 characters after trimming. Unique regardless of case, see {@link NameKey}. */
public record Username(String value) {
    public static final int MOST = 200;

    public Username {
        value = SingleLine.check("username", value, MOST);
    }

    /**
     * This name, as one to give now.
     *
     * @throws RefusedException INVALID naming {@code username}, see {@link ClearName}
     */
    public Username toGive() {
        ClearName.check("username", value);
        return this;
    }

    public NameKey key() {
        return NameKey.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
