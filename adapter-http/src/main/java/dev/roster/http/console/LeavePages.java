package dev.roster.http.console;

import dev.roster.application.membership.LeavePlace;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships.Joined;
import dev.roster.application.user.ShowMe;
import dev.roster.application.workspace.ListWorkspacesOfUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.console.view.ConfirmView;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;

/** Leaves a workspace or an organization that one belongs to, whether or not one may look at it. */
final class LeavePages implements ConsolePages {
    private static final String WORKSPACE = AccountPages.PATH + "/workspaces/{place}/leave";
    private static final String ORGANIZATION = AccountPages.PATH + "/organizations/{place}/leave";
    private static final PageRequest ALL = PageRequest.first(PageRequest.MOST);

    private final ShowMe showMe;
    private final ListWorkspacesOfUser listWorkspaces;
    private final ListOrganizations listOrganizations;
    private final LeavePlace leavePlace;
    private final Screens screens;

    @Inject
    LeavePages(
            ShowMe showMe,
            ListWorkspacesOfUser listWorkspaces,
            ListOrganizations listOrganizations,
            LeavePlace leavePlace,
            Screens screens) {
        this.showMe = showMe;
        this.listWorkspaces = listWorkspaces;
        this.listOrganizations = listOrganizations;
        this.leavePlace = leavePlace;
        this.screens = screens;
    }

    /** The page to leave that place. */
    static String path(Place place) {
        return AccountPages.PAGE + place.kind().word() + "s/" + place.id() + "/leave";
    }

    @Override
    public void register(Routes routes) {
        routes.get(WORKSPACE, call -> screens.show(call, asked(workspace(call))))
                .producing(MediaTypes.HTML);
        routes.post(WORKSPACE, call -> leave(call, Place.of(call.path("place", WorkspaceId::parse))))
                .producing(MediaTypes.HTML);
        routes.get(ORGANIZATION, call -> screens.show(call, asked(organization(call))))
                .producing(MediaTypes.HTML);
        routes.post(ORGANIZATION, call -> leave(call, Place.of(call.path("place", OrganizationId::parse))))
                .producing(MediaTypes.HTML);
    }

    private Spot workspace(Call call) {
        WorkspaceId id = call.path("place", WorkspaceId::parse);
        UserId own = showMe.handle(call.caller()).id();
        return listWorkspaces.handle(call.caller(), own, ALL).items().stream()
                .map(Joined::workspace)
                .filter((Workspace workspace) -> workspace.id().equals(id))
                .findFirst()
                .map(Spot::of)
                .orElseThrow(() -> RefusedException.notFound("workspace", id));
    }

    private Spot organization(Call call) {
        OrganizationId id = call.path("place", OrganizationId::parse);
        return listOrganizations.own(call.caller(), ALL).items().stream()
                .filter((Organization organization) -> organization.id().equals(id))
                .findFirst()
                .map(Spot::of)
                .orElseThrow(() -> RefusedException.notFound("organization", id));
    }

    private static ConfirmView asked(Spot spot) {
        return new ConfirmView(
                "leave.title",
                List.of(spot.shown()),
                List.of(ConfirmView.Said.of("leave.lead." + spot.kind())),
                List.of(),
                "leave.button",
                AccountPages.PAGE);
    }

    private void leave(Call call, Place place) {
        leavePlace.handle(call.caller(), place);
        screens.moveOn(
                call,
                AccountPages.PAGE,
                place.either(organization -> "left.organization", workspace -> "left.workspace"));
    }
}
