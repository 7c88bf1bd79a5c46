package dev.roster.application.role;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Roles;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Determines which of a few predefined roles other roles are closest to, for interfaces that know only those few. It reveals
 * nothing else about a role, so every user may ask.
 */
public final class NearestRoles {
    /** @param candidates as {@link PredefinedRole#nearest} takes them */
    public record Query(Set<RoleId> roles, List<PredefinedRole> candidates) {
        public Query {
            roles = Set.copyOf(roles);
            candidates = List.copyOf(candidates);
        }
    }

    private final UnitOfWork work;
    private final Roles roles;

    @Inject
    NearestRoles(UnitOfWork work, Roles roles) {
        this.work = work;
        this.roles = roles;
    }

    /** One candidate for each role. */
    public Map<RoleId, PredefinedRole> handle(Caller caller, Query query) {
        return work.reading(() -> {
            work.guard().requireAccount(caller);
            return query.roles().stream()
                    .collect(Collectors.toMap(
                            Function.identity(), id -> PredefinedRole.nearest(find(id), query.candidates())));
        });
    }

    /** The same for all custom roles. */
    public Map<RoleId, PredefinedRole> custom(Caller caller, List<PredefinedRole> candidates) {
        return work.reading(() -> {
            work.guard().requireAccount(caller);
            return Pages.all(page -> roles.list(false, page)).stream()
                    .collect(Collectors.toMap(Role::id, role -> PredefinedRole.nearest(role, candidates)));
        });
    }

    private Role find(RoleId id) {
        return PredefinedRole.of(id).map(PredefinedRole::role).orElseGet(() -> roles.get(id));
    }
}
