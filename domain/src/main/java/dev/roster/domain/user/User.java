package dev.roster.domain.user;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person or service account.
 *
 * @param number counts users in order of creation, from 1, never reused; 0 until the store has given it
 * @param role the account role: what the user is on the instance, and in every workspace where the membership says
 *     nothing else
 * @param developer whether the user may make API keys of their own
 * @param maker for a service account whoever made it, who caps what it may do; null when that was the local operator,
 *     and for people
 * @param lastActivityAt when a request of theirs was last seen, to within a minute or so; null before the first
 * @param createdAt cut to microseconds, like every time in Roster
 * @param updatedAt moves only when a stored value changes; joining a workspace or being active does not move it
 */
public record User(
        UserId id,
        long number,
        UserKind kind,
        Username username,
        @Nullable EmailAddress email,
        Profile profile,
        RoleRef role,
        boolean developer,
        @Nullable UserId maker,
        UserStatus status,
        @Nullable Instant lastActivityAt,
        Instant createdAt,
        Instant updatedAt) {

    /** An active annotator who has only a name yet. */
    public static User person(UserId id, Username username, Instant now) {
        RoleRef role = PredefinedRole.ANNOTATOR.ref();
        return new User(
                id,
                0,
                UserKind.PERSON,
                username,
                null,
                Profile.named(username),
                role,
                isDeveloperByDefault(role),
                null,
                UserStatus.ACTIVE,
                null,
                now,
                now);
    }

    /** Whether an account of that role may make API keys when nothing else was said: owners, managers and admins. */
    public static boolean isDeveloperByDefault(RoleRef role) {
        return role.isOwner()
                || role.id().equals(PredefinedRole.MANAGER.id())
                || role.id().equals(PredefinedRole.ADMIN.id());
    }

    public boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    public boolean isService() {
        return kind == UserKind.SERVICE;
    }

    /** What to call the user to their face: the display name, else first and last name. */
    public String shownName() {
        PersonName chosen = profile.displayName();
        return chosen == null ? profile.fullName() : chosen.value();
    }

    public User withNumber(long given) {
        return new User(
                id,
                given,
                kind,
                username,
                email,
                profile,
                role,
                developer,
                maker,
                status,
                lastActivityAt,
                createdAt,
                updatedAt);
    }

    public User withUsername(Username changed) {
        return new User(
                id,
                number,
                kind,
                changed,
                email,
                profile,
                role,
                developer,
                maker,
                status,
                lastActivityAt,
                createdAt,
                updatedAt);
    }

    public User withEmail(@Nullable EmailAddress changed) {
        return new User(
                id,
                number,
                kind,
                username,
                changed,
                profile,
                role,
                developer,
                maker,
                status,
                lastActivityAt,
                createdAt,
                updatedAt);
    }

    public User withProfile(Profile changed) {
        return new User(
                id,
                number,
                kind,
                username,
                email,
                changed,
                role,
                developer,
                maker,
                status,
                lastActivityAt,
                createdAt,
                updatedAt);
    }

    public User withRole(RoleRef changed) {
        return new User(
                id,
                number,
                kind,
                username,
                email,
                profile,
                changed,
                developer,
                maker,
                status,
                lastActivityAt,
                createdAt,
                updatedAt);
    }

    public User withDeveloper(boolean changed) {
        return new User(
                id,
                number,
                kind,
                username,
                email,
                profile,
                role,
                changed,
                maker,
                status,
                lastActivityAt,
                createdAt,
                updatedAt);
    }

    /** A service account of that maker, null for one that the local operator makes. */
    public User asServiceOf(@Nullable UserId changed) {
        return new User(
                id,
                number,
                UserKind.SERVICE,
                username,
                email,
                profile,
                role,
                developer,
                changed,
                status,
                lastActivityAt,
                createdAt,
                updatedAt);
    }

    public User withStatus(UserStatus changed) {
        return new User(
                id,
                number,
                kind,
                username,
                email,
                profile,
                role,
                developer,
                maker,
                changed,
                lastActivityAt,
                createdAt,
                updatedAt);
    }

    public User withLastActivityAt(@Nullable Instant changed) {
        return new User(
                id, number, kind, username, email, profile, role, developer, maker, status, changed, createdAt,
                updatedAt);
    }

    public User updatedAt(Instant now) {
        return new User(
                id,
                number,
                kind,
                username,
                email,
                profile,
                role,
                developer,
                maker,
                status,
                lastActivityAt,
                createdAt,
                now);
    }
}
