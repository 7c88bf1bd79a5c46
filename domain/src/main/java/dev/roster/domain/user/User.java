package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleRef;
import io.soabase.recordbuilder.core.RecordBuilder;
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
@RecordBuilder
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
        Instant updatedAt)
        implements UserBuilder.With {

    /**
     * An active annotator who has only a name yet.
     *
     * @throws RefusedException INVALID naming {@code username} that is none {@linkplain Username#toGive to give}
     */
    public static User person(UserId id, Username username, Instant now) {
        RoleRef role = PredefinedRole.ANNOTATOR.ref();
        return UserBuilder.builder()
                .id(id)
                .kind(UserKind.PERSON)
                .username(username.toGive())
                .profile(Profile.named(username))
                .role(role)
                .developer(role.makesDevelopers())
                .status(UserStatus.ACTIVE)
                .createdAt(now)
                .updatedAt(now)
                .build();
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

    /**
     * To be asked before an account gets what only people have.
     *
     * @param field what is refused to a service account
     * @param what the same in words
     * @throws RefusedException INVALID naming the field
     */
    public void mustBePerson(String field, String what) {
        if (isService()) {
            throw RefusedException.invalid(
                    field,
                    UserText.quote(username.value()) + " is a service account and has no " + what
                            + ", make it an API key");
        }
    }

    /** @throws RefusedException INVALID naming {@code username}, where it changes to one that is none {@linkplain Username#toGive to give} */
    @Override
    public User withUsername(Username changed) {
        Username wanted = changed.equals(username) ? username : changed.toGive();
        return with().username(wanted).build();
    }

    /** @throws RefusedException INVALID naming {@code email}, for a service account that would have one */
    @Override
    public User withEmail(@Nullable EmailAddress changed) {
        if (changed != null) {
            mustBePerson("email", "e-mail address");
        }
        return with().email(changed).build();
    }

    /** A service account of that maker, null for one that the local operator makes. */
    public User asServiceOf(@Nullable UserId changed) {
        return with().kind(UserKind.SERVICE).maker(changed).build();
    }

    public User updatedAt(Instant now) {
        return with().updatedAt(now).build();
    }
}
