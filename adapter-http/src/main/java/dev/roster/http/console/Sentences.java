package dev.roster.http.console;

import dev.roster.domain.audit.AuditEvent;
import dev.roster.http.console.view.AuditView;
import dev.roster.http.console.view.Texts;
import dev.roster.http.web.Call;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.List;

/** Says in words what events of the audit trail tell. */
final class Sentences {
    private final Times times;
    private final Texts texts = Texts.english();

    @Inject
    Sentences(Times times) {
        this.times = times;
    }

    AuditView.Row row(Call call, AuditEvent event) {
        String page = Site.pathOf(call.context()) + "/audit";
        String key = "audited." + event.action();
        return new AuditView.Row(
                times.shown(event.at()),
                event.actorName(),
                event.actor() == null
                        ? null
                        : Screens.withQuery(page, "actor", event.actor().toString()),
                texts.knows(key) ? key : null,
                event.action(),
                event.subjectKind().equals("instance") ? "" : event.subjectName(),
                Screens.withQuery(page, "subject", event.subject().toString()),
                "door." + event.door().word(),
                event.address(),
                changes(event));
    }

    private static List<AuditView.Change> changes(AuditEvent event) {
        return event.changes().entrySet().stream()
                .map(change -> new AuditView.Change(
                        change.getKey(),
                        change.getValue().before(),
                        change.getValue().after()))
                .toList();
    }
}
