package dev.roster.domain.organization;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.ClearName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.SingleLine;

/** The name of an organization: 1 to 255 characters, unique regardless of case. */
public record OrganizationName(String value) {
    public static final int MOST = 255;

    public OrganizationName {
        value = SingleLine.check("name", value, MOST);
    }

    /**
     * This name, as one to give now.
     *
     * @throws RefusedException INVALID naming {@code name}, see {@link ClearName}
     */
    public OrganizationName toGive() {
        ClearName.check("name", value);
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
