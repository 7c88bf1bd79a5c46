package dev.roster.application.fake;

import dev.roster.application.port.Bearers;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    @Override
    public Optional<Bearer> find(SessionId id) {
        return store.read(
                tables -> tables.sessions.find(id).map(session -> bearer(tables, session.user(), session, null)));
    }

    @Override
    public Optional<Bearer> find(ApiKeyId id) {
        return store.read(tables -> tables.apiKeys.find(id).map(key -> bearer(tables, key.user(), null, key)));
    }

    private static Optional<Bearer> byToken(Tables tables, SecretDigest digest) {
        return tables.userTokens.stream()
                .filter(token -> token.digest().equals(digest))
                .findFirst()
                .map(token -> bearer(tables, token.user(), null, null));
    }

    private static Optional<Bearer> bySession(Tables tables, SecretDigest digest) {
        return tables.sessions.stream()
                .filter(session -> session.digest().equals(digest))
                .findFirst()
                .map(session -> bearer(tables, session.user(), session, null));
    }

    private static Optional<Bearer> byKey(Tables tables, SecretDigest digest) {
        return tables.apiKeys.stream()
                .filter(key -> key.digest().equals(digest))
                .findFirst()
                .map(key -> bearer(tables, key.user(), null, key));
    }

    private static Bearer bearer(Tables tables, UserId id, @Nullable Session session, @Nullable ApiKey key) {
        User user = tables.users.find(id).orElseThrow();
        List<User> makers = Stream.of(
                        Optional.ofNullable(user.maker()),
                        Optional.ofNullable(key).map(ApiKey::madeByAnother))
                .flatMap(Optional::stream)
                .map(maker -> tables.users.find(maker).orElseThrow())
                .toList();
        return new Bearer(
                user,
                session,
                key,
                makers.stream().map(User::status).collect(Collectors.toSet()),
                makers.stream()
                        .map(User::stay)
                        .filter(Objects::nonNull)
                        .map(Stay::until)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
