package dev.roster.http.argilla;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.annex.ListAnnexes;
import dev.roster.application.annex.PutAnnexes;
import dev.roster.application.dataset.DeleteDataset;
import dev.roster.application.dataset.FindDataset;
import dev.roster.application.dataset.ListDatasets;
import dev.roster.application.dataset.RegisterDataset;
import dev.roster.application.dataset.UpdateDataset;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Datasets;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.JsonText;
import dev.roster.http.dialect.ListStream;
import dev.roster.http.dialect.PermissionFirst;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Translated;
import dev.roster.http.dialect.Words;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Datasets in {@code /api/v1}, as far as workspaces need them. Whom they are open to is Roster's to say. */
final class DatasetRoutes implements RouteGroup {
    private static final ListStream<DatasetJson> DATASETS = ListStream.wrapped(DatasetJson.SHAPE);
    private static final Words<String> STATUSES = Words.of(DatasetSettings.DRAFT, DatasetSettings.READY);
    private static final TextRule NAME = new TextRule(1, DatasetName.MOST, false);

    private final ListDatasets listDatasets;
    private final FindDataset findDataset;
    private final RegisterDataset registerDataset;
    private final UpdateDataset updateDataset;
    private final DeleteDataset deleteDataset;
    private final PutAnnexes putAnnexes;
    private final ListAnnexes listAnnexes;
    private final PermissionFirst permissionFirst;

    @Inject
    DatasetRoutes(
            ListDatasets listDatasets,
            FindDataset findDataset,
            RegisterDataset registerDataset,
            UpdateDataset updateDataset,
            DeleteDataset deleteDataset,
            PutAnnexes putAnnexes,
            ListAnnexes listAnnexes,
            PermissionFirst permissionFirst) {
        this.listDatasets = listDatasets;
        this.findDataset = findDataset;
        this.registerDataset = registerDataset;
        this.updateDataset = updateDataset;
        this.deleteDataset = deleteDataset;
        this.putAnnexes = putAnnexes;
        this.listAnnexes = listAnnexes;
        this.permissionFirst = permissionFirst;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/me/datasets", this::list);
        routes.post("/api/v1/datasets", this::create);
        routes.get("/api/v1/datasets/{dataset_id}", this::show);
        routes.patch("/api/v1/datasets/{dataset_id}", this::update);
        routes.delete("/api/v1/datasets/{dataset_id}", this::delete);
        routes.put("/api/v1/datasets/{dataset_id}/publish", this::publish);
    }

    private void list(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<WorkspaceId> workspace = inputs.query("workspace_id", WorkspaceId::new);
        String name = inputs.queryText("name");
        String status = inputs.queryWord("status", STATUSES);
        inputs.check();
        ListDatasets.Query query =
                ListDatasets.Query.all().withWorkspace(workspace.orNull()).withName(name);
        Predicate<DatasetJson> wanted = wanted(name, status);
        DATASETS.answer(
                call,
                page -> inWorkspace(call.caller(), query, page),
                found -> shown(call.caller(), found).stream().filter(wanted).toList());
    }

    /** The core searches names by part and knows no status. */
    private static Predicate<DatasetJson> wanted(@Nullable String name, @Nullable String status) {
        return dataset -> (name == null || name.equals(dataset.name()))
                && (status == null || status.equals(dataset.status().asText()));
    }

    /** Those who may see every workspace are told that an unknown one is empty. */
    private Page<Datasets.Located> inWorkspace(Caller caller, ListDatasets.Query query, PageRequest page) {
        try {
            return listDatasets.handle(caller, query, page);
        } catch (RefusedException refusal) {
            if (refusal.kind() != Kind.NOT_FOUND) {
                throw refusal;
            }
            permissionFirst.requireEverywhere(caller, RosterPermission.WORKSPACE_READ);
            return new Page<>(List.of(), null);
        }
    }

    private List<DatasetJson> shown(Caller caller, List<Datasets.Located> found) {
        Map<AnnexOwner, List<Annex>> settings = listAnnexes.ofMany(
                caller,
                found.stream()
                        .map(located -> AnnexOwner.of(located.dataset().id()))
                        .collect(Collectors.toSet()),
                DatasetSettings.KIND);
        return found.stream()
                .map(Datasets.Located::dataset)
                .map(dataset -> DatasetJson.of(dataset, settings.getOrDefault(AnnexOwner.of(dataset.id()), List.of())))
                .toList();
    }

