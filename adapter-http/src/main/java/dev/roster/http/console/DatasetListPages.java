package dev.roster.http.console;

import dev.roster.application.dataset.ListDatasets;
import dev.roster.application.paging.Page;
import dev.roster.application.port.Datasets.Located;
import dev.roster.http.console.view.DatasetListView;
import dev.roster.http.console.view.DatasetsView;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** The datasets that the caller may read, in all workspaces. */
final class DatasetListPages implements ConsolePages {
    private static final String PATH = "/datasets";

    private final ListDatasets listDatasets;
    private final Times times;
    private final Screens screens;

    @Inject
    DatasetListPages(ListDatasets listDatasets, Times times, Screens screens) {
        this.listDatasets = listDatasets;
        this.times = times;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::show).producing(MediaTypes.HTML);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(MenuEntry.forEverybody(70, MenuEntry.Section.PLACES, "datasets.title", PATH, "dataset"));
    }

    private void show(Call call) {
        String search =
                Objects.requireNonNullElse(call.query().textOrEmpty("q"), "").strip();
        Page<Located> found = listDatasets.handle(
                call.caller(), ListDatasets.Query.all().withName(search.isEmpty() ? null : search), Paged.of(call));
        screens.show(
                call,
                new DatasetListView(
                        found.items().stream().map(one -> row(call, one)).toList(), Paged.pager(call, found), search));
    }

    private DatasetListView.Row row(Call call, Located located) {
        return new DatasetListView.Row(
                shown(call, located, times), located.workspace().shownName());
    }

    static DatasetsView.Row shown(Call call, Located located, Times times) {
        return new DatasetsView.Row(
                Site.pathOf(call.context()) + PATH + "/" + located.dataset().id(),
                located.dataset().name().value(),
                "datasets.access." + located.dataset().access().word(),
                located.dataset().restricted(),
                times.shown(located.dataset().createdAt()));
    }
}
