package dev.roster.http.arize;

import dev.roster.application.Change;
import dev.roster.application.organization.FindOrganization;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.application.workspace.DeleteWorkspace;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.application.workspace.ListWorkspaces;
import dev.roster.application.workspace.UpdateWorkspace;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.Times;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Spaces, which are workspaces under their titles, and their members (contract §5). */
final class SpaceRoutes implements RouteGroup {
    private final ListWorkspaces listWorkspaces;
    private final FindWorkspace findWorkspace;
    private final FindOrganization findOrganization;
    private final CreateWorkspace createWorkspace;
    private final UpdateWorkspace updateWorkspace;
    private final DeleteWorkspace deleteWorkspace;
    private final MembersOf members;

    @Inject
    SpaceRoutes(
            ListWorkspaces listWorkspaces,
            FindWorkspace findWorkspace,
            FindOrganization findOrganization,
            CreateWorkspace createWorkspace,
            UpdateWorkspace updateWorkspace,
            DeleteWorkspace deleteWorkspace,
            MembersOf members) {
        this.listWorkspaces = listWorkspaces;
        this.findWorkspace = findWorkspace;
        this.findOrganization = findOrganization;
        this.createWorkspace = createWorkspace;
        this.updateWorkspace = updateWorkspace;
        this.deleteWorkspace = deleteWorkspace;
        this.members = members;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/v2/spaces", this::list).taking("org_id", "name", "limit", "cursor");
        routes.post("/v2/spaces", this::create);
        routes.get("/v2/spaces/{space_id}", this::show);
        routes.patch("/v2/spaces/{space_id}", this::update);
        routes.delete("/v2/spaces/{space_id}", this::delete);
        routes.post("/v2/spaces/{space_id}/users", this::putMember);
        routes.delete("/v2/spaces/{space_id}/users/{user_id}", this::removeMember);
    }

    private void list(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<OrganizationId> organization = inputs.query("org_id", ArizeIds.ORGANIZATION);
        String title = Names.filter(inputs);
        inputs.check();
        ListWorkspaces.Query query =
                ListWorkspaces.Query.all().withTitle(title).withOrganization(organization.orNull());
        Envelope.answer(
                call, "spaces", listWorkspaces.handle(call.caller(), query, Envelope.page(call)), SpaceRoutes::shown);
    }

    private static Map<String, Object> shown(Workspace space) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", ArizeIds.SPACE.write(space.id()));
        shown.put("name", space.shownName());
        shown.put("description", space.description());
        shown.put("created_at", Times.brief(space.createdAt()));
        return shown;
    }

    private void show(Call call) {
        Envelope.answer(call, 200, shown(seen(call)));
    }

    private Workspace seen(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<WorkspaceId> id = inputs.path("space_id", ArizeIds.SPACE);
        inputs.check();
        return Seen.orMissing("space", () -> findWorkspace.handle(call.caller(), id.get()));
    }

    private void create(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<String> title = inputs.text("name", Names.NAME, Function.identity());
        Field<OrganizationId> organization = inputs.id("organization_id", ArizeIds.ORGANIZATION);
        Field<String> description = inputs.optionalText("description", Names.DESCRIPTION, Function.identity());
        inputs.check();
        Seen.orMissing("organization", () -> findOrganization.handle(call.caller(), organization.get()));
        CreateWorkspace.Command command = CreateWorkspace.Command.titled(title.get())
                .withOrganization(organization.get())
                .withDescription(description.or(""));
        Envelope.answer(call, 201, shown(createWorkspace.handle(call.caller(), command)));
    }

    private void update(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<Change<String>> title = inputs.changedText("name", Names.NAME, Function.identity());
        Field<Change<String>> description = inputs.changedText("description", Names.DESCRIPTION, Function.identity());
        inputs.check();
        Names.requireAny(inputs, "name", "description");
        UpdateWorkspace.Command command =
                new UpdateWorkspace.Command(seen(call).id(), Change.none(), title.get(), description.get());
        Envelope.answer(call, 200, shown(updateWorkspace.handle(call.caller(), command)));
    }

    private void delete(Call call) {
        deleteWorkspace.handle(
                call.caller(), DeleteWorkspace.Command.withContents(seen(call).id()));
        call.noContent();
    }

    private void putMember(Call call) {
        members.put(call, MembersOf.SPACES, Place.of(seen(call).id()));
    }

    private void removeMember(Call call) {
        members.remove(call, Place.of(seen(call).id()));
    }
}
