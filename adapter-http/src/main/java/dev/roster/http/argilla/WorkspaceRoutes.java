package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.application.workspace.DeleteWorkspace;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.PermissionFirst;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Workspaces in {@code /api/v1}; they are listed under {@code /api/v1/me} alone. */
final class WorkspaceRoutes implements RouteGroup {
    static final String ENTITY = "Workspace";

    private final CreateWorkspace createWorkspace;
    private final FindWorkspace findWorkspace;
    private final DeleteWorkspace deleteWorkspace;
    private final PermissionFirst permissionFirst;

    @Inject
    WorkspaceRoutes(
            CreateWorkspace createWorkspace,
            FindWorkspace findWorkspace,
            DeleteWorkspace deleteWorkspace,
            PermissionFirst permissionFirst) {
        this.createWorkspace = createWorkspace;
        this.findWorkspace = findWorkspace;
        this.deleteWorkspace = deleteWorkspace;
        this.permissionFirst = permissionFirst;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/api/v1/workspaces", this::create);
        routes.get("/api/v1/workspaces/{workspace_id}", this::show);
        routes.delete("/api/v1/workspaces/{workspace_id}", this::delete);
    }

    private void create(Call call) {
        Caller caller = call.caller();
        Inputs inputs = Inputs.withBody(call);
        Field<WorkspaceId> id = inputs.optionalId("id", WorkspaceId::new);
        Field<WorkspaceName> name = inputs.text("name", TextRule.FILLED, WorkspaceName::new);
        inputs.check();
        CreateWorkspace.Command command =
                CreateWorkspace.Command.named(name.get()).withId(id.orNull());
        Workspace created = Translated.on(
                Kind.CONFLICT,
                () -> createWorkspace.handle(caller, command),
                taken -> notUnique(caller, name.get(), command.id(), taken));
        call.answer(201, WorkspaceJson.SHAPE, WorkspaceJson.of(created));
    }

    /** Where both are taken the original names the name, whichever the store met first. */
    private Refusal notUnique(Caller caller, WorkspaceName name, @Nullable WorkspaceId id, RefusedException taken) {
        boolean onlyId =
                "id".equals(taken.field()) && Translated.isMissing(() -> findWorkspace.byName(caller, name.value()));
        return Refusal.text(
                409,
                onlyId
                        ? "Workspace with id `" + id + "` is not unique"
                        : "Workspace name `" + name + "` is not unique");
    }

    private void show(Call call) {
        Caller caller = call.caller();
        WorkspaceId id = id(call);
        Workspace found = permissionFirst.orElse(
                caller,
                RosterPermission.WORKSPACE_READ,
                () -> findWorkspace.handle(caller, id),
                missing -> Refusal.notFound(ENTITY, id));
        call.answer(WorkspaceJson.SHAPE, WorkspaceJson.of(found));
    }

    private void delete(Call call) {
        Caller caller = call.caller();
        WorkspaceId id = id(call);
        Workspace deleted = permissionFirst.orElse(
                caller,
                RosterPermission.WORKSPACE_DELETE,
                () -> Translated.on(
                        Kind.CONFLICT,
                        () -> deleteWorkspace
                                .handle(caller, DeleteWorkspace.Command.empty(id))
                                .workspace(),
                        blocked -> hasDatasets(id, blocked.blockers())),
                missing -> Refusal.notFound(ENTITY, id));
        call.answer(WorkspaceJson.SHAPE, WorkspaceJson.of(deleted));
    }

    /** The sentences of the original, and which datasets it means. */
    private static Refusal hasDatasets(WorkspaceId id, List<String> names) {
        String listed = names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return Refusal.text(
                409, "Cannot delete the workspace " + id + ". This workspace has some datasets linked: " + listed);
    }

    static WorkspaceId id(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<WorkspaceId> id = inputs.path("workspace_id", WorkspaceId::new);
        inputs.check();
        return id.get();
    }
}
