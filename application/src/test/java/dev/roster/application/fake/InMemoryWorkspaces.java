package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Pair;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Workspaces in memory. */
final class InMemoryWorkspaces implements Workspaces {
    private final InMemoryStore store;

    InMemoryWorkspaces(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Workspace add(Workspace workspace) {
        return store.write(tables -> {
            if (tables.workspaces.has(workspace.id())) {
                throw RefusedException.conflict("id", "there is a workspace with the id `" + workspace.id() + "`");
            }
            refuseTakenName(tables, workspace);
            return tables.workspaces.add(workspace.id(), workspace::withNumber);
        });
    }

    @Override
    public void update(Workspace workspace) {
        store.change(tables -> {
            refuseTakenName(tables, workspace);
            tables.workspaces.change(workspace.id(), before -> workspace.withNumber(before.number()));
        });
    }

    private static void refuseTakenName(Tables tables, Workspace workspace) {
        NameKey key = workspace.name().key();
        if (tables.workspaces.stream()
                .filter(other -> !other.id().equals(workspace.id()))
                .anyMatch(other -> other.name().key().equals(key))) {
            throw RefusedException.conflict("name", "the workspace name `" + workspace.name() + "` is taken");
        }
        if (shown(tables, workspace.organization(), workspace.shownKey())
                .filter(other -> !other.id().equals(workspace.id()))
                .isPresent()) {
            throw RefusedException.conflict(
                    workspace.shownField(),
                    workspace.shownField() + " `" + workspace.shownName()
                            + "` is already the title or name of another workspace of the organization");
        }
    }

    private static Optional<Workspace> shown(Tables tables, OrganizationId organization, NameKey key) {
        return tables.workspaces.stream()
                .filter(workspace -> workspace.organization().equals(organization)
                        && workspace.shownKey().equals(key))
                .findFirst();
    }

    @Override
    public boolean remove(WorkspaceId id) {
        return store.write(tables -> remove(tables, id));
    }

    @Override
    public Contents contents(WorkspaceId id) {
        return store.read(tables -> new Contents(
                tables.workspaceMemberships.stream()
                        .filter(membership -> membership.place().equals(Place.of(id)))
                        .count(),
                guests(tables, id),
                tables.grants.stream()
                        .filter(grant -> grant.workspace().equals(id))
                        .count(),
                tables.datasets.stream()
                        .filter(dataset -> dataset.workspace().equals(id))
                        .count()));
    }

    /** How many accounts end with it. */
    static long guests(Tables tables, WorkspaceId id) {
        return tables.users.stream()
                .filter(user -> user.status() != UserStatus.DELETED)
                .map(User::stay)
                .filter(stay -> stay != null && id.equals(stay.workspace()))
                .count();
    }

    static boolean remove(Tables tables, WorkspaceId id) {
        tables.workspaceMemberships.removeIf(membership -> membership.place().equals(Place.of(id)));
        tables.grants.removeIf(grant -> grant.workspace().equals(id));
        return tables.workspaces.remove(id);
    }

    /** Whether a workspace is that place or lies in it. */
    static boolean isIn(Tables tables, WorkspaceId id, Place place) {
        return place.either(
                organization -> tables.workspaces
                        .find(id)
                        .filter(workspace -> workspace.organization().equals(organization))
                        .isPresent(),
                id::equals);
    }

    @Override
    public Optional<Workspace> find(WorkspaceId id) {
        return store.read(tables -> tables.workspaces.find(id));
    }

    @Override
    public Optional<Workspace> findByNumber(long number) {
        return store.read(tables -> tables.workspaces.stream()
                .filter(workspace -> workspace.number() == number)
                .findFirst());
    }

    @Override
    public Optional<Workspace> findByName(NameKey name) {
        return store.read(tables -> tables.workspaces.stream()
                .filter(workspace -> workspace.name().key().equals(name))
                .findFirst());
    }

    @Override
    public Optional<Workspace> findByShownName(OrganizationId organization, NameKey shown) {
        return store.read(tables -> shown(tables, organization, shown));
    }

    @Override
    public Page<Workspace> list(Filter filter, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.workspaces.stream()
                        .filter(workspace -> Pages.contains(workspace.name().value(), filter.name()))
                        .filter(workspace -> Pages.contains(workspace.shownName(), filter.title()))
                        .filter(workspace -> filter.organization() == null
                                || filter.organization().equals(workspace.organization()))
                        .filter(workspace ->
                                filter.visibleTo() == null || isVisible(tables, workspace, filter.visibleTo())),
                page,
                Workspace::number));
    }

    static boolean isVisible(Tables tables, Workspace workspace, UserId user) {
        return tables.workspaceMemberships.has(new Pair<>(Place.of(workspace.id()), user))
                || hasGrantOn(tables, workspace, user)
                || tables.organizationMemberships
                        .find(new Pair<>(Place.of(workspace.organization()), user))
                        .filter(membership -> reachesWorkspaces(tables, membership.role()))
                        .isPresent();
    }

    private static boolean hasGrantOn(Tables tables, Workspace workspace, UserId user) {
        return tables.grants.stream()
                .anyMatch(grant -> grant.user().equals(user)
                        && grant.workspace().equals(workspace.id())
                        && grant.dataset() == null);
    }

    private static boolean reachesWorkspaces(Tables tables, @Nullable RoleRef role) {
        return role != null
                && tables.roles.find(role.id()).filter(Role::reachesWorkspaces).isPresent();
    }
}
