package dev.roster.http.api;

import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.user.PreviewUserDeletion;
import dev.roster.application.user.UpdateUser;
import dev.roster.application.workspace.DeleteWorkspace;
import dev.roster.domain.membership.Place;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/** What changes would mean, asked before they are made. */
final class PreviewRoutes implements RouteGroup {
    private record HeldJson(PlaceJson place, String role) {
        static HeldJson of(PreviewUserDeletion.Held held) {
            return new HeldJson(PlaceJson.of(held.place()), held.role());
        }
    }

    private record EndsJson(
            PersonJson user,
            int sessions,
            int keys,
            int keysMadeForOthers,
            List<HeldJson> memberships,
            List<HeldJson> grants,
            int assignments,
            List<PersonJson> serviceAccounts,
            long serviceAccountCount) {
        static EndsJson of(PreviewUserDeletion.Ends ends) {
            return new EndsJson(
                    PersonJson.of(ends.user()),
                    ends.sessions(),
                    ends.keys(),
                    ends.keysMadeForOthers(),
                    ends.memberships().stream().map(HeldJson::of).toList(),
                    ends.grants().stream().map(HeldJson::of).toList(),
                    ends.assignments(),
                    ends.services().stream().map(PersonJson::of).toList(),
                    ends.serviceCount());
        }
    }

    private record BlockingJson(
            long members, long guests, long grants, long datasets, List<String> firstDatasets, boolean contentsMayGo) {
        static BlockingJson of(DeleteWorkspace.Blocking blocking) {
            return new BlockingJson(
                    blocking.contents().members(),
                    blocking.contents().guests(),
                    blocking.contents().grants(),
                    blocking.contents().datasets(),
                    blocking.datasets(),
                    blocking.contentsMayGo());
        }
    }

    private static final Shape<EndsJson> ENDS = Shape.of(EndsJson.class);
    private static final Shape<BlockingJson> BLOCKING = Shape.of(BlockingJson.class);

    private final UpdateUser updateUser;
    private final ChangeMemberRole changeMemberRole;
    private final PreviewUserDeletion previewUserDeletion;
    private final DeleteWorkspace deleteWorkspace;

    @Inject
    PreviewRoutes(
            UpdateUser updateUser,
            ChangeMemberRole changeMemberRole,
            PreviewUserDeletion previewUserDeletion,
            DeleteWorkspace deleteWorkspace) {
        this.updateUser = updateUser;
        this.changeMemberRole = changeMemberRole;
        this.previewUserDeletion = previewUserDeletion;
        this.deleteWorkspace = deleteWorkspace;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/users/{user_id}/role-preview", this::accountRole);
        routes.post(
                "/organizations/{organization_id}/members/{user_id}/role-preview",
                call -> memberRole(call, one -> Place.of(OrganizationRoutes.id(one))));
        routes.post(
                "/workspaces/{workspace_id}/members/{user_id}/role-preview",
                call -> memberRole(call, one -> Place.of(WorkspaceRoutes.id(one))));
        routes.get("/users/{user_id}/deletion", this::userDeletion);
        routes.get("/workspaces/{workspace_id}/deletion", this::workspaceDeletion);
    }

    private void accountRole(Call call) {
        String role = call.body("role").require("role");
        call.answer(
                RolePreviewJson.SHAPE,
                RolePreviewJson.of(updateUser.previewRole(call.caller(), UserRoutes.id(call), role)));
    }

    private void memberRole(Call call, Function<Call, Place> place) {
        String role = call.body("role").requireNullable("role");
        ChangeMemberRole.Command command = new ChangeMemberRole.Command(place.apply(call), UserRoutes.id(call), role);
        call.answer(RolePreviewJson.SHAPE, RolePreviewJson.of(changeMemberRole.preview(call.caller(), command)));
    }

    private void userDeletion(Call call) {
        call.answer(ENDS, EndsJson.of(previewUserDeletion.handle(call.caller(), UserRoutes.id(call))));
    }

    private void workspaceDeletion(Call call) {
        call.answer(BLOCKING, BlockingJson.of(deleteWorkspace.blocking(call.caller(), WorkspaceRoutes.id(call))));
    }
}
