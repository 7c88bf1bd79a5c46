package dev.roster.application.fake;

import dev.roster.application.port.Bearers;
import dev.roster.domain.credential.SecretDigest;
import java.util.Optional;

/** Looks a secret up among the user tokens and sessions in memory. */
final class InMemoryBearers implements Bearers {
    private final InMemoryStore store;

    InMemoryBearers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Bearer> find(SecretDigest digest) {
        return store.read(tables -> byToken(tables, digest).or(() -> bySession(tables, digest)));
    }

    private static Optional<Bearer> byToken(Tables tables, SecretDigest digest) {
        return tables.userTokens.stream()
                .filter(token -> token.digest().equals(digest))
                .findFirst()
                .map(token -> new Bearer(tables.users.find(token.user()).orElseThrow(), null));
    }

    private static Optional<Bearer> bySession(Tables tables, SecretDigest digest) {
        return tables.sessions.stream()
                .filter(session -> session.digest().equals(digest))
                .findFirst()
                .map(session -> new Bearer(tables.users.find(session.user()).orElseThrow(), session));
    }
}
