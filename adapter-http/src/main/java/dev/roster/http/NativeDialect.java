package dev.roster.http;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.domain.audit.Door;
import dev.roster.http.api.NativeRoutes;
import dev.roster.http.web.Bearer;
import dev.roster.http.web.BrowserSessions;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemJson;
import dev.roster.http.web.Routes;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;

/** Roster's own API: bearer credentials, or the session of a browser, and RFC 9457 problems. */
final class NativeDialect implements Dialect {
    private final Authenticate authenticate;
    private final BrowserSessions sessions;
    private final NativeRoutes routes;

    @Inject
    NativeDialect(Authenticate authenticate, BrowserSessions sessions, NativeRoutes routes) {
        this.authenticate = authenticate;
        this.sessions = sessions;
        this.routes = routes;
    }

    @Override
    public String prefix() {
        return "/v1";
    }

    @Override
    public Door door() {
        return Door.API;
    }

    @Override
    public Caller authenticate(Context context, Origin origin) {
        if (context.req().getHeader("Authorization") == null) {
            Optional<Caller> caller = sessions.act(context, origin);
            if (caller.isPresent()) {
                return caller.get();
            }
        }
        return authenticate.handle(Bearer.require(context), origin);
    }

    @Override
    public void refuse(Context context, Problem problem) {
        ProblemJson.answer(context, problem);
    }

    @Override
    public void register(Routes all) {
        routes.register(all);
    }
}
