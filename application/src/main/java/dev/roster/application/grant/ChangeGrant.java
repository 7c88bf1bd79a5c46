package dev.roster.application.grant;

import dev.roster.application.access.Caller;
import dev.roster.application.access.EndedSecrets;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.port.Grants;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Changes the role of a grant; its user and place stay. */
public final class ChangeGrant {
    /** @param role name or id of any role but owner */
    public record Command(GrantId grant, String role) {}

    private final UnitOfWork work;
    private final GrantLookup lookup;
    private final RoleLookup roles;
    private final Grants grants;
    private final KnownSecrets known;

    @Inject
    ChangeGrant(UnitOfWork work, GrantLookup lookup, RoleLookup roles, Grants grants, KnownSecrets known) {
        this.work = work;
        this.lookup = lookup;
        this.roles = roles;
        this.grants = grants;
        this.known = known;
    }

    /** @throws RefusedException NOT_FOUND naming {@code grant} */
    public Grants.Granted handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Grants.Granted before = lookup.get(command.grant());
            work.guard().require(caller, RosterPermission.GRANT_CREATE, before.target());
            work.guard().requireToTakeFrom(caller, RosterPermission.GRANT_CREATE, before.user());
            Role role = roles.findForPlace(caller, command.role(), before.target());
            work.guard().requireToGive(caller, role, before.target());
            return role.ref().equals(before.grant().role()) ? before : change(caller, before, role);
        });
    }

    private Grants.Granted change(Caller caller, Grants.Granted before, Role role) {
        Grant after = before.grant().withRole(role.ref(), work.now());
        grants.update(after);
        EndedSecrets ended = known.afterGiving(before.user().id());
        work.journal()
                .write(
                        caller,
                        "grant.update",
                        before.target(),
                        Changes.none()
                                .addUser(before.user())
                                .add("role", before.grant().role(), after.role())
                                .addEnded(ended));
        return new Grants.Granted(after, before.user(), before.workspace(), before.dataset());
    }
}
