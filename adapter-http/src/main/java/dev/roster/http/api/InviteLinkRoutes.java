package dev.roster.http.api;

import dev.roster.application.invitation.RemoveInviteLink;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.invitation.ShowInviteLink;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The link with which people sign up into an organization themselves. */
final class InviteLinkRoutes implements RouteGroup {
    private record LinkJson(
            String url,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Integer mostUses,
            int uses,
            List<String> domains) {
        static LinkJson of(ResetInviteLink.Shown shown) {
            InviteLink link = shown.link();
            return new LinkJson(
                    shown.url(),
                    link.createdAt(),
                    link.expiresAt(),
                    link.mostUses(),
                    link.uses(),
                    link.domains().stream().sorted().toList());
        }
    }

    private static final Shape<LinkJson> SHAPE = Shape.of(LinkJson.class);

    private final ShowInviteLink showInviteLink;
    private final ResetInviteLink resetInviteLink;
    private final RemoveInviteLink removeInviteLink;

    @Inject
    InviteLinkRoutes(
            ShowInviteLink showInviteLink, ResetInviteLink resetInviteLink, RemoveInviteLink removeInviteLink) {
        this.showInviteLink = showInviteLink;
        this.resetInviteLink = resetInviteLink;
        this.removeInviteLink = removeInviteLink;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/organizations/{organization_id}/invite-link", this::show);
        routes.post("/organizations/{organization_id}/invite-link", this::reset);
        routes.delete("/organizations/{organization_id}/invite-link", this::remove);
    }

    private void show(Call call) {
        call.answer(SHAPE, LinkJson.of(showInviteLink.handle(call.caller(), OrganizationRoutes.id(call))));
    }

    private void reset(Call call) {
        JsonObject body = call.body("expires_at", "most_uses", "domains");
        ResetInviteLink.Command command = ResetInviteLink.Command.of(OrganizationRoutes.id(call))
                .withExpiresAt(body.optional("expires_at", Fields::instant))
                .withMostUses(body.optionalInteger("most_uses"))
                .withDomains(body.optionalList("domains", InviteLink::domain));
        call.created(call.context().path(), SHAPE, LinkJson.of(resetInviteLink.handle(call.caller(), command)));
    }

    private void remove(Call call) {
        removeInviteLink.handle(call.caller(), OrganizationRoutes.id(call));
        call.noContent();
    }
}
