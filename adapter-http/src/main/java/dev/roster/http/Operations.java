package dev.roster.http;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.http.web.Call;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Manner;
import dev.roster.http.web.Manners;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemJson;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** What machines ask at the root: whether Roster lives, is ready, how it fares and what it offers. Open to everybody. */
final class Operations implements Dialect {
    private record Health(String status) {}

    private static final Shape<Health> HEALTH = Shape.of(Health.class);
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final Readiness readiness;
    private final PrometheusMeterRegistry metrics;
    private final ActivityMetrics activity;
    private final Pages pages;

    @Inject
    Operations(Readiness readiness, PrometheusMeterRegistry metrics, ActivityMetrics activity, Pages pages) {
        this.readiness = readiness;
        this.pages = pages;
        this.metrics = metrics;
        this.activity = activity;
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public Door door() {
        return Door.API;
    }

    @Override
    public Manners manners() {
        return Manners.of(Manner.NEGOTIATES, Manner.SAYS_WHEN_TO_RETRY, Manner.ALLOWS_OPTIONS);
    }

    @Override
    public Caller authenticate(Context context, Origin origin) {
        throw RefusedException.unauthenticated("nothing here accepts a credential");
    }

    @Override
    public void refuse(Context context, Problem problem) {
        ProblemJson.answer(context, problem);
    }

    @Override
    public void register(Routes routes) {
        activity.register();
        routes.get("/health/live", this::live).open();
        routes.get("/health/ready", this::ready).open();
        routes.get("/metrics", this::metrics).open().producing(METRICS);
        pages.register(routes);
    }

    private void live(Call call) {
        call.answer(HEALTH, new Health("ok"));
    }

    private void ready(Call call) {
        readiness.obstacle().ifPresent(obstacle -> {
            throw RefusedException.unavailable(obstacle, null);
        });
        call.answer(HEALTH, new Health("ok"));
    }

    private void metrics(Call call) {
        call.context().status(200).contentType(METRICS).result(metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }
}
