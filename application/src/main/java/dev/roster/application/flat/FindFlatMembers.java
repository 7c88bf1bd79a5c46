package dev.roster.application.flat;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Memberships.PeopleFilter;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.UserFilter;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.MemberStanding;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds people of an organization by text and by what they are there, for those who hold {@code member:read} in it. */
public final class FindFlatMembers {
    /**
     * What people are, by {@link MemberStanding}: one of the kinds, or holders of one of the roles.
     */
    public record Standings(Set<MemberStanding.Kind> kinds, Set<RoleId> roles) {
        public Standings {
            kinds = Set.copyOf(kinds);
            roles = Set.copyOf(roles);
        }
    }

    /**
     * Which people, on which numbered page; a null condition does not filter.
     *
     * @param workspace the title of the workspace, which need not be there
     * @param text as in {@link UserFilter}
     */
    public record Query(
            OrganizationId organization,
            String workspace,
            @Nullable String text,
            @Nullable Standings standings,
            NumberedQuery page) {}

    private final UnitOfWork work;
    private final Organizations organizations;
    private final FlatWorkspace flat;
    private final Memberships memberships;
    private final Now now;

    @Inject
    FindFlatMembers(
            UnitOfWork work, Organizations organizations, FlatWorkspace flat, Memberships memberships, Now now) {
        this.work = work;
        this.organizations = organizations;
        this.flat = flat;
        this.memberships = memberships;
        this.now = now;
    }

    /**
     * By username. Roles in the workspace count only where the caller may see its members, as in {@link ListStandings}.
     *
     * @throws dev.roster.domain.RefusedException INVALID naming {@code page_size} for the whole of a list that is too long
     */
    public CountedPage<User> handle(Caller caller, Query query) {
        return work.reading(() -> {
            Organization organization = organizations.get(query.organization());
            work.guard().require(caller, RosterPermission.MEMBER_READ, Target.of(organization));
            PeopleFilter filter = new PeopleFilter(query.text(), standings(caller, query));
            CountedPage<User> found = memberships.people(query.organization(), filter, query.page());
            query.page().requireFit(found.count());
            return found;
        });
    }

    private Memberships.@Nullable Standings standings(Caller caller, Query query) {
        Standings wanted = query.standings();
        return wanted == null
                ? null
                : new Memberships.Standings(wanted.kinds(), wanted.roles(), within(caller, query), now.get());
    }

    private @Nullable WorkspaceId within(Caller caller, Query query) {
        return flat.find(query.organization(), query.workspace())
                .filter(workspace -> work.guard().allows(caller, RosterPermission.MEMBER_READ, Target.of(workspace)))
                .map(Workspace::id)
                .orElse(null);
    }
}
