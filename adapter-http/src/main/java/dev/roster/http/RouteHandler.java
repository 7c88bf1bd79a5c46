package dev.roster.http;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.domain.RefusedException;
import dev.roster.http.dialect.RequestBody;
import dev.roster.http.web.Action;
import dev.roster.http.web.Call;
import dev.roster.http.web.ClientGoneException;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Manner;
import dev.roster.http.web.Manners;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemException;
import dev.roster.http.web.QueryParameters;
import dev.roster.http.web.Route;
import dev.roster.http.web.ShapedRefusal;
import dev.roster.http.web.Site;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The road of every request: named, authenticated, handed to its route, answered whatever happens, logged and counted.
 * It is one handler rather than filters, so that nothing can be forgotten on one route and nothing is paid for twice.
 */
final class RouteHandler implements Handler {
    private static final Logger ACCESS = LoggerFactory.getLogger("dev.roster.access");
    private static final Logger LOG = LoggerFactory.getLogger(RouteHandler.class);

    /** What Jetty takes for "break the connection". */
    private static final int ABORT = -1;

    private final Dialect dialect;
    private final Manners manners;
    private final Route route;
    private final Action action;
    private final String template;
    private final ClientAddresses addresses;
    private final RequestMetrics.RouteTimers timers;
    private final Site site;
    private final FreshnessHeaders freshness;

    RouteHandler(
            Dialect dialect,
            Route route,
            Action action,
            String template,
            ClientAddresses addresses,
            RequestMetrics.RouteTimers timers,
            Site site,
            FreshnessHeaders freshness) {
        this.dialect = dialect;
        this.manners = dialect.manners();
        this.route = route;
        this.action = action;
        this.template = template;
        this.addresses = addresses;
        this.timers = timers;
        this.site = site;
        this.freshness = freshness;
    }

    @Override
    public void handle(Context context) {
        long start = System.nanoTime();
        site.mark(context);
        String id = RequestIds.of(context.req().getHeader(RequestIds.HEADER));
        AnswerHeaders.set(id, context.res()::setHeader);
        Caller caller = null;
        try {
            Origin origin = new Origin(
                    dialect.door(), addresses.of(context.req()), context.req().getHeader("User-Agent"));
            mustBeOnePath(context);
            caller = route.isOpen() ? null : authenticate(context, origin);
            run(context, origin, caller);
        } catch (ShapedRefusal refusal) {
            refuse(context, () -> refusal.answer(context));
        } catch (RefusedException refusal) {
            tellOutage(refusal, id);
            refuse(context, Problem.of(refusal));
        } catch (ProblemException refusal) {
            refuse(context, refusal.problem());
        } catch (ClientGoneException gone) {
            LOG.atDebug()
                    .addKeyValue("request", id)
                    .addKeyValue("reason", gone.getMessage())
                    .log("the client is gone");
            abort(context.res());
        } catch (RuntimeException | StackOverflowError defect) {
            LOG.atError()
                    .addKeyValue("method", route.method())
                    .addKeyValue("route", template)
                    .addKeyValue("request", id)
                    .setCause(defect)
                    .log("a request failed");
            refuse(
                    context,
                    Problem.of(
                            Problem.Kind.INTERNAL, "something went wrong here; the log has more under `" + id + "`"));
        }
        finish(context, caller, id, System.nanoTime() - start);
    }

    /** The router takes slashes in a row for one; most dialects do not. */
    private void mustBeOnePath(Context context) {
        if (context.path().contains("//") && !manners.have(Manner.MERGES_SLASHES)) {
            throw nothing();
        }
    }

    static ProblemException nothing() {
        return ProblemException.of(Problem.Kind.NOT_FOUND, "there is nothing at this path");
    }

    private Caller authenticate(Context context, Origin origin) {
        if (manners.have(Manner.READS_THE_BODY_FIRST)) {
            RequestBody.read(context);
        }
        return dialect.authenticate(context, origin);
    }

    /** One line for each request, for there may be many; what the driver says is for the log alone. */
    private static void tellOutage(RefusedException refusal, String id) {
        if (refusal.kind() == RefusedException.Kind.UNAVAILABLE) {
            LOG.warn("request {} refused: {} ({})", id, refusal.reason(), firstLine(refusal.getCause()));
        }
    }

    private static String firstLine(@Nullable Throwable cause) {
        return cause == null
                ? "no more is known"
                : String.valueOf(cause.getMessage()).lines().findFirst().orElse("no more is known");
    }

    private void refuse(Context context, Problem problem) {
        refuse(context, () -> {
            manners.setHeaders(context, problem);
            dialect.refuse(context, problem);
        });
    }

    /**
     * What a list had written before it failed is taken back. Where it is on its way already, the connection breaks, so
     * that no client takes half a list for a whole one.
     */
    private static void refuse(Context context, Runnable answer) {
        HttpServletResponse response = context.res();
        if (response.isCommitted()) {
            abort(response);
        } else {
            response.resetBuffer();
            answer.run();
        }
    }

    private static void abort(HttpServletResponse response) {
        try {
            response.sendError(ABORT);
        } catch (IOException gone) {
            LOG.debug("the connection was gone already", gone);
        }
    }

    private void run(Context context, Origin origin, @Nullable Caller caller) {
        if (route.takesAnything()) {
            route.action().handle(new Call(context, origin, QueryParameters.parse(null), caller));
            return;
        }
        if (manners.have(Manner.NEGOTIATES)
                && !MediaTypes.accepts(context.req().getHeader("Accept"), route.mediaType())) {
            throw ProblemException.of(
                    Problem.Kind.NOT_ACCEPTABLE, "the answer is `" + route.mediaType() + "`, which `Accept` excludes");
        }
        QueryParameters query = QueryParameters.parse(context.req().getQueryString());
        if (manners.have(Manner.REFUSES_UNKNOWN_PARAMETERS)) {
            query.mustBeAmong(route.parameters());
        }
        Call call = new Call(context, origin, query, caller);
        freshness.around(context, manners, route, () -> action.handle(call));
    }

    private void finish(Context context, @Nullable Caller caller, String id, long nanos) {
        int status = context.res().getStatus();
        if (status == HttpServletResponse.SC_ACCEPTED
                || status == HttpServletResponse.SC_NO_CONTENT
                || status == HttpServletResponse.SC_NOT_MODIFIED) {
            context.res().setContentType(null);
        }
        timers.record(status, nanos);
        // As fields, never inside the message: names and request ids are the caller's own text.
        ACCESS.atInfo()
                .addKeyValue("method", context.req().getMethod())
                .addKeyValue("route", template)
                .addKeyValue("status", status)
                .addKeyValue("ms", nanos / 1_000_000)
                .addKeyValue("caller", caller == null ? null : caller.name())
                .addKeyValue("request", id)
                .log("request");
    }
}
