package dev.roster.http.console;

import dev.roster.application.dataset.ListAssignees;
import dev.roster.application.paging.Page;
import dev.roster.application.port.Assignments.Assignee;
import dev.roster.application.port.Contributions.Credited;
import dev.roster.application.port.Datasets.Located;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.console.view.ContributionsView;
import dev.roster.http.console.view.DatasetView;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.PlaceHead;
import dev.roster.http.console.view.TimeView;
import dev.roster.http.web.Call;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the pages about a dataset have in common: which there are, what the caller may do, and the first of them. */
final class DatasetScreen {
    /** A page of a dataset. */
    enum Tab {
        OVERVIEW("dataset.tab.overview", ""),
        CONTRIBUTIONS("dataset.tab.contributions", "/contributions");

        private final String text;
        private final String path;

        Tab(String text, String path) {
            this.text = text;
            this.path = path;
        }
    }

    private final ListAssignees listAssignees;
    private final May may;
    private final Portraits portraits;
    private final Times times;

    @Inject
    DatasetScreen(ListAssignees listAssignees, May may, Portraits portraits, Times times) {
        this.listAssignees = listAssignees;
        this.may = may;
        this.portraits = portraits;
        this.times = times;
    }

    /** Without what stands before all paths of the site. */
    static String path(Located located) {
        return "/datasets/" + located.dataset().id();
    }

    DatasetView view(Call call, Located located, FormView form) {
        Dataset dataset = located.dataset();
        Set<RosterPermission> allowed = allowed(call, located);
        Spot around = Spot.of(located.workspace());
        PlaceHead head = head(call, located, Tab.OVERVIEW);
        return new DatasetView(
                head,
                dataset.id().toString(),
                around.shown(),
                Site.pathOf(call.context()) + around.path(),
                dataset.access().word(),
                restrictedAt(dataset),
                times.shown(dataset.createdAt()),
                allowed.contains(RosterPermission.DATASET_ASSIGN) ? assignees(call, located, head) : null,
                new DatasetView.May(
                        allowed.contains(RosterPermission.DATASET_UPDATE),
                        allowed.contains(RosterPermission.DATASET_ASSIGN),
                        allowed.contains(RosterPermission.DATASET_RESTRICT),
                        allowed.contains(RosterPermission.DATASET_DELETE)),
                form.values().containsKey("name") ? form : withName(form, dataset));
    }

    private @Nullable TimeView restrictedAt(Dataset dataset) {
        Instant at = dataset.restrictedAt();
        return at == null ? null : times.shown(at);
    }

    /** The form of the name shows it, also where another form of the page is refused. */
    private static FormView withName(FormView form, Dataset dataset) {
        Map<String, String> values = new HashMap<>(form.values());
        values.put("name", dataset.name().value());
        return new FormView(values, form.ticks(), form.errors(), form.alert());
    }

    private DatasetView.Assignees assignees(Call call, Located located, PlaceHead head) {
        Page<Assignee> found =
                listAssignees.handle(call.caller(), located.dataset().id(), Paged.of(call));
        Portraits.Gallery gallery = portraits.of(call);
        return new DatasetView.Assignees(
                found.items().stream()
                        .map(assignee -> new DatasetView.Row(
                                gallery.shown(assignee.user()),
                                times.shown(assignee.assignment().assignedAt()),
                                head.path() + "/assignees/" + assignee.user().id() + "/remove"))
                        .toList(),
                Paged.pager(call, found));
    }

    private Set<RosterPermission> allowed(Call call, Located located) {
        return may.at(
                call.caller(),
                located.target().ref(),
                RosterPermission.DATASET_UPDATE,
                RosterPermission.DATASET_ASSIGN,
                RosterPermission.DATASET_RESTRICT,
                RosterPermission.DATASET_DELETE);
    }

    /** @throws dev.roster.domain.RefusedException FORBIDDEN with the reason, where the caller may not */
    void require(Call call, Located located, RosterPermission permission) {
        may.require(call.caller(), located.target().ref(), permission);
    }

    /** Contributions are for those who may change the dataset. */
    PlaceHead head(Call call, Located located, Tab shown) {
        List<Tab> tabs = new ArrayList<>(List.of(Tab.OVERVIEW));
        if (allowed(call, located).contains(RosterPermission.DATASET_UPDATE)) {
            tabs.add(Tab.CONTRIBUTIONS);
        }
        String path = Site.pathOf(call.context()) + path(located);
        return new PlaceHead(
                "dataset",
                path,
                located.dataset().name().value(),
                tabs.stream()
                        .map(tab -> new PlaceHead.Tab(tab.text, path + tab.path, tab == shown))
                        .toList());
    }

    /** What somebody did in it. */
    ContributionsView.Row row(Credited credited, Portraits.Gallery gallery) {
        Contribution done = credited.contribution();
        return new ContributionsView.Row(
                gallery.shown(credited.user()),
                String.format(Locale.ROOT, "%,d", done.count()),
                times.shown(done.firstAt()),
                times.shown(done.lastAt()));
    }
}