    private DatasetJson shown(Caller caller, Dataset dataset) {
        return DatasetJson.of(dataset, listAnnexes.handle(caller, AnnexOwner.of(dataset.id()), DatasetSettings.KIND));
    }

    private void create(Call call) {
        Caller caller = call.caller();
        Inputs inputs = Inputs.withBody(call);
        Field<DatasetName> name = inputs.text("name", NAME, DatasetName::new);
        Field<WorkspaceId> workspace = inputs.id("workspace_id", WorkspaceId::new);
        Map<String, String> settings = DatasetSettings.read(inputs);
        inputs.check();
        RegisterDataset.Command command =
                RegisterDataset.Command.of(workspace.get(), name.get(), DatasetAccess.WORKSPACE);
        Dataset created = permissionFirst
                .orElse(
                        caller,
                        RosterPermission.DATASET_CREATE,
                        () -> named(name.get(), workspace.get(), () -> registerDataset.handle(caller, command)),
                        missing -> Refusal.text(422, Refusal.unknown(WorkspaceRoutes.ENTITY, workspace.get())))
                .dataset();
        attach(caller, created.id(), settings);
        call.answer(201, DatasetJson.SHAPE, shown(caller, created));
    }

    private static <T> T named(DatasetName name, WorkspaceId workspace, Supplier<T> work) {
        return Translated.on(
                Kind.CONFLICT,
                work,
                taken -> Refusal.text(
                        409,
                        "Dataset with name `" + name + "` already exists for workspace with id `" + workspace + "`"));
    }

    private void attach(Caller caller, DatasetId id, Map<String, String> settings) {
        if (!settings.isEmpty()) {
            putAnnexes.handle(caller, new PutAnnexes.Command(AnnexOwner.of(id), DatasetSettings.KIND, settings));
        }
    }

    private void show(Call call) {
        call.answer(DatasetJson.SHAPE, shown(call.caller(), found(call.caller(), id(call))));
    }

    private Dataset found(Caller caller, DatasetId id) {
        return existing(id, () -> findDataset.handle(caller, id)).dataset();
    }

    static <T> T existing(DatasetId id, Supplier<T> work) {
        return Translated.on(Kind.NOT_FOUND, work, missing -> Refusal.notFound("Dataset", id));
    }

    private void update(Call call) {
        Caller caller = call.caller();
        Inputs inputs = Inputs.withBody(call);
        Field<DatasetId> id = inputs.path("dataset_id", DatasetId::new);
        Field<Change<DatasetName>> name = inputs.changedText("name", NAME, DatasetName::new);
        Map<String, String> settings = DatasetSettings.read(inputs);
        inputs.check();
        Dataset before = found(caller, id.get());
        Dataset updated = named(
                name.get().orElse(before.name()), before.workspace(), () -> changed(caller, id.get(), name.get()));
        attach(caller, id.get(), settings);
        call.answer(DatasetJson.SHAPE, shown(caller, updated));
    }

    /** With nothing to change it only asks whether the caller may. */
    private Dataset changed(Caller caller, DatasetId id, Change<DatasetName> name) {
        UpdateDataset.Command command = new UpdateDataset.Command(id, name, Change.none());
        return existing(id, () -> updateDataset.handle(caller, command)).dataset();
    }

    private void delete(Call call) {
        Caller caller = call.caller();
        DatasetId id = id(call);
        DatasetJson before = shown(caller, found(caller, id));
        existing(id, () -> deleteDataset.handle(caller, id));
        call.answer(DatasetJson.SHAPE, before);
    }

    private void publish(Call call) {
        Caller caller = call.caller();
        DatasetId id = id(call);
        Dataset dataset = changed(caller, id, Change.none());
        if (listAnnexes
                .handle(caller, AnnexOwner.of(id), DatasetPart.FIELD.kind())
                .isEmpty()) {
            throw Refusal.text(422, "Dataset cannot be published without fields");
        }
        attach(caller, id, Map.of(DatasetSettings.STATUS, JsonText.write(TextNode.valueOf(DatasetSettings.READY))));
        call.answer(DatasetJson.SHAPE, shown(caller, dataset));
    }

    static DatasetId id(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<DatasetId> id = inputs.path("dataset_id", DatasetId::new);
        inputs.check();
        return id.get();
    }
}
