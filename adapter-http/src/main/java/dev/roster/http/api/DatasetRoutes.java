package dev.roster.http.api;

import dev.roster.application.dataset.DeleteDataset;
import dev.roster.application.dataset.FindDataset;
import dev.roster.application.dataset.ListDatasets;
import dev.roster.application.dataset.RegisterDataset;
import dev.roster.application.dataset.RestrictDataset;
import dev.roster.application.dataset.UpdateDataset;
import dev.roster.application.port.Datasets;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import dev.roster.http.web.Shown;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Datasets as Roster registers them. */
final class DatasetRoutes implements RouteGroup {
    private record DatasetJson(
            UUID id,
            String name,
            UUID workspaceId,
            String workspaceName,
            String access,
            boolean restricted,
            @Nullable Instant restrictedAt,
            @Nullable UUID restricterId,
            @Nullable UUID creatorId,
            Instant createdAt,
            Instant updatedAt) {
        static DatasetJson of(Datasets.Located located) {
            Dataset dataset = located.dataset();
            return new DatasetJson(
                    dataset.id().value(),
                    dataset.name().value(),
                    dataset.workspace().value(),
                    located.workspace().name().value(),
                    dataset.access().word(),
                    dataset.restricted(),
                    dataset.restrictedAt(),
                    dataset.restricter() == null ? null : dataset.restricter().value(),
                    dataset.creator() == null ? null : dataset.creator().value(),
                    dataset.createdAt(),
                    dataset.updatedAt());
        }
    }

    private static final Shape<DatasetJson> SHAPE = Shape.of(DatasetJson.class);
    private static final Shape<Listing<DatasetJson>> LIST = Shape.listOf(DatasetJson.class);

    private final ListDatasets listDatasets;
    private final FindDataset findDataset;
    private final RegisterDataset registerDataset;
    private final UpdateDataset updateDataset;
    private final DeleteDataset deleteDataset;
    private final RestrictDataset restrictDataset;

    @Inject
    DatasetRoutes(
            ListDatasets listDatasets,
            FindDataset findDataset,
            RegisterDataset registerDataset,
            UpdateDataset updateDataset,
            DeleteDataset deleteDataset,
            RestrictDataset restrictDataset) {
        this.listDatasets = listDatasets;
        this.findDataset = findDataset;
        this.registerDataset = registerDataset;
        this.updateDataset = updateDataset;
        this.deleteDataset = deleteDataset;
        this.restrictDataset = restrictDataset;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/datasets", this::list)
                .taking("workspace_id", "name", "restricted", "creator_id", "limit", "cursor");
        routes.post("/datasets", this::create);
        routes.show("/datasets/{dataset_id}", this::shown);
        routes.patch("/datasets/{dataset_id}", this::update);
        routes.delete("/datasets/{dataset_id}", this::delete);
        routes.put("/datasets/{dataset_id}/restriction", this::restrict);
        routes.delete("/datasets/{dataset_id}/restriction", this::unrestrict);
    }

    private void list(Call call) {
        ListDatasets.Query query = ListDatasets.Query.all()
                .withWorkspace(call.query().read("workspace_id", WorkspaceId::parse))
                .withName(call.query().text("name"))
                .withRestricted(call.query().read("restricted", Fields::flag))
                .withCreator(call.query().read("creator_id", UserId::parse));
        call.answer(LIST, listDatasets.handle(call.caller(), query, call.page()), DatasetJson::of);
    }

    private void create(Call call) {
        JsonObject body = call.body("id", "workspace_id", "name", "access");
        DatasetAccess access = body.optional("access", DatasetAccess::parse);
        DatasetId id = body.optional("id", DatasetId::parse);
        RegisterDataset.Command command = RegisterDataset.Command.of(
                body.require("workspace_id", WorkspaceId::parse),
                body.require("name", DatasetName::new),
                access == null ? DatasetAccess.WORKSPACE : access);
        Datasets.Located located = registerDataset.handle(call.caller(), command.withId(id));
        call.created("/v1/datasets/" + located.dataset().id(), SHAPE, DatasetJson.of(located));
    }

    private Shown shown(Call call) {
        return Shown.json(SHAPE, DatasetJson.of(findDataset.handle(call.caller(), id(call))));
    }

    private void update(Call call) {
        JsonObject body = call.body("name", "access", "creator_id");
        UpdateDataset.Command command = new UpdateDataset.Command(
                id(call),
                body.change("name", DatasetName::new),
                body.change("access", DatasetAccess::parse),
                body.change("creator_id", UserId::parse));
        call.answer(Shown.json(SHAPE, DatasetJson.of(updateDataset.handle(call.caller(), command))));
    }

    private void delete(Call call) {
        deleteDataset.handle(call.caller(), id(call));
        call.noContent();
    }

    private void restrict(Call call) {
        RestrictDataset.Command command = new RestrictDataset.Command(id(call), true);
        call.answer(SHAPE, DatasetJson.of(restrictDataset.handle(call.caller(), command)));
    }

    private void unrestrict(Call call) {
        restrictDataset.handle(call.caller(), new RestrictDataset.Command(id(call), false));
        call.noContent();
    }

    static DatasetId id(Call call) {
        return call.path("dataset_id", DatasetId::parse);
    }
}
