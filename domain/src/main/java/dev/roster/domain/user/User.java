package dev.roster.domain.user;

import dev.roster.domain.role.RoleRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person or service account.
 *
 * @param number counts users in order of creation, from 1, never reused; 0 until the store has given it
 * @param role the account role: what the user is on the instance, and in every workspace where the membership says
 *     nothing else
 * @param createdAt cut to microseconds, like every time in Roster
 * @param updatedAt moves only when a stored value changes; joining a workspace does not move it
 */
public record User(
        UserId id,
        long number,
        UserKind kind,
        Username username,
        @Nullable EmailAddress email,
        Profile profile,
        RoleRef role,
        UserStatus status,
        Instant createdAt,
        Instant updatedAt) {

    public boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    public User withNumber(long given) {
        return new User(id, given, kind, username, email, profile, role, status, createdAt, updatedAt);
    }

    public User withUsername(Username changed) {
        return new User(id, number, kind, changed, email, profile, role, status, createdAt, updatedAt);
    }

    public User withEmail(@Nullable EmailAddress changed) {
        return new User(id, number, kind, username, changed, profile, role, status, createdAt, updatedAt);
    }

    public User withProfile(Profile changed) {
        return new User(id, number, kind, username, email, changed, role, status, createdAt, updatedAt);
    }

    public User withRole(RoleRef changed) {
        return new User(id, number, kind, username, email, profile, changed, status, createdAt, updatedAt);
    }

    public User withStatus(UserStatus changed) {
        return new User(id, number, kind, username, email, profile, role, changed, createdAt, updatedAt);
    }

    public User updatedAt(Instant now) {
        return new User(id, number, kind, username, email, profile, role, status, createdAt, now);
    }
}
