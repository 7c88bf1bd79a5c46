package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.access.EndedSecrets;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.port.Memberships;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The step of giving a membership another role, with its permission check. */
final class ChangingRole {
    private final UnitOfWork work;
    private final Memberships memberships;
    private final Joining joining;
    private final KnownSecrets known;

    @Inject
    ChangingRole(UnitOfWork work, Memberships memberships, Joining joining, KnownSecrets known) {
        this.work = work;
        this.memberships = memberships;
        this.joining = joining;
        this.known = known;
    }

    /** Refuses what {@link #change} would refuse. */
    void require(Caller caller, Target target, User user, @Nullable Role role) {
        work.guard().require(caller, RosterPermission.MEMBER_UPDATE, target);
        work.guard().requireToTakeFrom(caller, RosterPermission.MEMBER_UPDATE, user);
        joining.requireToGive(caller, user, role, target);
    }

    /**
     * @param target the place of the membership
     * @param role the membership's own role, or null: then the account role counts
     */
    Membership change(Caller caller, Target target, Membership before, User user, @Nullable Role role) {
        require(caller, target, user, role);
        Membership after = before.withRole(role == null ? null : role.ref());
        if (after.equals(before)) {
            return before;
        }
        memberships.update(after);
        EndedSecrets ended = known.afterGiving(user.id());
        work.journal()
                .write(
                        caller,
                        Places.action(before.place(), "update"),
                        target,
                        Changes.none()
                                .addUser(user)
                                .add("role", before.role(), after.role())
                                .addEnded(ended));
        return after;
    }
}
