package dev.roster.http.argilla;

import dev.roster.application.Now;
import dev.roster.application.credential.LogIn;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.SignedTokens;
import dev.roster.http.dialect.TokenKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The tokens of people who logged in, with the claims of the original. What counts is the user's id and a session of
 * Roster's behind it, so that a token ends with its user, with their password, and when they end the session.
 */
final class LoginTokens {
    /** What a token says that counts. */
    record Content(UserId user, SessionId session) {}

    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final String IDENTITY = "identity";
    private static final String SESSION = "session";

    private final SignedTokens tokens;
    private final Now now;

    @Inject
    LoginTokens(TokenKeys keys, Now now) {
        this.tokens = new SignedTokens(keys, "argilla-jwt", now);
        this.now = now;
    }

    /** @param role what the user is shown as */
    String issue(LogIn.Opened opened, ArgillaRole role) {
        Instant end = now.get().plus(LIFETIME);
        Instant sessionEnd = opened.session().endsAt();
        User user = opened.user();
        return tokens.issue(
                Map.of(
                        IDENTITY,
                        user.id().toString(),
                        "name",
                        user.profile().firstName().value(),
                        "username",
                        user.username().value(),
                        "role",
                        role.word(),
                        SESSION,
                        opened.session().id().toString()),
                end.isBefore(sessionEnd) ? end : sessionEnd);
    }

    /** Empty for a token that is malformed, not signed by this installation, or over. */
    Optional<Content> read(String text) {
        return tokens.read(text)
                .flatMap(claims -> id(claims, IDENTITY)
                        .flatMap(user -> id(claims, SESSION)
                                .map(session -> new Content(new UserId(user), new SessionId(session)))));
    }

    private static Optional<UUID> id(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text && Uuids.isUuid(text)
                ? Optional.of(Uuids.parse(name, text))
                : Optional.empty();
    }
}
