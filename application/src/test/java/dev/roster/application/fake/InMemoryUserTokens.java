package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Token;
import dev.roster.application.port.ShownSecrets.Kind;
import dev.roster.application.port.UserTokens;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** User tokens in memory. */
final class InMemoryUserTokens implements UserTokens {
    private final InMemoryStore store;

    InMemoryUserTokens(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void set(UserId user, SecretDigest digest, @Nullable String sealed, Instant at) {
        store.change(tables -> {
            if (tables.userTokens.stream()
                    .anyMatch(other ->
                            other.digest().equals(digest) && !other.user().equals(user))) {
                throw RefusedException.conflict("user_token", "that user token is taken, choose another");
            }
            tables.shownSecrets.remove(new Tables.ShownKey(user, Kind.USER_TOKEN));
            tables.userTokens.put(user, new Token(user, digest, sealed));
        });
    }

    @Override
    public Optional<String> sealedOf(UserId user) {
        return store.read(tables -> tables.userTokens.find(user).flatMap(token -> Optional.ofNullable(token.sealed())));
    }

    @Override
    public boolean has(UserId user) {
        return store.read(tables -> tables.userTokens.find(user).isPresent());
    }

    @Override
    public void remove(UserId user) {
        store.change(tables -> {
            tables.shownSecrets.remove(new Tables.ShownKey(user, Kind.USER_TOKEN));
            tables.userTokens.remove(user);
        });
    }
}
