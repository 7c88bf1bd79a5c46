package dev.roster.cli.terminal;

import dev.roster.application.dataset.ListDatasets;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserFilter;
import dev.roster.application.role.ListPermissions;
import dev.roster.application.role.ListRoles;
import dev.roster.application.user.ListUsers;
import dev.roster.application.workspace.ListWorkspaces;
import dev.roster.domain.role.Permission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is called something with a text in it, as far as the operator may read it. Each question reads one page, however many
 * names there are. An empty text is in every name.
 */
public final class StoredNames {
    private static final PageRequest PAGE = PageRequest.first(PageRequest.MOST);

    private final Operator operator;
    private final Provider<ListUsers> users;
    private final Provider<ListWorkspaces> workspaces;
    private final Provider<ListDatasets> datasets;
    private final Provider<ListOrganizations> organizations;
    private final Provider<ListRoles> roles;
    private final Provider<ListPermissions> permissions;

    @Inject
    StoredNames(
            Operator operator,
            Provider<ListUsers> users,
            Provider<ListWorkspaces> workspaces,
            Provider<ListDatasets> datasets,
            Provider<ListOrganizations> organizations,
            Provider<ListRoles> roles,
            Provider<ListPermissions> permissions) {
        this.operator = operator;
        this.users = users;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.organizations = organizations;
        this.roles = roles;
        this.permissions = permissions;
    }

    /** Users with the text in the username, a name or the e-mail address. */
    public Stream<User> users(String text) {
        UserFilter filter = UserFilter.all().withText(given(text));
        return users.get().handle(operator.caller(), filter, PAGE).items().stream();
    }

    public Stream<String> workspaces(String text) {
        ListWorkspaces.Query query = ListWorkspaces.Query.all().withName(given(text));
        return workspaces.get().handle(operator.caller(), query, PAGE).items().stream()
                .map(workspace -> workspace.name().toString());
    }

    public Stream<String> organizations(String text) {
        return organizations.get().handle(operator.caller(), given(text), PAGE).items().stream()
                .map(organization -> organization.name().toString());
    }

    /** As {@code WORKSPACE/DATASET}, of all workspaces; the text is a part of the dataset's own name. */
    public Stream<String> datasets(String text) {
        ListDatasets.Query query = ListDatasets.Query.all().withName(given(text));
        return datasets.get().handle(operator.caller(), query, PAGE).items().stream()
                .map(found -> found.workspace().name() + "/" + found.dataset().name());
    }

    /** All of them. */
    public Stream<String> roles() {
        return roles.get().handle(operator.caller(), PAGE).items().stream()
                .map(role -> role.name().toString());
    }

    /** All of them. */
    public Stream<String> permissions() {
        return permissions.get().handle(operator.caller()).stream()
                .map(ListPermissions.Listed::permission)
                .map(Permission::key);
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
