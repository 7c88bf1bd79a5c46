package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Worded;

/** A person, or an account that only programs use. */
public enum UserKind implements Worded {
    PERSON,
    SERVICE;

    /** @throws RefusedException INVALID naming {@code kind} */
    public static UserKind parse(String word) {
        return Worded.parse(UserKind.class, "kind", word);
    }
}
