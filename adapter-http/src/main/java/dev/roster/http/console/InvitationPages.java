package dev.roster.http.console;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.ListInvitations;
import dev.roster.application.invitation.ResendInvitation;
import dev.roster.application.invitation.RevokeInvitation;
import dev.roster.application.paging.Page;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.People.Person;
import dev.roster.application.user.AskTakeOver;
import dev.roster.application.user.ListPeople;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.console.view.ConfirmPersonView;
import dev.roster.http.console.view.HandOverView;
import dev.roster.http.console.view.InvitationsView;
import dev.roster.http.console.view.PagerView;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is invited and has not come yet: sends their invitation again, or takes it back. */
final class InvitationPages implements ConsolePages {
    private static final String PATH = "/invitations";
    private static final String RESEND = "person.resend";
    private static final String REVOKE = "person.revoke";

    private final ListInvitations listInvitations;
    private final ListPeople listPeople;
    private final ResendInvitation resend;
    private final RevokeInvitation revoke;
    private final PersonFinder finder;
    private final PersonActions actions;
    private final AskTakeOver askTakeOver;
    private final May may;
    private final Screens screens;
    private final Times times;
    private final Now now;

    @Inject
    InvitationPages(
            ListInvitations listInvitations,
            ListPeople listPeople,
            ResendInvitation resend,
            RevokeInvitation revoke,
            PersonFinder finder,
            PersonActions actions,
            AskTakeOver askTakeOver,
            May may,
            Screens screens,
            Times times,
            Now now) {
        this.listInvitations = listInvitations;
        this.listPeople = listPeople;
        this.resend = resend;
        this.revoke = revoke;
        this.finder = finder;
        this.actions = actions;
        this.askTakeOver = askTakeOver;
        this.may = may;
        this.screens = screens;
        this.times = times;
        this.now = now;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::list).producing(MediaTypes.HTML);
        routes.get(PATH + "/{who}/resend", call -> ask(call, RESEND, null)).producing(MediaTypes.HTML);
        routes.post(PATH + "/{who}/resend", this::resend).producing(MediaTypes.HTML);
        routes.get(PATH + "/{who}/revoke", call -> ask(call, REVOKE, null)).producing(MediaTypes.HTML);
        routes.post(PATH + "/{who}/revoke", this::revoke).producing(MediaTypes.HTML);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(
                30,
                MenuEntry.Section.PLACES,
                "menu.invitations",
                PATH,
                "mail",
                caller -> may.everywhere(caller, RosterPermission.USER_READ)));
    }

    private void list(Call call) {
        Caller caller = call.caller();
        Page<Invitations.Invited> page = listInvitations.handle(caller, null, call.page());
        String next = call.next(page);
        Instant at = now.get();
        String here = Site.pathOf(call.context()) + PATH;
        Set<UserId> theirs = askTakeOver.among(
                caller,
                RosterPermission.USER_CREATE,
                page.items().stream().map(invited -> invited.user().id()).collect(Collectors.toSet()));
        screens.show(
                call,
                new InvitationsView(
                        page.items().stream()
                                .map(invited -> row(
                                        call,
                                        invited,
                                        at,
                                        theirs.contains(invited.user().id())))
                                .toList(),
                        new PagerView(
                                call.query().text("cursor") == null ? null : here,
                                next == null ? null : Screens.withQuery(here, "cursor", next)),
                        listPeople.count(caller, ListPeople.Query.all().withStatuses(Set.of(PersonStatus.INVITED))),
                        may.everywhere(caller, RosterPermission.USER_CREATE)));
    }

    private InvitationsView.Row row(Call call, Invitations.Invited invited, Instant at, boolean theirs) {
        User user = invited.user();
        Invitation invitation = invited.invitation();
        PersonStatus status = invitation.isPending(at) ? PersonStatus.INVITED : PersonStatus.EXPIRED;
        return new InvitationsView.Row(
                PeopleRows.shown(call, user, false),
                Objects.toString(user.email(), ""),
                "/people/" + user.id(),
                user.role().name().value(),
                mode(invitation.mode()),
                PeopleRows.status(status.word()),
                times.shown(invitation.sentAt()),
                times.shown(invitation.expiresAt()),
                theirs ? PersonActions.waiting(new Person(user, status)) : List.of());
    }

    private static String mode(InviteMode mode) {
        return mode == InviteMode.LINK ? "invite.mode.link" : "invite.mode.temporary-password";
    }

    private void ask(Call call, String offer, @Nullable String alert) {
        screens.show(call, asked(call, offer, alert));
    }

    private ConfirmPersonView asked(Call call, String offer, @Nullable String alert) {
        Person person = finder.offered(call, actions, offer);
        return new ConfirmPersonView(
                offer.equals(RESEND) ? "resend." : "revoke.",
                PeopleRows.shown(call, person.user(), false),
                List.of(),
                offer.equals(REVOKE),
                offer.equals(RESEND) ? "resend.hand-over" : null,
                alert,
                PATH);
    }

    private void again(Call call, String offer, RefusedException refusal) {
        if (!Refusals.isForTheForm(refusal)) {
            throw refusal;
        }
        screens.again(call, TypedForm.of(call), asked(call, offer, TypedForm.sentence(refusal.reason())));
    }

    private void resend(Call call) {
        User user = finder.offered(call, actions, RESEND).user();
        try {
            boolean handOver = TypedForm.of(call).isTicked(ConfirmPersonView.OPTION);
            InviteUser.Invited sent =
                    handOver ? resend.toHandOver(call.caller(), user.id()) : resend.handle(call.caller(), user.id());
            SecretText password = sent.temporaryPassword();
            if (password != null) {
                screens.show(call, handOver(sent, "temporary.", "temporary.password", password.reveal()));
            } else if (sent.link() != null) {
                screens.show(call, handOver(sent, "invite-link.", "invite.link.url", sent.link()));
            } else {
                screens.moveOn(call, PATH, "invitation.sent");
            }
        } catch (RefusedException refusal) {
            again(call, RESEND, refusal);
        }
    }

    private HandOverView handOver(InviteUser.Invited sent, String words, String label, String secret) {
        Invitation invitation = sent.invitation();
        return new HandOverView(
                words,
                sent.user().shownName(),
                List.of(new HandOverView.Secret(label, secret)),
                invitation == null ? null : times.shown(invitation.expiresAt()),
                PATH);
    }

    private void revoke(Call call) {
        User user = finder.offered(call, actions, REVOKE).user();
        try {
            revoke.handle(call.caller(), user.id());
        } catch (RefusedException refusal) {
            again(call, REVOKE, refusal);
            return;
        }
        screens.moveOn(call, PATH, "invitation.revoked");
    }
}
