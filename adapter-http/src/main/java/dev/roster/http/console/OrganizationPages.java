package dev.roster.http.console;

import dev.roster.application.Change;
import dev.roster.application.organization.DeleteOrganization;
import dev.roster.application.organization.UpdateOrganization;
import dev.roster.application.paging.Page;
import dev.roster.application.port.Organizations;
import dev.roster.application.workspace.ListWorkspaces;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.console.view.ConfirmView;
import dev.roster.http.console.view.ConfirmView.Said;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.PlaceFormView;
import dev.roster.http.console.view.PlacesView;
import dev.roster.http.console.view.WorkspacesView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The workspaces of an organization, what it is called, and its end. */
final class OrganizationPages implements ConsolePages {
    private static final String PATH = "/organizations/{organization}";
    private static final Set<String> FIELDS = Set.of("name", "description");

    private final Spots spots;
    private final ListWorkspaces listWorkspaces;
    private final UpdateOrganization updateOrganization;
    private final DeleteOrganization deleteOrganization;
    private final May may;
    private final Times times;
    private final Screens screens;

    @Inject
    OrganizationPages(
            Spots spots,
            ListWorkspaces listWorkspaces,
            UpdateOrganization updateOrganization,
            DeleteOrganization deleteOrganization,
            May may,
            Times times,
            Screens screens) {
        this.spots = spots;
        this.listWorkspaces = listWorkspaces;
        this.updateOrganization = updateOrganization;
        this.deleteOrganization = deleteOrganization;
        this.may = may;
        this.times = times;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH + "/workspaces", this::workspaces).producing(MediaTypes.HTML);
        routes.get(PATH + "/edit", this::edit).producing(MediaTypes.HTML);
        routes.post(PATH + "/edit", this::update).producing(MediaTypes.HTML);
        routes.get(PATH + "/delete", this::askToDelete).producing(MediaTypes.HTML);
        routes.post(PATH + "/delete", this::delete).producing(MediaTypes.HTML);
    }

    private static OrganizationId id(Spot spot) {
        return new OrganizationId(spot.place().id());
    }

    private void workspaces(Call call) {
        Spot spot = spots.organization(call);
        Page<Workspace> found = listWorkspaces.handle(
                call.caller(), ListWorkspaces.Query.all().withOrganization(id(spot)), Paged.of(call));
        screens.show(
                call,
                new WorkspacesView(
                        spots.head(call, spot, Spots.Tab.WORKSPACES),
                        found.items().stream().map(one -> row(call, one)).toList(),
                        Paged.pager(call, found)));
    }

    private PlacesView.Row row(Call call, Workspace workspace) {
        Spot spot = Spot.of(workspace);
        return new PlacesView.Row(
                Site.pathOf(call.context()) + spot.path(),
                spot.shown(),
                spot.name(),
                null,
                spot.description(),
                times.shown(spot.createdAt()));
    }

    private void edit(Call call) {
        Spot spot = spots.organization(call);
        FormView form = FormView.of(Map.of("name", spot.shown(), "description", spot.description()));
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
        Spot spot = spots.organization(call);
        TypedForm form = TypedForm.of(call);
        Field<OrganizationName> name = form.value("name", OrganizationName::new);
        String description = form.text("description");
        if (form.isRight()) {
            try {
                Organization after = updateOrganization.handle(
                        call.caller(),
                        new UpdateOrganization.Command(id(spot), Change.to(name.get()), Change.to(description)));
                screens.moveOn(call, Spot.of(after).path(), "organization.updated");
                return;
            } catch (RefusedException refusal) {
                Mendable.note(form, refusal, FIELDS);
            }
        }
        screens.again(call, form, view(call, spot, form.view()));
    }

    private void askToDelete(Call call) {
        Spot spot = spots.organization(call);
        try {
            screens.show(call, ends(spot, deleteOrganization.preview(call.caller(), id(spot))));
        } catch (RefusedException refusal) {
            screens.show(call, blocked(call, spot, refusal));
        }
    }

    private static ConfirmView ends(Spot spot, Organizations.Contents contents) {
        List<Said> said = new ArrayList<>();
        WorkspacePages.count(said, "members", contents.members());
        WorkspacePages.count(said, "workspaces", contents.workspaces());
        WorkspacePages.count(said, "datasets", contents.datasets());
        WorkspacePages.count(said, "guests", contents.guests());
        said.add(Said.of(contents.guests() == 0 ? "ends.people" : "ends.others"));
        return new ConfirmView(
                "organization.delete.title",
                List.of(spot.shown()),
                said,
                List.of(),
                "place.delete.organization",
                spot.path() + "/edit");
    }

    /** What is in it may not go, or it is the one that everybody starts in. */
    private ConfirmView blocked(Call call, Spot spot, RefusedException refusal) {
        boolean isItself = !spots.allowed(call, spot).contains(RosterPermission.ORGANIZATION_DELETE);
        boolean isDefault = refusal.kind() == Kind.CONFLICT;
        if (isItself || !(isDefault || refusal.kind() == Kind.FORBIDDEN)) {
            throw refusal;
        }
        return new ConfirmView(
                "organization.delete.title",
                List.of(spot.shown()),
                isDefault ? List.of() : List.of(Said.of("place.blocked")),
                List.of(TypedForm.sentence(refusal.reason())),
                null,
                spot.path() + "/edit");
    }

    private void delete(Call call) {
        deleteOrganization.handle(call.caller(), id(spots.organization(call)));
        screens.moveOn(call, "/organizations", "organization.deleted");
    }
}
