package dev.roster.application.transfer;

import dev.roster.application.port.Datasets;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Roles;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lines refer to; roles and places are looked up once in a file. */
final class KnownPlaces {
    private final Roles roles;
    private final Organizations organizations;
    private final Workspaces workspaces;
    private final Datasets datasets;
    private final Users users;
    private final Map<RoleId, Role> seenRoles = new HashMap<>();
    private final Map<OrganizationId, Organization> seenOrganizations = new HashMap<>();
    private final Map<WorkspaceId, Workspace> seenWorkspaces = new HashMap<>();
    private final Map<DatasetId, Dataset> seenDatasets = new HashMap<>();

    @Inject
    KnownPlaces(Roles roles, Organizations organizations, Workspaces workspaces, Datasets datasets, Users users) {
        this.roles = roles;
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.users = users;
    }

    /** The role as it is here, whatever the line calls it. */
    RoleRef role(RoleRef meant) {
        return seenRoles.computeIfAbsent(meant.id(), roles::get).ref();
    }

    Role accountRoleOf(User user) {
        return seenRoles.computeIfAbsent(user.role().id(), roles::get);
    }

    /** The same for a membership or grant, none of which may make an owner. */
    RoleRef roleForPlace(RoleRef meant) {
        if (!meant.isForPlaces()) {
            throw RefusedException.invalid("role", "owner is an account role and cannot be held in a single place");
        }
        return role(meant);
    }

    @Nullable
    RoleRef ownRole(@Nullable RoleRef meant) {
        return meant == null ? null : roleForPlace(meant);
    }

    Organization organization(OrganizationId id) {
        return seenOrganizations.computeIfAbsent(id, organizations::get);
    }

    Workspace workspace(WorkspaceId id) {
        return seenWorkspaces.computeIfAbsent(id, workspaces::get);
    }

    Dataset dataset(DatasetId id) {
        return seenDatasets.computeIfAbsent(id, one -> datasets.get(one).dataset());
    }

    /** Nobody, or a user who is here or was. */
    void mustBeKnown(String field, @Nullable UserId id) {
        if (id != null) {
            KnownUsers.of(users.findAll(Set.of(id))).get(field, id);
        }
    }

    /** The same name under another id is another thing, and two cannot have it. */
    static void mustBeFree(String kind, Object name, boolean free) {
        if (!free) {
            throw RefusedException.conflict(
                    "name", "another " + kind + " has the name `" + name + "` here; rename one of the two");
        }
    }
}
