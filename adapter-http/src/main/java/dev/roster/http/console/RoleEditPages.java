package dev.roster.http.console;

import dev.roster.application.Change;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.role.DeleteRole;
import dev.roster.application.role.FindRole;
import dev.roster.application.role.ListRoles;
import dev.roster.application.role.UpdateRole;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.console.view.Choice;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.RoleDeleteView;
import dev.roster.http.console.view.RoleFormView;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One custom role: changed after a look at what that brings whom, or deleted. */
final class RoleEditPages implements ConsolePages {
    private static final String PATH = "/roles/{role}";
    private static final int SHOWN = 50;

    private final FindRole findRole;
    private final ListRoles listRoles;
    private final UpdateRole updateRole;
    private final DeleteRole deleteRole;
    private final Catalogue catalogue;
    private final Portraits portraits;
    private final May may;
    private final Screens screens;

    @Inject
    RoleEditPages(
            FindRole findRole,
            ListRoles listRoles,
            UpdateRole updateRole,
            DeleteRole deleteRole,
            Catalogue catalogue,
            Portraits portraits,
            May may,
            Screens screens) {
        this.findRole = findRole;
        this.listRoles = listRoles;
        this.updateRole = updateRole;
        this.deleteRole = deleteRole;
        this.catalogue = catalogue;
        this.portraits = portraits;
        this.may = may;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::edit).producing(MediaTypes.HTML);
        routes.post(PATH, this::update).producing(MediaTypes.HTML);
        routes.get(PATH + "/delete", this::askToDelete).producing(MediaTypes.HTML);
        routes.post(PATH + "/delete", this::delete).producing(MediaTypes.HTML);
    }

    private Role role(Call call) {
        return findRole.handle(call.caller(), call.path("role", RoleId::parse));
    }

    private void edit(Call call) {
        Role role = role(call);
        FormView form = FormView.of(Map.of("name", role.name().value(), "description", role.description()))
                .ticking("permission", keys(role.permissions()))
                .ticking("assigned", keys(role.assignedOnly()));
        screens.show(
                call,
                view(call, role, role.reachesWorkspaces() ? form.ticking("reaches_workspaces", "on") : form, null));
    }

    private static String[] keys(PermissionSet permissions) {
        return permissions.stream().map(Permission::key).toArray(String[]::new);
    }

    /** @throws RefusedException FORBIDDEN for those who may neither change nor delete it */
    private RoleFormView view(Call call, Role role, FormView form, RoleFormView.@Nullable Outcome outcome) {
        Target.Ref target = Target.of(role).ref();
        Set<RosterPermission> allowed =
                may.at(call.caller(), target, RosterPermission.ROLE_UPDATE, RosterPermission.ROLE_DELETE);
        if (allowed.isEmpty()) {
            may.require(call.caller(), target, RosterPermission.ROLE_UPDATE);
        }
        boolean custom = !role.isPredefined();
        String action = Site.pathOf(call.context()) + "/roles/" + role.id();
        return new RoleFormView(
                role.name().value(),
                action,
                form,
                catalogue.groups(call.caller()),
                outcome,
                custom && allowed.contains(RosterPermission.ROLE_UPDATE),
                custom && allowed.contains(RosterPermission.ROLE_DELETE) ? action + "/delete" : null);
    }

    private void update(Call call) {
        TypedForm form = TypedForm.of(call);
        Role role = role(call);
        RoleInput input = RoleInput.of(form);
        RoleFormView.Outcome outcome = null;
        if (form.isRight()) {
            try {
                if (!form.raw("step").equals("preview")) {
                    updateRole.handle(call.caller(), command(role, input));
                    screens.moveOn(call, "/roles", "role.updated");
                    return;
                }
                outcome = outcome(call, command(role, input));
            } catch (RefusedException refusal) {
                Mendable.note(form, refusal, RoleInput.FIELDS);
            }
        }
        screens.show(call.context(), form.isRight() ? 200 : 422, view(call, role, form.view(), outcome));
    }

    private static UpdateRole.Command command(Role role, RoleInput input) {
        return UpdateRole.Command.of(role.id())
                .withName(Change.to(input.name().get()))
                .withDescription(Change.to(input.description()))
                .withPermissions(Change.to(input.permissions()))
                .withAssignedOnly(Change.to(input.assignedOnly()))
                .withReachesWorkspaces(Change.to(input.reachesWorkspaces()));
    }

    private RoleFormView.Outcome outcome(Call call, UpdateRole.Command command) {
        Portraits.Gallery gallery = portraits.of(call);
        Page<UpdateRole.Affected> affected = updateRole.preview(call.caller(), command, PageRequest.first(SHOWN));
        return new RoleFormView.Outcome(
                affected.items().stream()
                        .map(one -> new RoleFormView.Affected(
                                gallery.shown(one.user()),
                                one.effects().stream().map(Permissions::shown).toList(),
                                Permissions.ending(one.ends())))
                        .toList(),
                affected.next() != null);
    }

    private void askToDelete(Call call) {
        Role role = role(call);
        may.require(call.caller(), Target.of(role).ref(), RosterPermission.ROLE_DELETE);
        screens.show(call, deleteView(call, role, FormView.EMPTY, List.of()));
    }

    private RoleDeleteView deleteView(Call call, Role role, FormView form, List<String> blockers) {
        List<Choice> others = RolePages.all(listRoles, call.caller()).stream()
                .filter(other -> other.isForPlaces() && !other.id().equals(role.id()))
                .map(other -> other.name().value())
                .map(name -> new Choice(name, name, false))
                .toList();
        return new RoleDeleteView(role.name().value(), "/roles/" + role.id(), form, others, blockers);
    }

    private void delete(Call call) {
        TypedForm form = TypedForm.of(call);
        String replacement = form.text("reassign");
        Role role = role(call);
        try {
            deleteRole.handle(
                    call.caller(), new DeleteRole.Command(role.id(), replacement.isEmpty() ? null : replacement));
            screens.moveOn(call, "/roles", "role.deleted");
        } catch (RefusedException refusal) {
            Mendable.note(form, refusal, Set.of("reassign"));
            boolean held = refusal.kind() == Kind.CONFLICT;
            screens.again(call, form, deleteView(call, role, form.view(), held ? refusal.blockers() : List.of()));
        }
    }
}
