package dev.roster.http.console;

import dev.roster.application.membership.ListMemberPermissions;
import dev.roster.application.paging.Page;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.console.view.RightsView;
import dev.roster.http.console.view.RightsView.Cell;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who may do what in a workspace or an organization. */
final class RightsPages implements ConsolePages {
    private static final List<RosterPermission> IN_WORKSPACE = List.of(
            RosterPermission.WORKSPACE_READ,
            RosterPermission.WORKSPACE_UPDATE,
            RosterPermission.WORKSPACE_DELETE,
            RosterPermission.MEMBER_READ,
            RosterPermission.MEMBER_ADD,
            RosterPermission.MEMBER_UPDATE,
            RosterPermission.MEMBER_REMOVE,
            RosterPermission.GRANT_CREATE,
            RosterPermission.SERVICE_KEY_CREATE,
            RosterPermission.DATASET_READ,
            RosterPermission.DATASET_CREATE,
            RosterPermission.DATASET_UPDATE,
            RosterPermission.DATASET_DELETE,
            RosterPermission.DATASET_ASSIGN,
            RosterPermission.DATASET_RESTRICT,
            RosterPermission.DATASET_ANNOTATE,
            RosterPermission.DATASET_REVIEW,
            RosterPermission.FEEDBACK_CREATE);

    /** On an organization, what is about workspaces means all of them. */
    private static final List<RosterPermission> IN_ORGANIZATION = Stream.concat(
                    Stream.of(
                            RosterPermission.ORGANIZATION_READ,
                            RosterPermission.ORGANIZATION_UPDATE,
                            RosterPermission.ORGANIZATION_DELETE,
                            RosterPermission.WORKSPACE_CREATE),
                    IN_WORKSPACE.stream())
            .toList();

    private final ListMemberPermissions listMemberPermissions;
    private final Spots spots;
    private final Portraits portraits;
    private final Screens screens;

    @Inject
    RightsPages(ListMemberPermissions listMemberPermissions, Spots spots, Portraits portraits, Screens screens) {
        this.listMemberPermissions = listMemberPermissions;
        this.spots = spots;
        this.portraits = portraits;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        register(routes, "/workspaces/{workspace}/rights", spots::workspace);
        register(routes, "/organizations/{organization}/rights", spots::organization);
    }

    private void register(Routes routes, String path, Function<Call, Spot> spot) {
        routes.get(path, call -> show(call, spot.apply(call))).producing(MediaTypes.HTML);
    }

    private void show(Call call, Spot spot) {
        List<RosterPermission> asked = spot.place().kind() == Place.Kind.WORKSPACE ? IN_WORKSPACE : IN_ORGANIZATION;
        Page<ListMemberPermissions.Row> found =
                listMemberPermissions.ofPlace(call.caller(), spot.place(), Paged.of(call));
        Portraits.Gallery gallery = portraits.of(call);
        screens.show(
                call,
                new RightsView(
                        spots.head(call, spot, Spots.Tab.RIGHTS),
                        Permissions.shown(asked),
                        found.items().stream()
                                .map(row -> new RightsView.Row(
                                        gallery.shown(row.user()),
                                        asked.stream()
                                                .map(permission -> cell(permission, row))
                                                .toList()))
                                .toList(),
                        Paged.pager(call, found)));
    }

    private static Cell cell(RosterPermission permission, ListMemberPermissions.Row row) {
        if (row.permissions().contains(permission)) {
            return Cell.ALL;
        }
        return row.onOpenDatasets().contains(permission) ? Cell.SOME : Cell.NONE;
    }
}
