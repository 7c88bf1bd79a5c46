package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.application.instance.ShowAttention;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.http.console.view.HomeView.Alert;
import dev.roster.http.web.Call;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What wants attention, each with the page that shows it. */
final class Attention {
    private final ShowAttention showAttention;

    @Inject
    Attention(ShowAttention showAttention) {
        this.showAttention = showAttention;
    }

    /** Null for those who look after nothing. */
    @Nullable
    List<Alert> of(Call call) {
        ShowAttention.Attention found = found(call.caller());
        if (found == null) {
            return null;
        }
        String site = Site.pathOf(call.context());
        List<Alert> alerts = new ArrayList<>();
        if (!found.sealed()) {
            alerts.add(new Alert("attention.unsealed", "", "bad", site + "/audit"));
        }
        add(alerts, "failed-mails", found.failedMails(), "bad", site + "/settings");
        add(alerts, "ending-keys", found.endingKeys(), "warn", site + "/service-accounts");
        add(alerts, "expired-invitations", found.expiredInvitations(), "warn", site + "/invitations");
        add(alerts, "dormant", found.dormantPeople(), "warn", site + "/people/?dormant=on");
        add(alerts, "waiting-mails", found.waitingMails(), "", site + "/settings");
        add(alerts, "pending-invitations", found.pendingInvitations(), "", site + "/invitations");
        return alerts;
    }

    private static void add(List<Alert> alerts, String what, long count, String tone, String href) {
        if (count > 0) {
            String shown = AuditPages.number(count) + (count == ShowAttention.MOST ? "+" : "");
            alerts.add(new Alert("attention." + what + (count == 1 ? ".one" : ".many"), shown, tone, href));
        }
    }

    private ShowAttention.@Nullable Attention found(Caller caller) {
        try {
            return showAttention.handle(caller);
        } catch (RefusedException refusal) {
            if (refusal.kind() == Kind.FORBIDDEN) {
                return null;
            }
            throw refusal;
        }
    }
}
