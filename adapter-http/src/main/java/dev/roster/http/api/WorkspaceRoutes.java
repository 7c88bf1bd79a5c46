package dev.roster.http.api;

import dev.roster.application.port.Workspaces;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.application.workspace.DeleteWorkspace;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.application.workspace.ListWorkspaces;
import dev.roster.application.workspace.UpdateWorkspace;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import dev.roster.http.web.Shown;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.function.Function;

/** Workspaces. */
final class WorkspaceRoutes implements RouteGroup {
    /** What would go with a workspace. */
    private record ContentsJson(long members, long guests, long grants, long datasets) {
        static ContentsJson of(Workspaces.Contents contents) {
            return new ContentsJson(contents.members(), contents.guests(), contents.grants(), contents.datasets());
        }
    }

    private static final Shape<WorkspaceJson> SHAPE = Shape.of(WorkspaceJson.class);
    private static final Shape<Listing<WorkspaceJson>> LIST = Shape.listOf(WorkspaceJson.class);

    private static final Shape<ContentsJson> CONTENTS = Shape.of(ContentsJson.class);

    private final ListWorkspaces listWorkspaces;
    private final FindWorkspace findWorkspace;
    private final CreateWorkspace createWorkspace;
    private final UpdateWorkspace updateWorkspace;
    private final DeleteWorkspace deleteWorkspace;

    @Inject
    WorkspaceRoutes(
            ListWorkspaces listWorkspaces,
            FindWorkspace findWorkspace,
            CreateWorkspace createWorkspace,
            UpdateWorkspace updateWorkspace,
            DeleteWorkspace deleteWorkspace) {
        this.listWorkspaces = listWorkspaces;
        this.findWorkspace = findWorkspace;
        this.createWorkspace = createWorkspace;
        this.updateWorkspace = updateWorkspace;
        this.deleteWorkspace = deleteWorkspace;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/workspaces", this::list).taking("name", "title", "organization_id", "limit", "cursor");
        routes.post("/workspaces", this::create);
        routes.show("/workspaces/{workspace_id}", this::shown);
        routes.patch("/workspaces/{workspace_id}", this::update);
        routes.delete("/workspaces/{workspace_id}", this::delete).taking("contents");
        routes.get("/workspaces/{workspace_id}/contents", this::contents);
    }

    private void list(Call call) {
        ListWorkspaces.Query query = ListWorkspaces.Query.all()
                .withName(call.query().text("name"))
                .withTitle(call.query().text("title"))
                .withOrganization(call.query().read("organization_id", OrganizationId::parse));
        call.answer(LIST, listWorkspaces.handle(call.caller(), query, call.page()), WorkspaceJson::of);
    }

    private void create(Call call) {
        JsonObject body = call.body("id", "name", "organization_id", "title", "description");
        Workspace workspace = createWorkspace.handle(
                call.caller(),
                CreateWorkspace.Command.called(body.optional("name", WorkspaceName::new), body.optional("title"))
                        .withId(body.optional("id", WorkspaceId::parse))
                        .withOrganization(body.optional("organization_id", OrganizationId::parse))
                        .withDescription(Objects.requireNonNullElse(body.optional("description"), "")));
        call.created("/v1/workspaces/" + workspace.id(), SHAPE, WorkspaceJson.of(workspace));
    }

    private Shown shown(Call call) {
        return Shown.json(SHAPE, WorkspaceJson.of(findWorkspace.handle(call.caller(), id(call))));
    }

    private void update(Call call) {
        WorkspaceId workspace = id(call);
        JsonObject body = call.body("name", "title", "description");
        UpdateWorkspace.Command command = new UpdateWorkspace.Command(
                workspace,
                body.change("name", WorkspaceName::new),
                body.nullableChange("title", Function.identity()),
                body.nullableChange("description", Function.identity()));
        call.answer(Shown.json(SHAPE, WorkspaceJson.of(updateWorkspace.handle(call.caller(), command))));
    }

    private void delete(Call call) {
        boolean contents = Boolean.TRUE.equals(call.query().read("contents", Fields::flag));
        deleteWorkspace.handle(call.caller(), new DeleteWorkspace.Command(id(call), contents));
        call.noContent();
    }

    private void contents(Call call) {
        DeleteWorkspace.Deleted deleted = deleteWorkspace.preview(call.caller(), id(call));
        call.answer(CONTENTS, ContentsJson.of(deleted.contents()));
    }

    static WorkspaceId id(Call call) {
        return call.path("workspace_id", WorkspaceId::parse);
    }
}
