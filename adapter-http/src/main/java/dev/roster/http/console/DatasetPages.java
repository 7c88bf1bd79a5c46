package dev.roster.http.console;

import dev.roster.application.Change;
import dev.roster.application.dataset.DeleteDataset;
import dev.roster.application.dataset.FindDataset;
import dev.roster.application.dataset.RestrictDataset;
import dev.roster.application.dataset.UpdateDataset;
import dev.roster.application.port.Datasets.Located;
import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.console.view.ConfirmView;
import dev.roster.http.console.view.ConfirmView.Said;
import dev.roster.http.console.view.FormView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** A dataset: what it is called, whom it is open to, and its end. */
final class DatasetPages implements ConsolePages {
    private static final String PATH = "/datasets/{dataset}";
    private static final Set<String> FIELDS = Set.of("name", "access", "user");

    private final FindDataset findDataset;
    private final UpdateDataset updateDataset;
    private final RestrictDataset restrictDataset;
    private final DeleteDataset deleteDataset;
    private final DatasetScreen screen;
    private final Screens screens;

    @Inject
    DatasetPages(
            FindDataset findDataset,
            UpdateDataset updateDataset,
            RestrictDataset restrictDataset,
            DeleteDataset deleteDataset,
            DatasetScreen screen,
            Screens screens) {
        this.findDataset = findDataset;
        this.updateDataset = updateDataset;
        this.restrictDataset = restrictDataset;
        this.deleteDataset = deleteDataset;
        this.screen = screen;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::show).producing(MediaTypes.HTML);
        routes.post(PATH, this::update).producing(MediaTypes.HTML);
        routes.post(PATH + "/restriction", this::restrict).producing(MediaTypes.HTML);
        routes.get(PATH + "/delete", this::askToDelete).producing(MediaTypes.HTML);
        routes.post(PATH + "/delete", this::delete).producing(MediaTypes.HTML);
    }

    static DatasetId id(Call call) {
        return call.path("dataset", DatasetId::parse);
    }

    private void show(Call call) {
        Located located = findDataset.handle(call.caller(), id(call));
        screens.show(call, screen.view(call, located, FormView.EMPTY));
    }

    /** The name, or whom it is open to, as the form has the one or the other. */
    private void update(Call call) {
        TypedForm form = TypedForm.of(call);
        Located located = findDataset.handle(call.caller(), id(call));
        boolean renames = form.raw("access").isEmpty();
        Field<DatasetName> name = renames ? form.value("name", DatasetName::new) : Field.none();
        Field<DatasetAccess> access = renames ? Field.none() : form.value("access", DatasetAccess::parse);
        if (form.isRight()) {
            try {
                updateDataset.handle(
                        call.caller(),
                        new UpdateDataset.Command(
                                id(call), Change.ifGiven(name.orNull()), Change.ifGiven(access.orNull())));
                screens.moveOn(call, DatasetScreen.path(located), "dataset.updated");
                return;
            } catch (RefusedException refusal) {
                Mendable.note(form, refusal, FIELDS);
            }
        }
        screens.again(call, form, screen.view(call, located, form.view()));
    }

    private void restrict(Call call) {
        boolean restrict = TypedForm.of(call).raw("restricted").equals("true");
        Located after = restrictDataset.handle(call.caller(), new RestrictDataset.Command(id(call), restrict));
        screens.moveOn(call, DatasetScreen.path(after), restrict ? "dataset.restricted" : "dataset.unrestricted");
    }

    private void askToDelete(Call call) {
        Located located = findDataset.handle(call.caller(), id(call));
        screen.require(call, located, RosterPermission.DATASET_DELETE);
        screens.show(
                call,
                new ConfirmView(
                        "dataset.delete.title",
                        List.of(located.dataset().name().value()),
                        List.of(Said.of("dataset.delete.lead")),
                        List.of(),
                        "dataset.delete",
                        DatasetScreen.path(located)));
    }

    private void delete(Call call) {
        Located before = deleteDataset.handle(call.caller(), id(call));
        screens.moveOn(call, Spot.of(before.workspace()).path() + "/datasets", "dataset.deleted");
    }
}
