package dev.roster.application.port;

import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;

/** Which passwords an installation accepts, among those that {@link Password#chosen} allows. */
@FunctionalInterface
public interface PasswordPolicy {
    /** Takes them all: length is the only rule. */
    static PasswordPolicy basic() {
        return (wanted, about) -> {};
    }

    /** @throws RefusedException INVALID naming {@code password}, saying what to choose instead, never the password */
    void check(Password wanted, ContextWords about);
}
