package dev.roster.http.labelstudio;

import dev.roster.application.flat.InviteFlat;
import dev.roster.application.invitation.EnsureInviteLink;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.invitation.RevokeInvitation;
import dev.roster.application.invitation.ShowInviteLink;
import dev.roster.application.user.FindUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.CsrfTokens;
import dev.roster.http.web.Fault;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How people come into the active organization (contract §4.6). */
final class InviteRoutes implements RouteGroup {
    private static final int MOST = 100;

    private final ShowInviteLink showInviteLink;
    private final EnsureInviteLink ensureInviteLink;
    private final ResetInviteLink resetInviteLink;
    private final InviteFlat inviteFlat;
    private final FindUser findUser;
    private final RevokeInvitation revokeInvitation;
    private final ActiveOrganization active;
    private final CsrfTokens csrf;

    @Inject
    InviteRoutes(
            ShowInviteLink showInviteLink,
            EnsureInviteLink ensureInviteLink,
            ResetInviteLink resetInviteLink,
            InviteFlat inviteFlat,
            FindUser findUser,
            RevokeInvitation revokeInvitation,
            ActiveOrganization active,
            CsrfTokens csrf) {
        this.showInviteLink = showInviteLink;
        this.ensureInviteLink = ensureInviteLink;
        this.resetInviteLink = resetInviteLink;
        this.inviteFlat = inviteFlat;
        this.findUser = findUser;
        this.revokeInvitation = revokeInvitation;
        this.active = active;
        this.csrf = csrf;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/invite", this::show);
        routes.post("/api/invite/reset-token", this::reset);
        routes.post("/api/invite/send-email", this::send);
        routes.post("/api/invite/revoke", this::revoke);
    }

    /** Looking never changes a link that people were sent. */
    private void show(Call call) {
        OrganizationId organization = active.of(call).id();
        ResetInviteLink.Shown shown = mayCreate(call)
                ? ensureInviteLink.handle(call.caller(), organization)
                : showInviteLink.handle(call.caller(), organization);
        answer(call, 200, shown);
    }

    /** Pages of other sites can have a browser look with its session, and what only looks is not asked where it comes from. */
    private boolean mayCreate(Call call) {
        return call.caller().session() == null || csrf.verdict(call.context(), null) == CsrfTokens.Verdict.OWN;
    }

    private void reset(Call call) {
        answer(
                call,
                201,
                resetInviteLink.handle(
                        call.caller(),
                        ResetInviteLink.Command.of(active.of(call).id())));
    }

    /** The page under the prefix where the client came by it: what it puts before is scheme and host alone. */
    private static void answer(Call call, int status, ResetInviteLink.Shown shown) {
        String token = shown.secret().reveal();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token", token);
        body.put("invite_url", Mount.of(call.context(), "/user/signup/?token=" + token));
        Json.answer(call, status, body);
    }

    /** One after the other. An address that is invited already stays so; one that has an account is told, by its place. */
    private void send(Call call) {
        Inputs inputs = Inputs.withAnyBody(call);
        List<EmailAddress> emails = emails(inputs);
        Field<LabelStudioRole> role = inputs.optionalWord("role", LabelStudioRole.WORDS);
        if (role.or(LabelStudioRole.NO) == LabelStudioRole.OW || role.or(LabelStudioRole.NO) == LabelStudioRole.DI) {
            inputs.refuse(Fault.Kind.UNKNOWN_WORD, "AD, MA, RE, AN or NO", "role");
        }
        inputs.check();
        Organization organization = active.of(call);
        for (EmailAddress email : emails) {
            InviteFlat.Command command = new InviteFlat.Command(
                    organization.id(),
                    Standings.WORKSPACE,
                    email,
                    role.or(LabelStudioRole.NO).word());
            Translated.on(
                    Kind.CONFLICT,
                    () -> inviteFlat.handle(call.caller(), command),
                    known -> Refusal.invalid("emails", known.reason()));
        }
        Json.answer(
                call, Map.of("emails", emails.stream().map(EmailAddress::value).toList()));
    }

    private static List<EmailAddress> emails(Inputs inputs) {
        List<EmailAddress> emails = new ArrayList<>();
        List<String> texts = inputs.optionalTexts("emails");
        if (texts.isEmpty()) {
            inputs.refuse(Fault.Kind.MISSING, "", "emails");
        } else if (texts.size() > MOST) {
            inputs.refuse(
                    Fault.Kind.REFUSED,
                    "There are " + texts.size() + " addresses, expected at most " + MOST + ".",
                    "emails");
        } else {
            for (String text : texts) {
                try {
                    emails.add(Emails.read(text));
                } catch (RefusedException malformed) {
                    inputs.refuse(Fault.Kind.REFUSED, malformed.reason(), "emails");
                }
            }
        }
        return emails;
    }

    private void revoke(Call call) {
        Inputs inputs = Inputs.withAnyBody(call);
        Field<EmailAddress> email = inputs.text("email", TextRule.TRIMMED, Emails::read);
        inputs.check();
        User user = Translated.on(
                Kind.NOT_FOUND,
                () -> findUser.byLogin(call.caller(), email.get().value()),
                missing -> Refusal.of(404, "Invite not found"));
        Translated.on(
                Kind.CONFLICT,
                () -> {
                    revokeInvitation.handle(call.caller(), user.id());
                    return true;
                },
                accepted -> Refusal.of(404, "Invite not found"));
        Json.answer(call, Map.of("detail", "Invite revoked"));
    }
}
