package dev.roster.application.flat;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows the roles of some people in an organization and in the workspace that represents it; two queries for any number. */
public final class ListStandings {
    /** @param workspace the title of the workspace, which need not be there */
    public record Query(OrganizationId organization, String workspace, Set<UserId> users) {
        public Query {
            users = Set.copyOf(users);
        }
    }

    /** @param inWorkspace null for who is no member of it, and where the caller may not see its members */
    public record Standing(Membership membership, @Nullable Membership inWorkspace) {}

    private final UnitOfWork work;
    private final Organizations organizations;
    private final FlatWorkspace flat;
    private final Memberships memberships;

    @Inject
    ListStandings(UnitOfWork work, Organizations organizations, FlatWorkspace flat, Memberships memberships) {
        this.work = work;
        this.organizations = organizations;
        this.flat = flat;
        this.memberships = memberships;
    }

    /**
     * Who is no member of the organization is not among them. Everyone may see their own.
     *
     * @throws dev.roster.domain.RefusedException FORBIDDEN naming {@code member:read} for others without it
     */
    public Map<UserId, Standing> handle(Caller caller, Query query) {
        return work.reading(() -> {
            Organization organization = organizations.get(query.organization());
            boolean own = query.users().stream().allMatch(caller::is);
            if (own) {
                work.guard().requireAccount(caller);
            } else {
                work.guard().require(caller, RosterPermission.MEMBER_READ, Target.of(organization));
            }
            Map<UserId, Membership> within = flat.find(query.organization(), query.workspace())
                    .filter(workspace -> own || mayReadMembers(caller, workspace))
                    .map(workspace -> memberships.findAll(Place.of(workspace.id()), query.users()))
                    .orElse(Map.of());
            Map<UserId, Standing> standings = new HashMap<>();
            memberships
                    .findAll(Place.of(query.organization()), query.users())
                    .forEach((user, membership) -> standings.put(user, new Standing(membership, within.get(user))));
            return standings;
        });
    }

    private boolean mayReadMembers(Caller caller, Workspace workspace) {
        return work.guard().allows(caller, RosterPermission.MEMBER_READ, Target.of(workspace));
    }
}
