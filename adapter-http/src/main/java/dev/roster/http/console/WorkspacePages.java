package dev.roster.http.console;

import dev.roster.application.Change;
import dev.roster.application.dataset.ListDatasets;
import dev.roster.application.paging.Page;
import dev.roster.application.port.Datasets.Located;
import dev.roster.application.port.Workspaces;
import dev.roster.application.workspace.DeleteWorkspace;
import dev.roster.application.workspace.UpdateWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import dev.roster.http.console.view.ConfirmView;
import dev.roster.http.console.view.ConfirmView.Said;
import dev.roster.http.console.view.DatasetsView;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.PlaceFormView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is in a workspace, what it is called, and its end. */
final class WorkspacePages implements ConsolePages {
    private static final String PATH = "/workspaces/{workspace}";
    private static final Set<String> FIELDS = Set.of("title", "name", "description");

    private final Spots spots;
    private final ListDatasets listDatasets;
    private final UpdateWorkspace updateWorkspace;
    private final DeleteWorkspace deleteWorkspace;
    private final May may;
    private final Times times;
    private final Screens screens;

    @Inject
    WorkspacePages(
            Spots spots,
            ListDatasets listDatasets,
            UpdateWorkspace updateWorkspace,
            DeleteWorkspace deleteWorkspace,
            May may,
            Times times,
            Screens screens) {
        this.spots = spots;
        this.listDatasets = listDatasets;
        this.updateWorkspace = updateWorkspace;
        this.deleteWorkspace = deleteWorkspace;
        this.may = may;
        this.times = times;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH + "/datasets", this::datasets).producing(MediaTypes.HTML);
        routes.get(PATH + "/edit", this::edit).producing(MediaTypes.HTML);
        routes.post(PATH + "/edit", this::update).producing(MediaTypes.HTML);
        routes.get(PATH + "/delete", this::askToDelete).producing(MediaTypes.HTML);
        routes.post(PATH + "/delete", this::delete).producing(MediaTypes.HTML);
    }

    private static WorkspaceId id(Spot spot) {
        return new WorkspaceId(spot.place().id());
    }

    private void datasets(Call call) {
        Spot spot = spots.workspace(call);
        Page<Located> found =
                listDatasets.handle(call.caller(), ListDatasets.Query.all().withWorkspace(id(spot)), Paged.of(call));
        screens.show(
                call,
                new DatasetsView(
                        spots.head(call, spot, Spots.Tab.DATASETS),
                        found.items().stream()
                                .map(located -> DatasetListPages.shown(call, located, times))
                                .toList(),
                        Paged.pager(call, found)));
    }

    private void edit(Call call) {
        Spot spot = spots.workspace(call);
        boolean titled = spot.name() != null;
        FormView form = FormView.of(Map.of(
                "title", titled ? spot.shown() : "",
                "name", Objects.requireNonNullElse(spot.name(), spot.target().label()),
                "description", spot.description()));
        screens.show(call, view(call, spot, form));
    }

    /** @throws RefusedException FORBIDDEN for those who may neither change nor delete it */
    private PlaceFormView view(Call call, Spot spot, FormView form) {
        Set<RosterPermission> allowed = spots.allowed(call, spot);
        boolean update = allowed.contains(Spots.update(spot));
        boolean delete = allowed.contains(Spots.delete(spot));
        if (!update && !delete) {
            may.require(call.caller(), spot.target().ref(), Spots.update(spot));
        }
        return new PlaceFormView(spots.head(call, spot, Spots.Tab.EDIT), form, update, delete);
    }

    private void update(Call call) {
        Spot spot = spots.workspace(call);
        TypedForm form = TypedForm.of(call);
        Field<String> title = form.optional("title", text -> text);
        Field<WorkspaceName> name = form.value("name", WorkspaceName::new);
        String description = form.text("description");
        if (form.isRight()) {
            try {
                Workspace after = updateWorkspace.handle(
                        call.caller(),
                        new UpdateWorkspace.Command(
                                id(spot),
                                Change.to(name.get()),
                                Change.toNullable(title.orNull()),
                                Change.to(description)));
                screens.moveOn(call, Spot.of(after).path(), "workspace.updated");
                return;
            } catch (RefusedException refusal) {
                Mendable.note(form, refusal, FIELDS);
            }
        }
        screens.again(call, form, view(call, spot, form.view()));
    }

    private void askToDelete(Call call) {
        Spot spot = spots.workspace(call);
        try {
            screens.show(
                    call,
                    ends(spot, deleteWorkspace.preview(call.caller(), id(spot)).contents()));
        } catch (RefusedException refusal) {
            screens.show(call, blocked(call, spot, refusal));
        }
    }

    private static ConfirmView ends(Spot spot, Workspaces.Contents contents) {
        List<Said> said = new ArrayList<>();
        count(said, "members", contents.members());
        count(said, "grants", contents.grants());
        count(said, "datasets", contents.datasets());
        count(said, "guests", contents.guests());
        said.add(Said.of(contents.guests() == 0 ? "ends.people" : "ends.others"));
        return new ConfirmView(
                "workspace.delete.title",
                List.of(spot.shown()),
                said,
                List.of(),
                "place.delete.workspace",
                spot.path() + "/edit");
    }

    static void count(List<Said> said, String what, long count) {
        if (count > 0) {
            said.add(Said.of("ends." + what + (count == 1 ? ".one" : ".many"), Long.toString(count)));
        }
    }

    /** What is in it may not go, so that it stays. */
    private ConfirmView blocked(Call call, Spot spot, RefusedException refusal) {
        boolean isItself = !spots.allowed(call, spot).contains(RosterPermission.WORKSPACE_DELETE);
        if (refusal.kind() != Kind.FORBIDDEN || isItself) {
            throw refusal;
        }
        return new ConfirmView(
                "workspace.delete.title",
                List.of(spot.shown()),
                List.of(Said.of("place.blocked")),
                List.of(TypedForm.sentence(refusal.reason())),
                null,
                spot.path() + "/edit");
    }

    private void delete(Call call) {
        deleteWorkspace.handle(call.caller(), DeleteWorkspace.Command.withContents(id(spots.workspace(call))));
        screens.moveOn(call, "/workspaces", "workspace.deleted");
    }
}
