package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.RemoveInviteLink;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.invitation.ShowInviteLink;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.InviteView;
import dev.roster.http.console.view.OptionView;
import dev.roster.http.console.view.OutcomesView;
import dev.roster.http.console.view.OutcomesView.Outcome;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Invites people: many at once by e-mail, or with the link of an organization. To look at that link changes nothing. */
final class InvitePages implements ConsolePages {
    private static final int MOST = 50;
    private static final String PATH = "/invitations/new";
    private static final String LINK = "/invitations/link";
    private static final String HAND_OVER = "hand-over";
    private static final List<OptionView> MODES = List.of(
            OptionView.worded(InviteMode.LINK.word(), "invite.mode.link"),
            OptionView.worded(HAND_OVER, "invite.mode.hand-over"),
            OptionView.worded(InviteMode.TEMPORARY_PASSWORD.word(), "invite.mode.temporary-password"));

    private final InviteUser inviteUser;
    private final ShowInviteLink showLink;
    private final ResetInviteLink resetLink;
    private final RemoveInviteLink removeLink;
    private final Choices choices;
    private final May may;
    private final Screens screens;
    private final Times times;

    @Inject
    InvitePages(
            InviteUser inviteUser,
            ShowInviteLink showLink,
            ResetInviteLink resetLink,
            RemoveInviteLink removeLink,
            Choices choices,
            May may,
            Screens screens,
            Times times) {
        this.inviteUser = inviteUser;
        this.showLink = showLink;
        this.resetLink = resetLink;
        this.removeLink = removeLink;
        this.choices = choices;
        this.may = may;
        this.screens = screens;
        this.times = times;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::show).producing(MediaTypes.HTML);
        routes.post(PATH, this::invite).producing(MediaTypes.HTML);
        routes.post(LINK, this::changeLink).producing(MediaTypes.HTML);
    }

    private void show(Call call) {
        String address = call.query().textOrEmpty("email");
        FormView form = address == null ? FormView.EMPTY : FormView.of(Map.of("addresses", address));
        screens.show(call, view(call, form, call.query().textOrEmpty("organization")));
    }

    private InviteView view(Call call, FormView form, @Nullable String organization) {
        Caller caller = call.caller();
        List<Organization> all = choices.organizations(caller, RosterPermission.MEMBER_ADD);
        boolean byMail = may.everywhere(caller, RosterPermission.USER_CREATE);
        if (!byMail && all.isEmpty()) {
            throw RefusedException.forbidden("you may not invite people");
        }
        return new InviteView(
                byMail ? byMail(caller, form) : null,
                all.stream()
                        .filter(one ->
                                organization == null || one.id().toString().equals(organization))
                        .findFirst()
                        .map(one -> link(caller, one))
                        .orElse(null),
                all.stream()
                        .map(one ->
                                OptionView.named(one.id().toString(), one.name().value()))
                        .toList(),
                "/people/");
    }

    private InviteView.ByMail byMail(Caller caller, FormView form) {
        return new InviteView.ByMail(
                form,
                choices.roles(caller),
                Choices.options(choices.workspaces(caller, RosterPermission.MEMBER_ADD)),
                choices.rolesForPlaces(caller),
                MODES);
    }

    private InviteView.Link link(Caller caller, Organization organization) {
        String id = organization.id().toString();
        String name = organization.name().value();
        try {
            ResetInviteLink.Shown shown = showLink.handle(caller, organization.id());
            return new InviteView.Link(
                    id,
                    name,
                    shown.url(),
                    Integer.toString(shown.link().uses()),
                    shown.link().expiresAt() == null
                            ? null
                            : times.shown(shown.link().expiresAt()),
                    false);
        } catch (RefusedException refusal) {
            return switch (refusal.kind()) {
                case NOT_FOUND -> InviteView.Link.none(id, name);
                case FORBIDDEN -> InviteView.Link.hidden(id, name);
                default -> throw refusal;
            };
        }
    }

    private void changeLink(Call call) {
        TypedForm form = TypedForm.of(call);
        OrganizationId organization = OrganizationId.parse(form.text("organization"));
        String back = Screens.withQuery(PATH, "organization", organization.toString());
        if (form.text("do").equals("remove")) {
            removeLink.handle(call.caller(), organization);
            screens.moveOn(call, back, "invite.removed");
        } else {
            resetLink.handle(call.caller(), ResetInviteLink.Command.of(organization));
            screens.moveOn(call, back, "invite.reset");
        }
    }

    private void invite(Call call) {
        TypedForm form = TypedForm.of(call);
        Field<List<EmailAddress>> addresses = form.value("addresses", InvitePages::addresses);
        boolean handOver = form.text("mode").equals(HAND_OVER);
        Field<InviteMode> mode = handOver ? Field.of(InviteMode.LINK) : form.value("mode", InviteMode::parse);
        Field<String> role = form.optional("role", text -> text);
        Field<String> placeRole = form.optional("place_role", text -> text);
        List<InviteUser.WorkspacePlace> workspaces = form.ticked("workspace").stream()
                .map(id -> new InviteUser.WorkspacePlace(WorkspaceId.parse(id), placeRole.orNull()))
                .toList();
        if (!form.isRight()) {
            screens.again(call, TypedForm.of(call), view(call, form.view(), null));
            return;
        }
        List<Outcome> outcomes = addresses.get().stream()
                .map(address -> invite(
                        call.caller(),
                        InviteUser.Command.of(address, mode.get())
                                .withRole(role.orNull())
                                .withWorkspaces(workspaces)
                                .withHandOver(handOver)))
                .toList();
        screens.show(call, new OutcomesView("invite.outcome", outcomes, "/invitations"));
    }

    /** One for each line, or between commas. */
    private static List<EmailAddress> addresses(String text) {
        List<EmailAddress> addresses = Stream.of(text.split("[\\s,;]+", -1))
                .filter(address -> !address.isEmpty())
                .map(EmailAddress::new)
                .distinct()
                .toList();
        if (addresses.size() > MOST) {
            throw RefusedException.invalid(
                    "addresses", "invalid list of " + addresses.size() + " addresses, expected at most " + MOST);
        }
        return addresses;
    }

    private Outcome invite(Caller caller, InviteUser.Command command) {
        String address = command.email().value();
        try {
            InviteUser.Invited invited = inviteUser.handle(caller, command);
            SecretText password = invited.temporaryPassword();
            return new Outcome(
                    address,
                    invited.isNew() ? "invite.sent" : "invite.waits",
                    null,
                    password == null ? invited.link() : password.reveal());
        } catch (RefusedException refusal) {
            if (!Refusals.isForTheForm(refusal)) {
                throw refusal;
            }
            return Outcome.refused(address, TypedForm.sentence(refusal.reason()));
        }
    }
}
