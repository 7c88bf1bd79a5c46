package dev.roster.application.role;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Roles;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lists roles, the predefined ones first. */
public final class ListRoles {
    private final UnitOfWork work;
    private final Roles roles;

    @Inject
    ListRoles(UnitOfWork work, Roles roles) {
        this.work = work;
        this.roles = roles;
    }

    public Page<Role> handle(Caller caller, PageRequest page) {
        return handle(caller, null, page);
    }

    /** @param predefined only those, or only the custom ones; null for all */
    public Page<Role> handle(Caller caller, @Nullable Boolean predefined, PageRequest page) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.ROLE_READ, Target.instance());
            return predefined == null ? roles.list(page) : roles.list(predefined, page);
        });
    }
}
