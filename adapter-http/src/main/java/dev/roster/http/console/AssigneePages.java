package dev.roster.http.console;

import dev.roster.application.dataset.AssignAnnotator;
import dev.roster.application.dataset.FindDataset;
import dev.roster.application.dataset.ListContributions;
import dev.roster.application.dataset.UnassignAnnotator;
import dev.roster.application.paging.Page;
import dev.roster.application.port.Contributions.Credited;
import dev.roster.application.port.Datasets.Located;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.console.view.ConfirmView;
import dev.roster.http.console.view.ConfirmView.Said;
import dev.roster.http.console.view.ContributionsView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Who is to annotate a dataset, and who did. */
final class AssigneePages implements ConsolePages {
    private static final String PATH = "/datasets/{dataset}";
    private static final Set<String> FIELDS = Set.of("user");

    private final FindDataset findDataset;
    private final AssignAnnotator assignAnnotator;
    private final UnassignAnnotator unassignAnnotator;
    private final ListContributions listContributions;
    private final DatasetScreen screen;
    private final Lookup lookup;
    private final Portraits portraits;
    private final Screens screens;

    @Inject
    AssigneePages(
            FindDataset findDataset,
            AssignAnnotator assignAnnotator,
            UnassignAnnotator unassignAnnotator,
            ListContributions listContributions,
            DatasetScreen screen,
            Lookup lookup,
            Portraits portraits,
            Screens screens) {
        this.findDataset = findDataset;
        this.assignAnnotator = assignAnnotator;
        this.unassignAnnotator = unassignAnnotator;
        this.listContributions = listContributions;
        this.screen = screen;
        this.lookup = lookup;
        this.portraits = portraits;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.post(PATH + "/assignees", this::assign).producing(MediaTypes.HTML);
        routes.get(PATH + "/assignees/{user}/remove", this::askToUnassign).producing(MediaTypes.HTML);
        routes.post(PATH + "/assignees/{user}/remove", this::unassign).producing(MediaTypes.HTML);
        routes.get(PATH + "/contributions", this::contributions).producing(MediaTypes.HTML);
    }

    private Located dataset(Call call) {
        return findDataset.handle(call.caller(), DatasetPages.id(call));
    }

    private void assign(Call call) {
        TypedForm form = TypedForm.of(call);
        Located located = dataset(call);
        screen.require(call, located, RosterPermission.DATASET_ASSIGN);
        Field<String> login = form.value("user", text -> text);
        if (form.isRight()) {
            try {
                User user = lookup.find(call.caller(), login.get());
                assignAnnotator.handle(
                        call.caller(),
                        new AssignAnnotator.Command(located.dataset().id(), user.id()));
                screens.moveOn(call, DatasetScreen.path(located), "assignee.added");
                return;
            } catch (RefusedException refusal) {
                Mendable.note(form, refusal, FIELDS);
            }
        }
        screens.again(call, form, screen.view(call, located, form.view()));
    }

    private void askToUnassign(Call call) {
        Located located = dataset(call);
        screen.require(call, located, RosterPermission.DATASET_ASSIGN);
        screens.show(
                call,
                new ConfirmView(
                        "assignee.remove.title",
                        List.of(located.dataset().name().value()),
                        List.of(Said.of("assignee.remove.lead")),
                        List.of(),
                        "assignee.remove",
                        DatasetScreen.path(located)));
    }

    private void unassign(Call call) {
        unassignAnnotator.handle(
                call.caller(), new UnassignAnnotator.Command(DatasetPages.id(call), call.path("user", UserId::parse)));
        screens.moveOn(call, "/datasets/" + DatasetPages.id(call), "assignee.removed");
    }

    private void contributions(Call call) {
        Located located = dataset(call);
        Page<Credited> found =
                listContributions.toDataset(call.caller(), located.dataset().id(), Paged.of(call));
        Portraits.Gallery gallery = portraits.of(call);
        screens.show(
                call,
                new ContributionsView(
                        screen.head(call, located, DatasetScreen.Tab.CONTRIBUTIONS),
                        found.items().stream()
                                .map(credited -> screen.row(credited, gallery))
                                .toList(),
                        Paged.pager(call, found)));
    }
}
