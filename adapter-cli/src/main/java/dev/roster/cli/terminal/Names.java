package dev.roster.cli.terminal;

import dev.roster.application.dataset.FindDataset;
import dev.roster.application.grant.GrantPlace;
import dev.roster.application.grant.ListGrants;
import dev.roster.application.organization.FindOrganization;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Grants;
import dev.roster.application.port.UserFilter;
import dev.roster.application.role.FindRole;
import dev.roster.application.user.FindUser;
import dev.roster.application.user.ListUsers;
import dev.roster.application.work.Lookups;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds what people name: by id where the text is one, else, and where no such id is known, by name. What is found is asked
 * for again in the transaction that changes something; see {@link Lookups}.
 */
public final class Names {
    private final Operator operator;
    private final Lookups lookups;
    private final Provider<FindUser> users;
    private final Provider<ListUsers> userLists;
    private final Provider<FindWorkspace> workspaces;
    private final Provider<FindDataset> datasets;
    private final Provider<FindOrganization> organizations;
    private final Provider<FindRole> roles;
    private final Provider<ListGrants> grants;

    @Inject
    Names(
            Operator operator,
            Lookups lookups,
            Provider<FindUser> users,
            Provider<ListUsers> userLists,
            Provider<FindWorkspace> workspaces,
            Provider<FindDataset> datasets,
            Provider<FindOrganization> organizations,
            Provider<FindRole> roles,
            Provider<ListGrants> grants) {
        this.operator = operator;
        this.lookups = lookups;
        this.users = users;
        this.userLists = userLists;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.organizations = organizations;
        this.roles = roles;
        this.grants = grants;
    }

    /** By id, username or e-mail. */
    public User user(String name) {
        return lookups.find("user", name, () -> userCalled(name), User::id);
    }

    private User userCalled(String name) {
        return find(
                name,
                () -> users.get().handle(operator.caller(), UserId.parse(name)),
                () -> users.get().byLogin(operator.caller(), name));
    }

