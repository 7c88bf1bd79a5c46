package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person or service account.
 *
 * @param number counts users in order of creation, from 1, never reused; 0 until the store has assigned it
 * @param role the account role, which applies on the instance, and in every workspace where the membership has no role of
 *     its own
 * @param developer whether the user may create API keys
 * @param maker the creator of a service account, whose rights limit it; null if the local operator created it, and for
 *     people
 * @param stay how long the account of a guest lasts; null for a permanent account
 * @param lastActivityAt when the user's last request was seen, precise to about a minute; null if there was none
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
        @Nullable Stay stay,
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

    /** Whether the status is active. What lets a user in asks {@link #isActiveAt}, as a guest's stay may be over. */
    public boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    /** Whether the account can be used at that time: it is active, and not that of a guest whose stay is over. */
    public boolean isActiveAt(Instant now) {
        return isActive() && !hasEndedBy(now);
    }

    /** Whether it is the account of a guest whose stay is over at that time. */
    public boolean hasEndedBy(Instant now) {
        return stay != null && stay.hasEndedBy(now);
    }

    /** Whether the account has a {@linkplain Stay stay}, and ends with it. */
    public boolean isGuest() {
        return stay != null;
    }

    /**
     * To be asked before anything is done that would let a guest in for longer. A stay that is over is not brought back.
     *
     * @throws RefusedException CONFLICT naming {@code user}, for a guest whose stay is over
     */
    public void mustStillStay(Instant now) {
        if (hasEndedBy(now)) {
            throw RefusedException.conflict(
                    "user",
                    "the stay of " + UserText.quote(username.value())
                            + " is over and the account ends, create another one");
        }
    }

    /** That time, or the end of the stay where that comes first: nothing that is given to a guest lasts longer. */
    public Instant notAfterStay(Instant wanted) {
        Instant end = stay == null ? null : stay.until();
        return end == null || end.isAfter(wanted) ? wanted : end;
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
            throw RefusedException.unfit(
                    field,
                    UserText.quote(username.value()) + " is a service account and has no " + what
                            + ", create an API key for it");
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

    /**
     * To be asked before an account gets an account role: what reaches beyond places could outlast a guest.
     *
     * @throws RefusedException INVALID naming {@code role}, for a guest and a role with a right on the whole instance
     */
    public void mustBeAbleToHold(Role accountRole) {
        if (isGuest() && accountRole.holdsAnyInstanceWide()) {
            throw RefusedException.unfit(
                    "role",
                    UserText.quote(username.value()) + " is a guest and cannot have the account role `"
                            + accountRole.name()
                            + "`, give a role in a workspace or make the account permanent first");
        }
    }

    /** @throws RefusedException INVALID naming {@code role}, for a guest who would be an owner */
    @Override
    public User withRole(RoleRef changed) {
        mustNotOwnAsGuest(changed, stay);
        return with().role(changed).build();
    }

    /** @throws RefusedException INVALID naming {@code role}, for an owner who would be a guest */
    @Override
    public User withStay(@Nullable Stay changed) {
        mustNotOwnAsGuest(role, changed);
        return with().stay(changed).build();
    }

    /** There must always be an owner, and a guest's account ends by itself. */
    private static void mustNotOwnAsGuest(RoleRef role, @Nullable Stay stay) {
        if (stay != null && !role.isForPlaces()) {
            throw RefusedException.unfit("role", "a guest cannot be an owner, make the account permanent first");
        }
    }

    /** A service account with that creator, or null if the local operator creates it. */
    public User asServiceOf(@Nullable UserId changed) {
        return with().kind(UserKind.SERVICE).maker(changed).build();
    }

    public User updatedAt(Instant now) {
        return with().updatedAt(now).build();
    }
}
