package dev.roster.http.api;

import dev.roster.application.Now;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.ListInvitations;
import dev.roster.application.invitation.ResendInvitation;
import dev.roster.application.invitation.RevokeInvitation;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Letting people in, one by one. Their link is in the mail alone and never in an answer here. */
final class InvitationRoutes implements RouteGroup {
    private record InvitationJson(
            UUID id,
            String mode,
            boolean pending,
            @Nullable UUID inviterId,
            Instant createdAt,
            Instant sentAt,
            Instant expiresAt) {
        static InvitationJson of(Invitation invitation, Instant now) {
            return new InvitationJson(
                    invitation.id().value(),
                    invitation.mode().word(),
                    invitation.isPending(now),
                    invitation.inviter() == null ? null : invitation.inviter().value(),
                    invitation.createdAt(),
                    invitation.sentAt(),
                    invitation.expiresAt());
        }
    }

    private record InvitedJson(UserJson user, InvitationJson invitation) {}

    private record SentJson(
            UserJson user,
            @Nullable InvitationJson invitation,
            @Nullable String temporaryPassword) {
        static SentJson of(InviteUser.Invited invited, Instant now) {
            Invitation invitation = invited.invitation();
            return new SentJson(
                    UserJson.of(invited.user()),
                    invitation == null ? null : InvitationJson.of(invitation, now),
                    invited.temporaryPassword() == null
                            ? null
                            : invited.temporaryPassword().reveal());
        }
    }

    private static final Shape<Listing<InvitedJson>> LIST = Shape.listOf(InvitedJson.class);
    private static final Shape<SentJson> SENT = Shape.of(SentJson.class);

    private final InviteUser inviteUser;
    private final ListInvitations listInvitations;
    private final ResendInvitation resendInvitation;
    private final RevokeInvitation revokeInvitation;
    private final Now now;

    @Inject
    InvitationRoutes(
            InviteUser inviteUser,
            ListInvitations listInvitations,
            ResendInvitation resendInvitation,
            RevokeInvitation revokeInvitation,
            Now now) {
        this.inviteUser = inviteUser;
        this.listInvitations = listInvitations;
        this.resendInvitation = resendInvitation;
        this.revokeInvitation = revokeInvitation;
        this.now = now;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/invitations", this::list).taking("pending", "limit", "cursor");
        routes.post("/invitations", this::invite);
        routes.post("/users/{user_id}/invitation/resend", this::resend);
        routes.delete("/users/{user_id}/invitation", this::revoke);
    }

    private void list(Call call) {
        Boolean pending = call.query().read("pending", Fields::flag);
        Instant at = now.get();
        call.answer(
                LIST,
                listInvitations.handle(call.caller(), pending, call.page()),
                invited -> new InvitedJson(UserJson.of(invited.user()), InvitationJson.of(invited.invitation(), at)));
    }

    private void invite(Call call) {
        JsonObject body = ProfileFields.WITHOUT_PHONE.body(
                call,
                "email",
                "mode",
                "username",
                "role",
                "developer",
                "organization_id",
                "organization_role",
                "workspaces",
                "afresh");
        InviteMode mode = body.optional("mode", InviteMode::parse);
        InviteUser.Command command = InviteUser.Command.of(
                        body.require("email", EmailAddress::new), mode == null ? InviteMode.LINK : mode)
                .withUsername(body.optional("username", Username::new))
                .withProfile(ProfileFields.WITHOUT_PHONE.given(body))
                .withRole(body.optional("role"))
                .withDeveloper(body.optionalFlag("developer"))
                .withOrganization(body.optional("organization_id", OrganizationId::parse))
                .withOrganizationRole(body.optional("organization_role", RoleName::reference))
                .withWorkspaces(workspaces(body))
                .withAfresh(Boolean.TRUE.equals(body.optionalFlag("afresh")));
        InviteUser.Invited invited = inviteUser.handle(call.caller(), command);
        call.answer(invited.isNew() ? 201 : 200, SENT, SentJson.of(invited, now.get()));
    }

    private static List<InviteUser.WorkspacePlace> workspaces(JsonObject body) {
        return body.optionalObjects("workspaces", Set.of("workspace_id", "role")).stream()
                .map(place -> new InviteUser.WorkspacePlace(
                        place.require("workspace_id", WorkspaceId::parse), place.optional("role", RoleName::reference)))
                .toList();
    }

    private void resend(Call call) {
        InviteUser.Invited sent = resendInvitation.handle(call.caller(), UserRoutes.id(call));
        call.answer(SENT, SentJson.of(sent, now.get()));
    }

    private void revoke(Call call) {
        revokeInvitation.handle(call.caller(), UserRoutes.id(call));
        call.noContent();
    }
}
