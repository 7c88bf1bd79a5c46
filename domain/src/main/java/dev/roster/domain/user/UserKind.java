package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.Locale;

/** A person, or an account that only programs use. */
public enum UserKind {
    PERSON,
    SERVICE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws RefusedException INVALID naming {@code kind} */
    public static UserKind parse(String word) {
        for (UserKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw RefusedException.invalid("kind", "invalid kind " + UserText.quote(word) + ", expected person or service");
    }
}
