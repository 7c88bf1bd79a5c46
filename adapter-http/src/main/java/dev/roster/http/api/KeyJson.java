package dev.roster.http.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.roster.application.credential.KeyIssuer;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.user.User;
import dev.roster.http.web.Shape;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API key without its secret. */
record KeyJson(
        UUID id,
        PersonJson user,
        String name,
        String description,
        String form,
        String hint,
        String status,
        @Nullable UUID creatorId,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    /** A key with its secret, shown once. */
    record Issued(@JsonUnwrapped KeyJson key, String secret) {
        static final Shape<Issued> SHAPE = Shape.of(Issued.class);

        static Issued of(KeyIssuer.Issued issued) {
            return new Issued(
                    KeyJson.of(issued.key(), issued.user(), issued.key().createdAt()),
                    issued.secret().reveal());
        }
    }

    /** @param now the key stands where it stands at that time */
    static KeyJson of(ApiKey key, User user, Instant now) {
        return new KeyJson(
                key.id().value(),
                PersonJson.of(user),
                key.name(),
                key.description(),
                key.form().word(),
                key.hint(),
                key.statusAt(now).word(),
                key.creator() == null ? null : key.creator().value(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt());
    }
}
