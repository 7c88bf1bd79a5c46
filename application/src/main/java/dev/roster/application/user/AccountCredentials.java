package dev.roster.application.user;

import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.LogInLinks;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.PasswordResets;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.UserTokens;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;

/** Everything that lets a user in, and every letter that could. */
final class AccountCredentials {
    private final Passwords passwords;
    private final UserTokens tokens;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final PasswordResets resets;
    private final LogInLinks logInLinks;
    private final Invitations invitations;
    private final Outbox outbox;

    @Inject
    AccountCredentials(
            Passwords passwords,
            UserTokens tokens,
            Sessions sessions,
            ApiKeys keys,
            PasswordResets resets,
            LogInLinks logInLinks,
            Invitations invitations,
            Outbox outbox) {
        this.passwords = passwords;
        this.tokens = tokens;
        this.sessions = sessions;
        this.keys = keys;
        this.resets = resets;
        this.logInLinks = logInLinks;
        this.invitations = invitations;
        this.outbox = outbox;
    }

    void end(UserId user, Instant at) {
        passwords.remove(user);
        tokens.remove(user);
        sessions.removeAllOf(user, null);
        keys.revokeAllOf(user, at);
        resets.removeAllOf(user);
        logInLinks.removeAllOf(user);
        invitations.remove(user);
        outbox.removeAllAbout(user);
    }
}
