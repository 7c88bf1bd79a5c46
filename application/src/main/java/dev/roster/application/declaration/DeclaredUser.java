package dev.roster.application.declaration;

import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Username;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user who gets an account. Of a user who has one, only the account role changes to what is declared.
 *
 * @param email of a new account, or null for none
 * @param role the account role; null for annotator, and for whatever one has already
 * @param password of a new account; null for one that only its token opens
 * @param token of a new account, or null for a random one
 */
@RecordBuilder
public record DeclaredUser(
        Username username,
        @Nullable EmailAddress email,
        @Nullable RoleName role,
        @Nullable Password password,
        @Nullable UserToken token)
        implements DeclaredUserBuilder.With {
    public DeclaredUser {
        Objects.requireNonNull(username, "username");
    }

    /** One of whom nothing else is said. */
    public static DeclaredUser named(Username username) {
        return DeclaredUserBuilder.builder().username(username).build();
    }

    /** The names that only this user may log in with. */
    Stream<NameKey> logins() {
        return email == null ? Stream.of(username.key()) : Stream.of(username.key(), email.key());
    }
}
