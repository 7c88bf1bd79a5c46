package dev.roster.domain.role;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.ClearName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.SingleLine;

/** The name of a role: 1 to 255 characters, unique regardless of case. */
public record RoleName(String value) {
    public static final int MOST = 255;

    public RoleName {
        value = SingleLine.check("role", value, MOST);
    }

    /**
     * This name, as one to give now.
     *
     * @throws RefusedException INVALID naming {@code role}, see {@link ClearName}
     */
    public RoleName toGive() {
        ClearName.check("role", value);
        return this;
    }

    /**
     * Returns {@code text} as something that can name a role, by name or by id.
     *
     * @throws RefusedException INVALID naming {@code role}, where it is empty
     */
    public static String reference(String text) {
        if (text.isEmpty()) {
            throw RefusedException.invalid("role", "a role must be named by its name or id, not by an empty text");
        }
        return text;
    }

    public NameKey key() {
        return NameKey.of(value);
    }

    /** Whether the role of that name may be held in a single place: owner is an account role only. */
    public boolean isForPlaces() {
        return !key().equals(PredefinedRole.OWNER.ref().name().key());
    }

    @Override
    public String toString() {
        return value;
    }
}
