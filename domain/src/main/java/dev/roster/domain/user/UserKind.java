package dev.roster.domain.user;

import java.util.Locale;

/** A person, or an account that only programs use. */
public enum UserKind {
    PERSON,
    SERVICE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
