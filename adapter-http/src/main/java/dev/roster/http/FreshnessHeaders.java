package dev.roster.http;

import dev.roster.application.port.Freshness;
import dev.roster.application.port.FreshnessMark;
import dev.roster.http.web.Manner;
import dev.roster.http.web.Manners;
import dev.roster.http.web.Route;
import io.javalin.http.Context;
import jakarta.inject.Inject;

/** How clients read what they wrote from a standby: they bring along what the answer to the change gave them. */
final class FreshnessHeaders {
    static final String GIVEN = "Roster-Freshness";
    static final String WANTED = "Roster-Fresh-As";

    private final Freshness freshness;

    @Inject
    FreshnessHeaders(Freshness freshness) {
        this.freshness = freshness;
    }

    /**
     * Runs what answers a request whose caller is known.
     *
     * @throws dev.roster.domain.RefusedException INVALID naming the header that cannot be read
     */
    void around(Context context, Manners manners, Route route, Runnable answering) {
        if (!manners.have(Manner.KNOWS_FRESHNESS)) {
            answering.run();
            return;
        }
        String wanted = context.req().getHeader(WANTED);
        FreshnessMark least = wanted == null ? null : FreshnessMark.parse(WANTED, wanted);
        if (!route.isReading()) {
            freshness.changing(answering).ifPresent(mark -> context.header(GIVEN, mark.toString()));
        } else if (least == null) {
            answering.run();
        } else {
            freshness.reading(least, answering);
        }
    }
}
