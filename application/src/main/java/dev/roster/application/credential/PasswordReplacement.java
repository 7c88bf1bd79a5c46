package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.ShownSecrets;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Replaces a password by one that a person chose: all sessions end, and it is kept who knows it. */
public final class PasswordReplacement {
    private final Passwords passwords;
    private final Sessions sessions;
    private final KnownSecrets known;
    private final Now now;

    @Inject
    PasswordReplacement(Passwords passwords, Sessions sessions, KnownSecrets known, Now now) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.known = known;
        this.now = now;
    }

    /**
     * @param chosenBy null for the operator
     * @param hash from {@link ChosenPassword}
     */
    public void set(@Nullable User chosenBy, UserId user, String hash) {
        passwords.set(user, hash, now.get());
        sessions.removeAllOf(user, null);
        known.show(chosenBy, user, ShownSecrets.Kind.PASSWORD);
    }
}
