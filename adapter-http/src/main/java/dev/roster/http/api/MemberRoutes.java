package dev.roster.http.api;

import dev.roster.application.membership.AddMember;
import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.membership.ListFormerMembers;
import dev.roster.application.membership.ListMembers;
import dev.roster.application.membership.PutMember;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.port.Memberships;
import dev.roster.application.workspace.ListWorkspacesOfUser;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who belongs to which organization, and to which workspace, the latter from either side. */
final class MemberRoutes implements RouteGroup {
    private record JoinedJson(
            WorkspaceJson workspace, @Nullable String role, Instant joinedAt) {
        static JoinedJson of(Memberships.Joined joined) {
            return new JoinedJson(
                    WorkspaceJson.of(joined.workspace()),
                    MemberJson.roleName(joined.membership().role()),
                    joined.membership().joinedAt());
        }
    }

    private record FormerMemberJson(PersonJson user, Instant joinedAt, Instant endedAt) {
        static FormerMemberJson of(FormerMembers.Former former) {
            return new FormerMemberJson(
                    PersonJson.of(former.user()),
                    former.membership().joinedAt(),
                    former.membership().endedAt());
        }
    }

    private static final Shape<MemberJson> MEMBER = Shape.of(MemberJson.class);
    private static final Shape<Listing<MemberJson>> MEMBERS = Shape.listOf(MemberJson.class);
    private static final Shape<Listing<FormerMemberJson>> FORMER = Shape.listOf(FormerMemberJson.class);
    private static final Shape<Listing<JoinedJson>> WORKSPACES = Shape.listOf(JoinedJson.class);

    private final ListMembers listMembers;
    private final ListFormerMembers listFormerMembers;
    private final ListWorkspacesOfUser listWorkspacesOfUser;
    private final AddMember addMember;
    private final PutMember putMember;
    private final ChangeMemberRole changeMemberRole;
    private final RemoveMember removeMember;

    @Inject
    MemberRoutes(
            ListMembers listMembers,
            ListFormerMembers listFormerMembers,
            ListWorkspacesOfUser listWorkspacesOfUser,
            AddMember addMember,
            PutMember putMember,
            ChangeMemberRole changeMemberRole,
            RemoveMember removeMember) {
        this.listMembers = listMembers;
        this.listFormerMembers = listFormerMembers;
        this.listWorkspacesOfUser = listWorkspacesOfUser;
        this.addMember = addMember;
        this.putMember = putMember;
        this.changeMemberRole = changeMemberRole;
        this.removeMember = removeMember;
    }

    @Override
    public void register(Routes routes) {
        register(routes, "/organizations/{organization_id}/members", call -> Place.of(OrganizationRoutes.id(call)));
        register(routes, "/workspaces/{workspace_id}/members", call -> Place.of(WorkspaceRoutes.id(call)));
        routes.get("/organizations/{organization_id}/former-members", this::former)
                .taking("limit", "cursor");
        routes.get("/me/workspaces", this::own).taking("limit", "cursor");
        routes.get("/users/{user_id}/workspaces", this::ofUser).taking("limit", "cursor");
    }

    private void register(Routes routes, String members, Function<Call, Place> place) {
        String member = members + "/{user_id}";
        routes.get(members, call -> list(call, place)).taking("limit", "cursor");
        routes.post(members, call -> add(call, place));
        routes.put(member, call -> put(call, place));
        routes.patch(member, call -> change(call, place));
        routes.delete(member, call -> remove(call, place));
    }

    private void list(Call call, Function<Call, Place> place) {
        call.answer(MEMBERS, listMembers.handle(call.caller(), place.apply(call), call.page()), MemberJson::of);
    }

    private void former(Call call) {
        call.answer(
                FORMER,
                listFormerMembers.handle(call.caller(), OrganizationRoutes.id(call), call.page()),
                FormerMemberJson::of);
    }

    private void add(Call call, Function<Call, Place> place) {
        JsonObject body = call.body("user_id", "role");
        AddMember.Command command =
                new AddMember.Command(place.apply(call), body.require("user_id", UserId::parse), body.optional("role"));
        call.answer(201, MEMBER, MemberJson.of(addMember.handle(call.caller(), command)));
    }

    private void put(Call call, Function<Call, Place> place) {
        JsonObject body = call.body("role");
        PutMember.Command command =
                PutMember.Command.of(place.apply(call), UserRoutes.id(call), body.requireNullable("role"));
        call.answer(MEMBER, MemberJson.of(putMember.handle(call.caller(), command)));
    }

    private void change(Call call, Function<Call, Place> place) {
        JsonObject body = call.body("role");
        ChangeMemberRole.Command command =
                new ChangeMemberRole.Command(place.apply(call), UserRoutes.id(call), body.requireNullable("role"));
        call.answer(MEMBER, MemberJson.of(changeMemberRole.handle(call.caller(), command)));
    }

    private void remove(Call call, Function<Call, Place> place) {
        removeMember.handle(call.caller(), new RemoveMember.Command(place.apply(call), UserRoutes.id(call)));
        call.noContent();
    }

    private void own(Call call) {
        workspaces(call, MeRoutes.own(call.caller()));
    }

    private void ofUser(Call call) {
        workspaces(call, UserRoutes.id(call));
    }

    private void workspaces(Call call, UserId user) {
        call.answer(WORKSPACES, listWorkspacesOfUser.handle(call.caller(), user, call.page()), JoinedJson::of);
    }
}
