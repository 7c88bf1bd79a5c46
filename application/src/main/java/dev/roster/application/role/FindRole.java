package dev.roster.application.role;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Roles;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import jakarta.inject.Inject;

/** Shows one role. */
public final class FindRole {
    private final UnitOfWork work;
    private final Roles roles;

    @Inject
    FindRole(UnitOfWork work, Roles roles) {
        this.work = work;
        this.roles = roles;
    }

    public Role handle(Caller caller, RoleId id) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.ROLE_READ, Target.instance());
            return roles.get(id);
        });
    }

    /** By name, regardless of case. */
    public Role byName(Caller caller, String name) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.ROLE_READ, Target.instance());
            return roles.findByName(NameKey.of(name)).orElseThrow(() -> RefusedException.notFound("role", name));
        });
    }
}
