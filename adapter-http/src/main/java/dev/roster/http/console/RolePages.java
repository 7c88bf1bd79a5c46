package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.role.CreateRole;
import dev.roster.application.role.ListRoles;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.RoleFormView;
import dev.roster.http.console.view.RolesView;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The matrix of roles and permissions, and new roles. */
final class RolePages implements ConsolePages {
    private static final String PATH = "/roles";

    /** How many columns a page has room for beside the predefined ones. */
    private static final int COLUMNS = 12;

    private final ListRoles listRoles;
    private final CreateRole createRole;
    private final Catalogue catalogue;
    private final May may;
    private final Screens screens;

    @Inject
    RolePages(ListRoles listRoles, CreateRole createRole, Catalogue catalogue, May may, Screens screens) {
        this.listRoles = listRoles;
        this.createRole = createRole;
        this.catalogue = catalogue;
        this.may = may;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::show).producing(MediaTypes.HTML);
        routes.get(PATH + "/new", this::begin).producing(MediaTypes.HTML);
        routes.post(PATH + "/new", this::create).producing(MediaTypes.HTML);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(MenuEntry.forEverybody(80, MenuEntry.Section.PLACES, "roles.title", PATH, "role"));
    }

    private void show(Call call) {
        Caller caller = call.caller();
        Set<RosterPermission> allowed = may.at(
                caller,
                Target.Ref.instance(),
                RosterPermission.ROLE_READ,
                RosterPermission.ROLE_CREATE,
                RosterPermission.ROLE_UPDATE,
                RosterPermission.ROLE_DELETE);
        Page<Role> custom = allowed.contains(RosterPermission.ROLE_READ)
                ? listRoles.handle(caller, false, Paged.of(call, COLUMNS))
                : new Page<>(List.of(), null);
        boolean edit = allowed.contains(RosterPermission.ROLE_UPDATE) || allowed.contains(RosterPermission.ROLE_DELETE);
        List<RolesView.Head> heads = new ArrayList<>();
        for (PredefinedRole role : PredefinedRole.values()) {
            heads.add(head(role.role(), null));
        }
        custom.items().forEach(role -> heads.add(head(role, edit ? path(call, role) : null)));
        screens.show(
                call,
                new RolesView(
                        heads,
                        catalogue.groups(caller, custom.items()),
                        Paged.pager(call, custom),
                        allowed.contains(RosterPermission.ROLE_CREATE)));
    }

    private static RolesView.Head head(Role role, @Nullable String href) {
        return new RolesView.Head(role.name().value(), role.description(), role.isPredefined(), href);
    }

    private static String path(Call call, Role role) {
        return Site.pathOf(call.context()) + PATH + "/" + role.id();
    }

    private void begin(Call call) {
        may.require(call.caller(), Target.Ref.instance(), RosterPermission.ROLE_CREATE);
        screens.show(call, view(call, FormView.EMPTY));
    }

    private RoleFormView view(Call call, FormView form) {
        return new RoleFormView(
                null,
                Site.pathOf(call.context()) + PATH + "/new",
                form,
                catalogue.groups(call.caller()),
                null,
                true,
                null);
    }

    private void create(Call call) {
        TypedForm form = TypedForm.of(call);
        RoleInput input = RoleInput.of(form);
        if (form.isRight()) {
            try {
                createRole.handle(
                        call.caller(),
                        CreateRole.Command.of(input.name().get(), input.permissions())
                                .withDescription(input.description())
                                .withAssignedOnly(input.assignedOnly())
                                .withReachesWorkspaces(input.reachesWorkspaces()));
                screens.moveOn(call, PATH, "role.created");
                return;
            } catch (RefusedException refusal) {
                Mendable.note(form, refusal, RoleInput.FIELDS);
            }
        }
        screens.again(call, form, view(call, form.view()));
    }

    /** The first roles that there are, to choose from. */
    static List<Role> all(ListRoles listRoles, Caller caller) {
        return listRoles.handle(caller, PageRequest.first(PageRequest.MOST)).items();
    }
}
