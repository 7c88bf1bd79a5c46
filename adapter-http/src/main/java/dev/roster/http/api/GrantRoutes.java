package dev.roster.http.api;

import dev.roster.application.grant.ChangeGrant;
import dev.roster.application.grant.CreateGrant;
import dev.roster.application.grant.DeleteGrant;
import dev.roster.application.grant.FindGrant;
import dev.roster.application.grant.GrantPlace;
import dev.roster.application.grant.ListGrants;
import dev.roster.application.port.Grants;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.access.GrantKind;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.QueryParameters;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import dev.roster.http.web.Shown;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Extra roles on single workspaces and datasets. */
final class GrantRoutes implements RouteGroup {
    private record GrantJson(
            UUID id,
            PersonJson user,
            String role,
            NamedJson workspace,
            @Nullable NamedJson dataset,
            Instant createdAt,
            Instant updatedAt) {
        static GrantJson of(Grants.Granted granted) {
            Grant grant = granted.grant();
            Dataset dataset = granted.dataset();
            return new GrantJson(
                    grant.id().value(),
                    PersonJson.of(granted.user()),
                    grant.role().name().value(),
                    new NamedJson(
                            granted.workspace().id().value(),
                            granted.workspace().name().value()),
                    dataset == null
                            ? null
                            : new NamedJson(dataset.id().value(), dataset.name().value()),
                    grant.createdAt(),
                    grant.updatedAt());
        }
    }

    private static final Shape<GrantJson> SHAPE = Shape.of(GrantJson.class);
    private static final Shape<Listing<GrantJson>> LIST = Shape.listOf(GrantJson.class);

    private final ListGrants listGrants;
    private final FindGrant findGrant;
    private final CreateGrant createGrant;
    private final ChangeGrant changeGrant;
    private final DeleteGrant deleteGrant;

    @Inject
    GrantRoutes(
            ListGrants listGrants,
            FindGrant findGrant,
            CreateGrant createGrant,
            ChangeGrant changeGrant,
            DeleteGrant deleteGrant) {
        this.listGrants = listGrants;
        this.findGrant = findGrant;
        this.createGrant = createGrant;
        this.changeGrant = changeGrant;
        this.deleteGrant = deleteGrant;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/grants", this::list).taking("user_id", "kind", "workspace_id", "dataset_id", "limit", "cursor");
        routes.post("/grants", this::create);
        routes.show("/grants/{grant_id}", this::shown);
        routes.patch("/grants/{grant_id}", this::change);
        routes.delete("/grants/{grant_id}", this::delete);
    }

    private void list(Call call) {
        QueryParameters query = call.query();
        Grants.Filter filter = Grants.Filter.all()
                .withUser(query.read("user_id", UserId::parse))
                .withKind(query.read("kind", GrantKind::parse))
                .withWorkspace(query.read("workspace_id", WorkspaceId::parse))
                .withDataset(query.read("dataset_id", DatasetId::parse));
        call.answer(LIST, listGrants.handle(call.caller(), filter, call.page()), GrantJson::of);
    }

    private void create(Call call) {
        JsonObject body = call.body("user_id", "role", "workspace_id", "dataset_id");
        CreateGrant.Command command =
                new CreateGrant.Command(body.require("user_id", UserId::parse), body.require("role"), place(body));
        Grants.Granted granted = createGrant.handle(call.caller(), command);
        call.created("/v1/grants/" + granted.grant().id(), SHAPE, GrantJson.of(granted));
    }

    private static GrantPlace place(JsonObject body) {
        WorkspaceId workspace = body.optional("workspace_id", WorkspaceId::parse);
        DatasetId dataset = body.optional("dataset_id", DatasetId::parse);
        if (workspace != null && dataset == null) {
            return new GrantPlace.OnWorkspace(workspace);
        }
        if (dataset != null && workspace == null) {
            return new GrantPlace.OnDataset(dataset);
        }
        throw RefusedException.invalid(
                "workspace_id",
                "a grant is on a workspace or on a dataset; give either `workspace_id` or `dataset_id`");
    }

    private Shown shown(Call call) {
        return Shown.json(SHAPE, GrantJson.of(findGrant.handle(call.caller(), id(call))));
    }

    private void change(Call call) {
        ChangeGrant.Command command =
                new ChangeGrant.Command(id(call), call.body("role").require("role"));
        call.answer(Shown.json(SHAPE, GrantJson.of(changeGrant.handle(call.caller(), command))));
    }

    private void delete(Call call) {
        deleteGrant.handle(call.caller(), id(call));
        call.noContent();
    }

    private static GrantId id(Call call) {
        return call.path("grant_id", GrantId::parse);
    }
}
