package dev.roster.http.console;

import dev.roster.application.mail.SendTestMail;
import dev.roster.application.mail.ShowMail;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.http.console.view.FormView;
import dev.roster.http.console.view.SettingsView;
import dev.roster.http.dialect.Field;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What is in force, for those who configure the installation; it is set at the start of the server, not here. */
final class SettingsPages implements ConsolePages {
    private static final String PATH = "/settings";

    private final ShowMail showMail;
    private final SendTestMail sendTestMail;
    private final InForce inForce;
    private final May may;
    private final Times times;
    private final Screens screens;

    @Inject
    SettingsPages(
            ShowMail showMail, SendTestMail sendTestMail, InForce inForce, May may, Times times, Screens screens) {
        this.showMail = showMail;
        this.sendTestMail = sendTestMail;
        this.inForce = inForce;
        this.may = may;
        this.times = times;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, call -> screens.show(call, view(call, FormView.EMPTY))).producing(MediaTypes.HTML);
        routes.post(PATH + "/test-mail", this::tryMail).producing(MediaTypes.HTML);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(
                100,
                MenuEntry.Section.PLACES,
                "settings.title",
                PATH,
                "settings",
                caller -> may.everywhere(caller, RosterPermission.INSTANCE_CONFIGURE)));
    }

    private SettingsView view(Call call, FormView form) {
        ShowMail.Standing standing = showMail.handle(call.caller());
        Instant oldest = standing.backlog().oldest();
        return new SettingsView(
                inForce.groups(),
                new SettingsView.Mail(
                        standing.destination(),
                        standing.keepsFiles(),
                        AuditPages.number(standing.backlog().waiting()),
                        times.ifAny(oldest),
                        standing.backlog().givenUp(),
                        standing.backlog().lastFailure()),
                form);
    }

    private void tryMail(Call call) {
        TypedForm form = TypedForm.of(call);
        Field<EmailAddress> address = form.value("address", EmailAddress::new);
        if (form.isRight()) {
            try {
                sendTestMail.handle(call.caller(), address.get());
                screens.moveOn(call, PATH, "settings.mailed");
                return;
            } catch (RefusedException refusal) {
                Mendable.note(form, refusal, Set.of("address"));
            }
        }
        screens.again(call, form, view(call, form.view()));
    }
}
