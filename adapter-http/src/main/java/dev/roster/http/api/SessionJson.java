package dev.roster.http.api;

import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login that lasts, without what opens it. */
record SessionJson(
        UUID id,
        UUID userId,
        boolean current,
        @Nullable String agent,
        @Nullable String address,
        Instant openedAt,
        Instant lastUsedAt,
        Instant endsAt) {
    static SessionJson of(Session session, @Nullable SessionId current) {
        return new SessionJson(
                session.id().value(),
                session.user().value(),
                session.id().equals(current),
                session.agent(),
                session.address(),
                session.openedAt(),
                session.lastUsedAt(),
                session.endsAt());
    }
}
