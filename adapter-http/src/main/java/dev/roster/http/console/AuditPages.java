package dev.roster.http.console;

import dev.roster.application.audit.CountAuditEvents;
import dev.roster.application.audit.ListAuditEvents;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.paging.Page;
import dev.roster.application.port.AuditTrail;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditFault;
import dev.roster.domain.audit.AuditReport;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.console.view.AuditView;
import dev.roster.http.console.view.VerificationView;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** What was done, by whom and through which door, and whether the trail is as it was written. */
final class AuditPages implements ConsolePages {
    private static final String PATH = "/audit";

    private final ListAuditEvents listAuditEvents;
    private final CountAuditEvents countAuditEvents;
    private final VerifyAuditTrail verifyAuditTrail;
    private final AuditQuestions questions;
    private final May may;
    private final Sentences sentences;
    private final Screens screens;

    @Inject
    AuditPages(
            ListAuditEvents listAuditEvents,
            CountAuditEvents countAuditEvents,
            VerifyAuditTrail verifyAuditTrail,
            AuditQuestions questions,
            May may,
            Sentences sentences,
            Screens screens) {
        this.listAuditEvents = listAuditEvents;
        this.countAuditEvents = countAuditEvents;
        this.verifyAuditTrail = verifyAuditTrail;
        this.questions = questions;
        this.may = may;
        this.sentences = sentences;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(PATH, this::show).producing(MediaTypes.HTML);
        routes.get(PATH + "/export", this::export).producing(MediaTypes.ANY);
        routes.post(PATH + "/verify", this::verify).producing(MediaTypes.HTML);
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(
                90,
                MenuEntry.Section.PLACES,
                "audit.title",
                PATH,
                "audit",
                caller -> may.everywhere(caller, RosterPermission.AUDIT_READ)));
    }

    private void show(Call call) {
        AuditQuestions.Asked asked = questions.read(call);
        Page<AuditEvent> found = asked.filter() == null
                ? new Page<>(List.of(), null)
                : listAuditEvents.handle(call.caller(), asked.filter(), Paged.of(call));
        AuditTrail.Filter counted = asked.filter() == null ? AuditTrail.Filter.all() : asked.filter();
        List<AuditTrail.Day> days =
                countAuditEvents.perDay(call.caller(), counted.withSince(null).withUntil(null));
        AuditView view = new AuditView(
                asked.form(),
                AuditQuestions.kinds(),
                AuditQuestions.doors(),
                BarChart.of(days),
                found.items().stream().map(event -> sentences.row(call, event)).toList(),
                Paged.pager(call, found),
                exportOf(call));
        screens.show(call.context(), asked.filter() == null ? 422 : 200, view);
    }

    private static String exportOf(Call call) {
        String query = call.context().req().getQueryString();
        return Site.pathOf(call.context()) + PATH + "/export" + (query == null ? "" : "?" + query);
    }

    private void export(Call call) {
        AuditQuestions.Asked asked = questions.read(call);
        AuditTrail.Filter filter = asked.filter();
        if (filter == null) {
            throw RefusedException.invalid("filter", "this filter is not valid; correct it on the page first");
        }
        AuditFile file = new AuditFile();
        file.addAll(page -> listAuditEvents.handle(call.caller(), filter, page));
        call.context()
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .contentType("text/csv; charset=utf-8")
                .result(file.text());
    }

    private void verify(Call call) {
        screens.show(call, shown(verifyAuditTrail.handle(call.caller(), null, seen -> {})));
    }

    private static VerificationView shown(AuditReport report) {
        AuditSeal newest = report.newest();
        return new VerificationView(
                report.isIntact(),
                number(report.events()),
                number(report.seals()),
                number(report.unsealed()),
                number(report.erased()),
                newest == null ? null : newest.mark().toString(),
                report.faults().stream().map(AuditFault::describe).toList(),
                report.more(),
                report.clockSteps().size());
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
