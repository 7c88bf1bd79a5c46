package dev.roster.application.user;

import dev.roster.application.Change;
import dev.roster.application.ProfileChange;
import dev.roster.application.access.Caller;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.access.RolePreview;
import dev.roster.application.access.RolePreviews;
import dev.roster.application.credential.ChosenPassword;
import dev.roster.application.credential.PasswordReplacement;
import dev.roster.application.port.ContextWords;
import dev.roster.application.port.Users;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes fields of an account, all or none. Everyone may change their own names and telephone number; everything else takes
 * {@code user:update}, and a new role takes holding as much.
 */
public final class UpdateUser {
    /**
     * The fields to change.
     *
     * @param role name or id of the account role
     * @param password a new one, set without knowing the old; ends the user's sessions
     */
    @RecordBuilder
    public record Command(
            UserId user,

            Change<Username> username,

            Change<EmailAddress> email,

            ProfileChange profile,

            Change<String> role,

            Change<Boolean> developer,

            Change<Password> password)
            implements UpdateUserCommandBuilder.With {
        public Command {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(profile, "profile");
        }

        public static Command of(UserId user) {
            return UpdateUserCommandBuilder.builder()
                    .user(user)
                    .username(Change.none())
                    .email(Change.none())
                    .profile(ProfileChange.none())
                    .role(Change.none())
                    .developer(Change.none())
                    .password(Change.none())
                    .build();
        }

        private boolean isOnlyProfile() {
            return !developer.isMade() && !handsOver();
        }

        /** Whether somebody else could get hold of the account this way, or its user lose it. */
        private boolean handsOver() {
            return username.isMade() || email.isMade() || role.isMade() || password.isMade();
        }
    }

    private final UnitOfWork work;
    private final Users users;
    private final RoleLookup roles;
    private final LastOwner lastOwner;
    private final ChosenPassword chosenPassword;
    private final PasswordReplacement passwords;
    private final RolePreviews previews;
    private final KnownSecrets known;

    @Inject
    UpdateUser(
            UnitOfWork work,
            Users users,
            RoleLookup roles,
            LastOwner lastOwner,
            ChosenPassword chosenPassword,
            PasswordReplacement passwords,
            RolePreviews previews,
            KnownSecrets known) {
        this.work = work;
        this.users = users;
        this.roles = roles;
        this.lastOwner = lastOwner;
        this.chosenPassword = chosenPassword;
        this.passwords = passwords;
        this.previews = previews;
        this.known = known;
    }

    /** Returns the user as stored; {@link User#updatedAt()} moves only when something really changed. */
    public User handle(Caller caller, Command command) {
        Password password = command.password().applyTo(null);
        String hash = password == null ? null : hash(caller, command, password);
        return work.inTransaction(() -> update(caller, command, hash));
    }

    /**
     * Changes nothing, and shows what another account role would mean for the user; refuses what {@link #handle} would refuse.
     *
     * @param role name or id
     */
    public RolePreview previewRole(Caller caller, UserId user, String role) {
        return work.reading(() -> {
            User before = require(caller, Command.of(user).withRole(Change.to(role)));
            Role given = roles.find(caller, role, before);
            if (!given.id().equals(before.role().id())) {
                work.guard().requireToGiveAccountRole(caller, given, before);
                before.mustBeAbleToHold(given);
                lastOwner.mustNotSeemToBe(before);
            }
            return previews.ofAccount(caller, before, given);
        });
    }

    private String hash(Caller caller, Command command, Password password) {
        User before = work.reading(() -> require(caller, command));
        return chosenPassword.hash(password, ContextWords.of(changed(command, before)));
    }

    private User require(Caller caller, Command command) {
        User user = users.get(command.user());
        boolean own = caller.is(user.id());
        if (own && command.isOnlyProfile()) {
            work.guard().requireAccount(caller);
        } else if (command.handsOver()) {
            work.guard().requireToTakeOver(caller, RosterPermission.USER_UPDATE, user);
        } else {
            work.guard().require(caller, RosterPermission.USER_UPDATE, Target.of(user));
        }
        if (command.password().isMade()) {
            user.mustBePerson("password", "password");
        }
        return user;
    }

    private User update(Caller caller, Command command, @Nullable String hash) {
        User before = require(caller, command);
        User changed = changed(command, before).withRole(role(caller, command, before));
        Changes changes = changes(before, changed);
        User after = changes.isEmpty() ? before : changed.updatedAt(work.now());
        if (!changes.isEmpty()) {
            users.update(after);
        }
        if (hash != null) {
            passwords.set(caller.user(), after.id(), hash);
            changes.addHidden("password");
        }
        if (!after.role().equals(before.role())) {
            changes.addEnded(known.afterGiving(after.id()));
        }
        if (!changes.isEmpty()) {
            work.journal().write(caller, "user.update", Target.of(after), changes);
        }
        return after;
    }

    /** What the user is called afterwards. */
    private static User changed(Command command, User before) {
        User addressed =
                command.email().isMade() ? before.withEmail(command.email().applyTo(before.email())) : before;
        return addressed
                .withUsername(command.username().orElse(before.username()))
                .withProfile(command.profile().applyTo(before.profile()))
                .withDeveloper(command.developer().orElse(before.developer()));
    }

    private RoleRef role(Caller caller, Command command, User before) {
        String wanted = command.role().applyTo(null);
        if (wanted == null) {
            return before.role();
        }
        Role role = roles.find(caller, wanted, before);
        if (role.id().equals(before.role().id())) {
            return before.role();
        }
        work.guard().requireToGiveAccountRole(caller, role, before);
        before.mustBeAbleToHold(role);
        lastOwner.mustNotBe(before);
        return role.ref();
    }

    private static Changes changes(User before, User after) {
        return Changes.none()
                .add("username", before.username(), after.username())
                .add("email", before.email(), after.email())
                .addProfile(before.profile(), after.profile())
                .add("role", before.role(), after.role())
                .add("developer", before.developer(), after.developer());
    }
}
