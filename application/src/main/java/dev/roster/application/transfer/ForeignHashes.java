package dev.roster.application.transfer;

import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.domain.RefusedException;
import jakarta.inject.Inject;

/** The password hashes of a file, which are kept as they are until their users log in. */
final class ForeignHashes {
    private final PasswordHasher hasher;

    @Inject
    ForeignHashes(PasswordHasher hasher) {
        this.hasher = hasher;
    }

    /** @throws RefusedException INVALID naming {@code password_hash}, for one that cannot be kept */
    Kept acceptable(Kept password) {
        hasher.objectionTo(password.hash()).ifPresent(objection -> {
            throw RefusedException.invalid("password_hash", objection);
        });
        return password;
    }
}
