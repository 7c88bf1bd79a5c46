package dev.roster.application.declaration;

import dev.roster.application.access.Caller;
import dev.roster.application.access.PermissionLookup;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Roles;
import dev.roster.application.role.CreateRole;
import dev.roster.application.role.ListRoles;
import dev.roster.application.role.UpdateRole;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.text.NameKey;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the roles that are declared with those that there are. */
final class RoleComparison {
    private final ListRoles listRoles;
    private final CreateRole createRole;
    private final UpdateRole updateRole;
    private final PermissionLookup permissions;
    private final Roles roles;

    @Inject
    RoleComparison(
            ListRoles listRoles,
            CreateRole createRole,
            UpdateRole updateRole,
            PermissionLookup permissions,
            Roles roles) {
        this.listRoles = listRoles;
        this.createRole = createRole;
        this.updateRole = updateRole;
        this.permissions = permissions;
        this.roles = roles;
    }

    /** Returns the roles that there will be. */
    Map<NameKey, RoleName> compare(Caller caller, List<DeclaredRole> declared, Draft draft) {
        Map<NameKey, Role> there = new HashMap<>();
        Pages.all(page -> listRoles.handle(caller, page))
                .forEach(role -> there.put(role.name().key(), role));
        Map<NameKey, RoleName> known = new HashMap<>();
        there.forEach((key, role) -> known.put(key, role.name()));
        for (DeclaredRole wanted : declared) {
            compare(caller, wanted, there.get(wanted.name().key()), draft);
            known.putIfAbsent(wanted.name().key(), wanted.name());
        }
        return known;
    }

    private void compare(Caller caller, DeclaredRole wanted, @Nullable Role before, Draft draft) {
        List<String> path = path(wanted);
        if (!draft.isFirst(Step.Kind.ROLE, wanted.name().key(), path)) {
            return;
        }
        draft.look(path, () -> {
            if (before == null) {
                add(caller, wanted, draft);
            } else {
                change(caller, wanted, before, draft);
            }
        });
    }

    private static List<String> path(DeclaredRole wanted) {
        return List.of("roles", wanted.name().value());
    }

    private void add(Caller caller, DeclaredRole wanted, Draft draft) {
        CreateRole.Command command = CreateRole.Command.of(
                        wanted.name(), wanted.permissions().orElse(PermissionSet.none()))
                .withDescription(wanted.description().orElse(""))
                .withAssignedOnly(wanted.assignedOnly().orElse(PermissionSet.none()))
                .withReachesWorkspaces(wanted.reachesWorkspaces().orElse(false));
        permissions.requireAllKnown(command.permissions());
        Step step = Step.of(Step.Action.ADD, Step.Kind.ROLE, command.name(), null)
                .with("description", null, command.description())
                .with("permissions", null, command.permissions())
                .with("assigned_only", null, command.assignedOnly())
                .with("reaches_workspaces", false, command.reachesWorkspaces());
        draft.add(path(wanted), step, () -> createRole.handle(caller, command));
    }

    private void change(Caller caller, DeclaredRole wanted, Role before, Draft draft) {
        UpdateRole.Command command = UpdateRole.Command.of(before.id())
                .withDescription(wanted.description())
                .withPermissions(wanted.permissions())
                .withAssignedOnly(wanted.assignedOnly())
                .withReachesWorkspaces(wanted.reachesWorkspaces());
        Role after = command.appliedTo(before);
        Step step = Step.of(Step.Action.CHANGE, Step.Kind.ROLE, before.name(), null)
                .with("description", before.description(), after.description())
                .with("permissions", before.permissions(), after.permissions())
                .with("assigned_only", before.assignedOnly(), after.assignedOnly())
                .with("reaches_workspaces", before.reachesWorkspaces(), after.reachesWorkspaces());
        if (!step.changes().isEmpty()) {
            requireChangeable(caller, command);
            roles.holdersAndTheirServices(before.id(), PageRequest.first(PageRequest.MOST))
                    .items()
                    .forEach(holder -> draft.concern(holder.id()));
            draft.add(path(wanted), step, () -> updateRole.handle(caller, command));
        }
    }

    /** @throws RefusedException where the change itself would be refused */
    private void requireChangeable(Caller caller, UpdateRole.Command command) {
        updateRole.preview(caller, command, PageRequest.first(1));
    }
}
