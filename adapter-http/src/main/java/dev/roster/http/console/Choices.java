package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Decide;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.role.ListRoles;
import dev.roster.application.workspace.ListWorkspaces;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.console.view.OptionView;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What forms offer to choose from. A list may be cut, so a form also takes what is typed. */
final class Choices {
    private final ListRoles listRoles;
    private final ListWorkspaces listWorkspaces;
    private final ListOrganizations listOrganizations;
    private final May may;

    @Inject
    Choices(ListRoles listRoles, ListWorkspaces listWorkspaces, ListOrganizations listOrganizations, May may) {
        this.listRoles = listRoles;
        this.listWorkspaces = listWorkspaces;
        this.listOrganizations = listOrganizations;
        this.may = may;
    }

    /** All roles to those who may read them, to others those that everybody knows. */
    List<OptionView> roles(Caller caller) {
        return allRoles(caller).map(Choices::option).toList();
    }

    /** The same without those that are for accounts alone. */
    List<OptionView> rolesForPlaces(Caller caller) {
        return allRoles(caller).filter(Role::isForPlaces).map(Choices::option).toList();
    }

    private Stream<Role> allRoles(Caller caller) {
        return may.everywhere(caller, RosterPermission.ROLE_READ)
                ? listRoles.handle(caller, PageRequest.first(PageRequest.MOST)).items().stream()
                : Stream.of(PredefinedRole.values()).map(PredefinedRole::role);
    }

    private static OptionView option(Role role) {
        return OptionView.named(role.id().toString(), role.name().value());
    }

    /** The first {@value Decide#MOST} workspaces, of which those where the caller may do that. */
    List<Workspace> workspaces(Caller caller, RosterPermission permission) {
        List<Workspace> all = listWorkspaces
                .handle(caller, ListWorkspaces.Query.all(), PageRequest.first(Decide.MOST))
                .items();
        return where(caller, permission, all, Target::of);
    }

    /** The same of organizations. */
    List<Organization> organizations(Caller caller, RosterPermission permission) {
        List<Organization> all = listOrganizations
                .handle(caller, null, PageRequest.first(Decide.MOST))
                .items();
        return where(caller, permission, all, Target::of);
    }

    private <T> List<T> where(Caller caller, RosterPermission permission, List<T> places, Function<T, Target> target) {
        Set<Target.Ref> allowed = may.among(
                caller,
                permission,
                places.stream().map(place -> target.apply(place).ref()).toList());
        return places.stream()
                .filter(place -> allowed.contains(target.apply(place).ref()))
                .toList();
    }

    static List<OptionView> options(List<Workspace> workspaces) {
        return workspaces.stream()
                .map(workspace -> OptionView.named(workspace.id().toString(), workspace.shownName()))
                .toList();
    }

    /** The names by which they can be typed. */
    static List<OptionView> names(List<Workspace> workspaces) {
        return workspaces.stream()
                .map(workspace -> OptionView.named(workspace.name().value(), workspace.shownName()))
                .toList();
    }
}
