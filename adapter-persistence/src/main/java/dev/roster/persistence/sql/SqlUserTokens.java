package dev.roster.persistence.sql;

import dev.roster.application.port.ShownSecrets;
import dev.roster.application.port.UserTokens;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** User tokens, at most one for each user. */
final class SqlUserTokens implements UserTokens {
    private static final Taken TOKEN = new Taken("user_tokens_digest", "user_token", "this user token is taken");

    private final Database database;

    @Inject
    SqlUserTokens(Database database) {
        this.database = database;
    }

    @Override
    public void set(UserId user, SecretDigest digest, @Nullable String sealed, Instant at) {
        forgetShown(user);
        database.sql("""
                                INSERT INTO user_tokens (user_id, digest, sealed, changed_at)
                                VALUES (:user, :digest, :sealed, :at)
                                ON CONFLICT (user_id) DO UPDATE SET
                                    digest = excluded.digest, sealed = excluded.sealed, changed_at = excluded.changed_at
                                """)
                .with("user", user)
                .with("digest", digest)
                .with("sealed", sealed)
                .with("at", at)
                .change(TOKEN);
    }

    @Override
    public Optional<String> sealedOf(UserId user) {
        return database.read(handle ->
                handle.createQuery("""
                        SELECT sealed FROM user_tokens WHERE user_id = :user AND sealed IS NOT NULL
                        """).bind("user", user).mapTo(String.class).findOne());
    }

    @Override
    public boolean has(UserId user) {
        return database.sql("""
                        SELECT 1 FROM user_tokens WHERE user_id = :user
                        """).with("user", user).isThere();
    }

    @Override
    public void remove(UserId user) {
        forgetShown(user);
        database.sql("DELETE FROM user_tokens WHERE user_id = :user")
                .with("user", user)
                .change();
    }

    private void forgetShown(UserId user) {
        database.sql("DELETE FROM shown_secrets WHERE user_id = :user AND kind = :token")
                .with("user", user)
                .with("token", ShownSecrets.Kind.USER_TOKEN.word())
                .change();
    }
}