    /** Empty if no user has this name. */
    public Optional<User> findUser(String name) {
        try {
            return Optional.of(user(name));
        } catch (RefusedException refused) {
            if (refused.kind() == RefusedException.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /**
     * The id of a deleted user, by their former username or e-mail address; another user may have it by now.
     *
     * @throws RefusedException NOT_FOUND naming {@code user}; CONFLICT naming {@code user} where several were called so
     */
    public UserId deletedUser(String name) {
        return Uuids.isUuid(name)
                ? UserId.parse(name)
                : lookups.find("user", name, () -> deletedUserCalled(name), Function.identity());
    }

    private UserId deletedUserCalled(String name) {
        NameKey key = NameKey.of(name.strip());
        UserFilter deleted = UserFilter.all().withText(name.strip()).withStatuses(Set.of(UserStatus.DELETED));
        List<UserId> found = Pages.all(page -> userLists.get().handle(operator.caller(), deleted, page)).stream()
                .filter(user -> isCalled(user, key))
                .map(User::id)
                .toList();
        if (found.size() > 1) {
            String ids = found.stream().map(UserId::toString).collect(Collectors.joining(", "));
            throw RefusedException.conflict(
                    "user",
                    "several deleted users were called " + UserText.quote(name) + ", give the id of one: " + ids);
        }
        // Whoever is not deleted yet is told so by the use case.
        return found.isEmpty() ? userCalled(name).id() : found.get(0);
    }

    private static boolean isCalled(User user, NameKey key) {
        return user.username().key().equals(key)
                || (user.email() != null && user.email().key().equals(key));
    }

    public Workspace workspace(String name) {
        return lookups.find("workspace", name, () -> workspaceCalled(name), Workspace::id);
    }

    private Workspace workspaceCalled(String name) {
        return find(
                name,
                () -> workspaces.get().handle(operator.caller(), WorkspaceId.parse(name)),
                () -> workspaces.get().byName(operator.caller(), name));
    }

    /** By id, or as {@code WORKSPACE/DATASET}. */
    public Datasets.Located dataset(String name) {
        return lookups.find(
                "dataset",
                name,
                () -> datasetCalled(name),
                located -> located.dataset().id());
    }

    private Datasets.Located datasetCalled(String name) {
        return find(
                name, () -> datasets.get().handle(operator.caller(), DatasetId.parse(name)), () -> datasetByPath(name));
    }

    private Datasets.Located datasetByPath(String name) {
        if (Uuids.isUuid(name)) {
            throw RefusedException.notFound("dataset", name);
        }
        DatasetPath path = DatasetPath.parse(name);
        Workspace workspace = workspaceCalled(path.workspace());
        try {
            return datasets.get().byName(operator.caller(), workspace.id(), path.dataset());
        } catch (RefusedException refused) {
            // By the name that was written: without its workspace it would be one of many.
            throw refused.kind() == RefusedException.Kind.NOT_FOUND
                    ? RefusedException.notFound("dataset", name)
                    : refused;
        }
    }

    public Organization organization(String name) {
        return lookups.find("organization", name, () -> organizationCalled(name), Organization::id);
    }

    private Organization organizationCalled(String name) {
        return find(
                name,
                () -> organizations.get().handle(operator.caller(), OrganizationId.parse(name)),
                () -> organizations.get().byName(operator.caller(), name));
    }

    public Role role(String name) {
        return lookups.find("role", name, () -> roleCalled(name), Role::id);
    }

    private Role roleCalled(String name) {
        return find(
                name,
                () -> roles.get().handle(operator.caller(), RoleId.parse(name)),
                () -> roles.get().byName(operator.caller(), name));
    }

    /** @throws RefusedException INVALID naming {@code place} for anything but a workspace or dataset */
    public GrantPlace grantPlace(TargetName target) {
        return switch (target.kind()) {
            case WORKSPACE ->
                new GrantPlace.OnWorkspace(workspace(target.name()).id());
            case DATASET ->
                new GrantPlace.OnDataset(dataset(target.name()).dataset().id());
            case INSTANCE, USER, ROLE, ORGANIZATION ->
                throw RefusedException.invalid(
                        "place",
                        "a grant is on a workspace or a dataset, not on "
                                + target.kind().word());
        };
    }

    /**
     * The one grant that a user has on a workspace or dataset.
     *
     * @throws RefusedException NOT_FOUND naming {@code grant}
     */
    public Grants.Granted grant(TargetName target, String user) {
        GrantPlace place = grantPlace(target);
        User holder = user(user);
        Grants.Filter filter = place instanceof GrantPlace.OnDataset on
                ? Grants.Filter.all().withUser(holder.id()).withDataset(on.dataset())
                : Grants.Filter.all().withUser(holder.id()).withWorkspace(((GrantPlace.OnWorkspace) place).workspace());
        boolean onDataset = filter.dataset() != null;
        return Pages.all(page -> grants.get().handle(operator.caller(), filter, page)).stream()
                .filter(granted -> (granted.dataset() != null) == onDataset)
                .findFirst()
                .orElseThrow(() -> RefusedException.missing(
                        "grant",
                        "`" + holder.username() + "` has no grant on "
                                + target.kind().word() + " " + UserText.quote(target.name())));
    }

    /** The thing that a kind and a name mean together; an id that nothing has is taken as it is, to be denied. */
    public Target.Ref target(TargetName target) {
        try {
            return known(target);
        } catch (RefusedException refused) {
            if (refused.kind() == RefusedException.Kind.NOT_FOUND && Uuids.isUuid(target.name())) {
                return new Target.Ref(target.kind(), Uuids.parse("target", target.name()));
            }
            throw refused;
        }
    }

    private Target.Ref known(TargetName target) {
        String name = target.name();
        return switch (target.kind()) {
            case INSTANCE -> Target.Ref.instance();
            case USER -> Target.of(user(name)).ref();
            case ROLE -> Target.of(role(name)).ref();
            case ORGANIZATION -> Target.of(organization(name)).ref();
            case WORKSPACE -> Target.of(workspace(name)).ref();
            case DATASET -> dataset(name).target().ref();
        };
    }

    private static <T> T find(String text, Supplier<T> byId, Supplier<T> byName) {
        if (!Uuids.isUuid(text)) {
            return byName.get();
        }
        try {
            return byId.get();
        } catch (RefusedException refused) {
            if (refused.kind() != RefusedException.Kind.NOT_FOUND) {
                throw refused;
            }
            return byName.get();
        }
    }
}
