package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.audit.AuditEraser;
import dev.roster.application.port.Annexes;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.KnownAddresses;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;

/**
 * Overwrites the personal data of a deleted user: names, e-mail address, telephone number, picture, keys, data of interfaces,
 * and their names in the audit trail. The id and the contributions stay, so that history keeps an anonymous author.
 */
public final class EraseUser {
    private final UnitOfWork work;
    private final Users users;
    private final AuditEraser trail;
    private final Avatars avatars;
    private final KnownAddresses addresses;
    private final ApiKeys keys;
    private final Outbox outbox;
    private final Annexes annexes;

    @Inject
    EraseUser(
            UnitOfWork work,
            Users users,
            AuditEraser trail,
            Avatars avatars,
            KnownAddresses addresses,
            ApiKeys keys,
            Outbox outbox,
            Annexes annexes) {
        this.work = work;
        this.users = users;
        this.trail = trail;
        this.avatars = avatars;
        this.addresses = addresses;
        this.keys = keys;
        this.outbox = outbox;
        this.annexes = annexes;
    }

    /**
     * Does it again to a user who is erased already.
     *
     * @throws RefusedException NOT_FOUND naming {@code user}; CONFLICT naming {@code status} for one who is not deleted
     */
    public User handle(Caller caller, UserId id) {
        return work.inLongTransaction(() -> {
            User user = users.findEvenDeleted(id).orElseThrow(() -> RefusedException.notFound("user", id));
            work.guard().requireToTakeOver(caller, RosterPermission.USER_DELETE, user);
            if (user.status() != UserStatus.DELETED) {
                throw RefusedException.conflict(
                        "status",
                        "`" + user.username() + "` is " + user.status().word() + ", delete the user before erasing");
            }
            User erased = erased(user).updatedAt(work.now());
            users.update(erased);
            Changes left = trail.erase(id);
            avatars.remove(id);
            addresses.removeAllOf(id);
            keys.removeAllOf(id);
            outbox.removeAllAbout(id);
            annexes.removeAllOf(id);
            work.journal().write(caller, "user.erase", Target.of(erased), left);
            return erased;
        });
    }

    private static User erased(User user) {
        Username nobody = new Username("erased-" + user.number());
        return user.withUsername(nobody).withEmail(null).withProfile(Profile.named(nobody));
    }
}
