package dev.roster.http.console;

import dev.roster.application.organization.FindOrganization;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.Uuids;
import dev.roster.http.console.view.PlaceHead;
import dev.roster.http.web.Call;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the place that a path names, and says which pages of it the caller has. */
final class Spots {
    /** A page of a place. */
    enum Tab {
        OVERVIEW(""),
        WORKSPACES("/workspaces"),
        DATASETS("/datasets"),
        RIGHTS("/rights"),
        EDIT("/edit");

        private final String path;

        Tab(String path) {
            this.path = path;
        }

        private String text() {
            return path.isEmpty() ? "place.tab.overview" : "place.tab." + path.substring(1);
        }
    }

    private final FindWorkspace findWorkspace;
    private final FindOrganization findOrganization;
    private final May may;

    @Inject
    Spots(FindWorkspace findWorkspace, FindOrganization findOrganization, May may) {
        this.findWorkspace = findWorkspace;
        this.findOrganization = findOrganization;
        this.may = may;
    }

    /** The one that {@code {workspace}} names. */
    Spot workspace(Call call) {
        return Spot.of(findWorkspace.byName(call.caller(), call.context().pathParam("workspace")));
    }

    /** The one that {@code {organization}} names, or whose id it is. */
    Spot organization(Call call) {
        String named = call.context().pathParam("organization");
        return Spot.of(
                Uuids.isUuid(named)
                        ? findOrganization.handle(call.caller(), OrganizationId.parse(named))
                        : findOrganization.byName(call.caller(), named));
    }

    /** Where the pages about it are, and which the caller has. */
    PlaceHead head(Call call, Spot spot, Tab shown) {
        boolean isWorkspace = spot.place().kind() == Place.Kind.WORKSPACE;
        Set<RosterPermission> allowed = allowed(call, spot);
        List<Tab> tabs = new ArrayList<>(List.of(Tab.OVERVIEW, isWorkspace ? Tab.DATASETS : Tab.WORKSPACES));
        if (allowed.contains(RosterPermission.MEMBER_READ)) {
            tabs.add(Tab.RIGHTS);
        }
        if (allowed.contains(update(spot)) || allowed.contains(delete(spot))) {
            tabs.add(Tab.EDIT);
        }
        String path = Site.pathOf(call.context()) + spot.path();
        return new PlaceHead(
                spot.kind(),
                path,
                spot.shown(),
                tabs.stream()
                        .map(tab -> new PlaceHead.Tab(tab.text(), path + tab.path, tab == shown))
                        .toList());
    }

    /** Of seeing members, changing and deleting the place, what the caller may. */
    Set<RosterPermission> allowed(Call call, Spot spot) {
        return may.at(call.caller(), spot.target().ref(), RosterPermission.MEMBER_READ, update(spot), delete(spot));
    }

    static RosterPermission update(Spot spot) {
        return spot.place().kind() == Place.Kind.WORKSPACE
                ? RosterPermission.WORKSPACE_UPDATE
                : RosterPermission.ORGANIZATION_UPDATE;
    }

    static RosterPermission delete(Spot spot) {
        return spot.place().kind() == Place.Kind.WORKSPACE
                ? RosterPermission.WORKSPACE_DELETE
                : RosterPermission.ORGANIZATION_DELETE;
    }
}
