package dev.roster.http.api;

import dev.roster.application.organization.AddOrganizationMember;
import dev.roster.application.organization.ChangeOrganizationMemberRole;
import dev.roster.application.organization.ListOrganizationMembers;
import dev.roster.application.organization.RemoveOrganizationMember;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;

/** Who belongs to which organization. */
final class OrganizationMemberRoutes implements RouteGroup {
    private static final Shape<MemberJson> SHAPE = Shape.of(MemberJson.class);
    private static final Shape<Listing<MemberJson>> LIST = Shape.listOf(MemberJson.class);

    private final ListOrganizationMembers listMembers;
    private final AddOrganizationMember addMember;
    private final ChangeOrganizationMemberRole changeMemberRole;
    private final RemoveOrganizationMember removeMember;

    @Inject
    OrganizationMemberRoutes(
            ListOrganizationMembers listMembers,
            AddOrganizationMember addMember,
            ChangeOrganizationMemberRole changeMemberRole,
            RemoveOrganizationMember removeMember) {
        this.listMembers = listMembers;
        this.addMember = addMember;
        this.changeMemberRole = changeMemberRole;
        this.removeMember = removeMember;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/organizations/{organization_id}/members", this::list).taking("limit", "cursor");
        routes.post("/organizations/{organization_id}/members", this::add);
        routes.patch("/organizations/{organization_id}/members/{user_id}", this::change);
        routes.delete("/organizations/{organization_id}/members/{user_id}", this::remove);
    }

    private void list(Call call) {
        call.answer(LIST, listMembers.handle(call.caller(), OrganizationRoutes.id(call), call.page()), MemberJson::of);
    }

    private void add(Call call) {
        JsonObject body = call.body("user_id", "role");
        AddOrganizationMember.Command command = new AddOrganizationMember.Command(
                OrganizationRoutes.id(call), body.require("user_id", UserId::parse), body.optional("role"));
        call.answer(201, SHAPE, MemberJson.of(addMember.handle(call.caller(), command)));
    }

    private void change(Call call) {
        JsonObject body = call.body("role");
        ChangeOrganizationMemberRole.Command command = new ChangeOrganizationMemberRole.Command(
                OrganizationRoutes.id(call), UserRoutes.id(call), body.requireNullable("role"));
        call.answer(SHAPE, MemberJson.of(changeMemberRole.handle(call.caller(), command)));
    }

    private void remove(Call call) {
        removeMember.handle(
                call.caller(), new RemoveOrganizationMember.Command(OrganizationRoutes.id(call), UserRoutes.id(call)));
        call.noContent();
    }
}
