package dev.roster.http.labelstudio;

import dev.roster.application.dataset.DeleteDataset;
import dev.roster.application.dataset.FindDataset;
import dev.roster.application.dataset.ListDatasets;
import dev.roster.application.flat.FindFlatWorkspace;
import dev.roster.application.flat.RegisterFlatDataset;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.port.Datasets;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.NumberedPage;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Times;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects: the datasets of one workspace of the active organization, as far as scripts about people need them. */
final class ProjectRoutes implements RouteGroup {
    private static final int USUAL = 30;
    private static final int MOST = 1_000;
    private static final TextRule TITLE = new TextRule(1, DatasetName.MOST, true);

    private final ListDatasets listDatasets;
    private final FindDataset findDataset;
    private final DeleteDataset deleteDataset;
    private final FindFlatWorkspace findFlatWorkspace;
    private final RegisterFlatDataset registerFlatDataset;
    private final ActiveOrganization active;

    @Inject
    ProjectRoutes(
            ListDatasets listDatasets,
            FindDataset findDataset,
            DeleteDataset deleteDataset,
            FindFlatWorkspace findFlatWorkspace,
            RegisterFlatDataset registerFlatDataset,
            ActiveOrganization active) {
        this.listDatasets = listDatasets;
        this.findDataset = findDataset;
        this.deleteDataset = deleteDataset;
        this.findFlatWorkspace = findFlatWorkspace;
        this.registerFlatDataset = registerFlatDataset;
        this.active = active;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/projects", this::list);
        routes.post("/api/projects", this::create);
        routes.get("/api/projects/{id}", call -> Json.answer(call, shown(found(call))));
        routes.delete("/api/projects/{id}", this::delete);
    }

    private Optional<Workspace> workspace(Call call) {
        return findFlatWorkspace.handle(call.caller(), active.of(call).id(), Standings.WORKSPACE);
    }

    private void list(Call call) {
        Inputs inputs = Inputs.of(call);
        NumberedPage.Asked asked = NumberedPage.Asked.read(inputs, USUAL, MOST);
        inputs.check();
        Optional<Workspace> workspace = workspace(call);
        NumberedPage<Datasets.Located> page = NumberedPage.of(
                asked,
                workspace
                        .map(inside -> listDatasets.numbered(call.caller(), inside.id(), asked.query()))
                        .orElse(new CountedPage<>(List.of(), 0)));
        NumberedList.answer(
                call,
                page,
                page.items().stream().map(located -> shown(located.dataset())).toList());
    }

    private static Map<String, Object> shown(Dataset dataset) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", dataset.number());
        shown.put("title", dataset.name().value());
        shown.put("description", "");
        shown.put("created_at", Times.brief(dataset.createdAt()));
        return shown;
    }

    private void create(Call call) {
        Inputs inputs = Inputs.withAnyBody(call);
        Field<DatasetName> title = inputs.text("title", TITLE, DatasetName::new);
        inputs.check();
        RegisterFlatDataset.Command command =
                new RegisterFlatDataset.Command(active.of(call).id(), Standings.WORKSPACE, title.get());
        Dataset created = Translated.on(
                        Kind.CONFLICT,
                        () -> registerFlatDataset.handle(call.caller(), command),
                        taken -> Refusal.invalid("title", taken.reason()))
                .dataset();
        Json.answer(call, 201, shown(created));
    }

    /** Only one of the active organization; others are not there. */
    private Dataset found(Call call) {
        long number = Numbers.inPath(call, "id");
        Dataset dataset = Translated.on(
                        Kind.FORBIDDEN,
                        () -> Translated.on(
                                Kind.NOT_FOUND,
                                () -> findDataset.byNumber(call.caller(), number),
                                missing -> Refusal.none("Project")),
                        hidden -> Refusal.none("Project"))
                .dataset();
        if (workspace(call)
                .filter(inside -> inside.id().equals(dataset.workspace()))
                .isEmpty()) {
            throw Refusal.none("Project");
        }
        return dataset;
    }

    private void delete(Call call) {
        deleteDataset.handle(call.caller(), found(call).id());
        call.noContent();
    }
}
