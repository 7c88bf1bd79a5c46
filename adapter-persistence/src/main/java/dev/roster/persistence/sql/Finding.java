package dev.roster.persistence.sql;

import org.jspecify.annotations.Nullable;

/**
 * A fact about the store, for the operator.
 *
 * @param advice what to do about it, or null where all is well
 */
public record Finding(String name, String value, @Nullable String advice) {
    static Finding fact(String name, Object value) {
        return new Finding(name, value.toString(), null);
    }

    static Finding expecting(boolean well, String name, Object value, String advice) {
        return new Finding(name, value.toString(), well ? null : advice);
    }

    public boolean isWell() {
        return advice == null;
    }
}
