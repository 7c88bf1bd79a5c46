package dev.roster.application.fake;

import dev.roster.application.port.Bearers;
import dev.roster.domain.credential.SecretDigest;
import java.util.Optional;

/** Looks a secret up among the user tokens, sessions and API keys in memory. */
final class InMemoryBearers implements Bearers {
    private final InMemoryStore store;

    InMemoryBearers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Bearer> find(SecretDigest digest) {
        return store.read(tables ->
                byToken(tables, digest).or(() -> bySession(tables, digest)).or(() -> byKey(tables, digest)));
    }

    private static Optional<Bearer> byToken(Tables tables, SecretDigest digest) {
        return tables.userTokens.stream()
                .filter(token -> token.digest().equals(digest))
                .findFirst()
                .map(token -> new Bearer(tables.users.find(token.user()).orElseThrow(), null, null));
    }

    private static Optional<Bearer> bySession(Tables tables, SecretDigest digest) {
        return tables.sessions.stream()
                .filter(session -> session.digest().equals(digest))
                .findFirst()
                .map(session -> new Bearer(tables.users.find(session.user()).orElseThrow(), session, null));
    }

    private static Optional<Bearer> byKey(Tables tables, SecretDigest digest) {
        return tables.apiKeys.stream()
                .filter(key -> key.digest().equals(digest))
                .findFirst()
                .map(key -> new Bearer(tables.users.find(key.user()).orElseThrow(), null, key));
    }
}
