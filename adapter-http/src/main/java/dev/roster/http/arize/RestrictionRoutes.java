package dev.roster.http.arize;

import dev.roster.application.dataset.FindDataset;
import dev.roster.application.dataset.ListDatasets;
import dev.roster.application.dataset.RestrictDataset;
import dev.roster.application.port.Datasets;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.Times;
import dev.roster.http.dialect.Words;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Restrictions of projects, which are datasets (contract §9). */
final class RestrictionRoutes implements RouteGroup {
    private static final String PROJECT = "PROJECT";
    private static final Words<String> RESOURCES = Words.of(PROJECT);

    private final ListDatasets listDatasets;
    private final FindDataset findDataset;
    private final RestrictDataset restrictDataset;

    @Inject
    RestrictionRoutes(ListDatasets listDatasets, FindDataset findDataset, RestrictDataset restrictDataset) {
        this.listDatasets = listDatasets;
        this.findDataset = findDataset;
        this.restrictDataset = restrictDataset;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/v2/resource-restrictions", this::list).taking("resource_type", "limit", "cursor");
        routes.post("/v2/resource-restrictions", this::restrict);
        routes.delete("/v2/resource-restrictions/{resource_id}", this::lift);
    }

    private void list(Call call) {
        Inputs inputs = Inputs.of(call);
        inputs.queryWord("resource_type", RESOURCES);
        inputs.check();
        Envelope.answer(
                call,
                "resource_restrictions",
                listDatasets.handle(call.caller(), ListDatasets.Query.all().withRestricted(true), Envelope.page(call)),
                RestrictionRoutes::shown);
    }

    private static Map<String, Object> shown(Datasets.Located located) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("resource_type", PROJECT);
        shown.put("resource_id", ArizeIds.PROJECT.write(located.dataset().id()));
        shown.put(
                "created_at",
                Times.brief(Objects.requireNonNull(located.dataset().restrictedAt())));
        return shown;
    }

    private void restrict(Call call) {
        Inputs inputs = Inputs.withStrictBody(call);
        Field<DatasetId> project = inputs.id("resource_id", ArizeIds.PROJECT);
        inputs.check();
        Map<String, Object> shown = shown(change(call, project.get(), true));
        Envelope.answer(call, 200, Spelling.of(call) == Spelling.LOWER ? Map.of("resource_restriction", shown) : shown);
    }

    private void lift(Call call) {
        Inputs inputs = Inputs.of(call);
        Field<DatasetId> project = inputs.path("resource_id", ArizeIds.PROJECT);
        inputs.check();
        change(call, project.get(), false);
        call.noContent();
    }

    private Datasets.Located change(Call call, DatasetId project, boolean restricted) {
        Seen.orMissing("project", () -> findDataset.handle(call.caller(), project));
        return restrictDataset.handle(call.caller(), new RestrictDataset.Command(project, restricted));
    }
}
