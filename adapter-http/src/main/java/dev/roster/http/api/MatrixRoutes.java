package dev.roster.http.api;

import dev.roster.application.membership.ListMemberPermissions;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.Permission;
import dev.roster.http.web.Call;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.util.List;

/** Who may do what in a place. */
final class MatrixRoutes implements RouteGroup {
    private record RowJson(PersonJson user, List<String> permissions) {
        static RowJson of(ListMemberPermissions.Row row) {
            return new RowJson(
                    PersonJson.of(row.user()),
                    row.permissions().stream().map(Permission::key).toList());
        }
    }

    private static final Shape<Listing<RowJson>> LIST = Shape.listOf(RowJson.class);

    private final ListMemberPermissions listMemberPermissions;

    @Inject
    MatrixRoutes(ListMemberPermissions listMemberPermissions) {
        this.listMemberPermissions = listMemberPermissions;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/organizations/{organization_id}/permissions", this::ofOrganization)
                .taking("limit", "cursor");
        routes.get("/workspaces/{workspace_id}/permissions", this::ofWorkspace).taking("limit", "cursor");
        routes.get("/datasets/{dataset_id}/permissions", this::ofDataset).taking("limit", "cursor");
    }

    private void ofOrganization(Call call) {
        ofPlace(call, Place.of(OrganizationRoutes.id(call)));
    }

    private void ofWorkspace(Call call) {
        ofPlace(call, Place.of(WorkspaceRoutes.id(call)));
    }

    private void ofPlace(Call call, Place place) {
        call.answer(LIST, listMemberPermissions.ofPlace(call.caller(), place, call.page()), RowJson::of);
    }

    private void ofDataset(Call call) {
        call.answer(
                LIST, listMemberPermissions.ofDataset(call.caller(), DatasetRoutes.id(call), call.page()), RowJson::of);
    }
}
