package dev.roster.http.crew;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.SecretText;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Fault;
import dev.roster.http.web.Manners;
import dev.roster.http.web.Problem;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The crew's way in, and how it says no. */
final class CrewDialect implements Dialect {
    private static final Shape<Map<String, Object>> OBJECT = Shape.ofObject();

    private final Authenticate authenticate;
    private final CrewRoutes routes;
    private final Manners manners;

    @Inject
    CrewDialect(Authenticate authenticate, CrewRoutes routes, Manners manners) {
        this.authenticate = authenticate;
        this.routes = routes;
        this.manners = manners;
    }

    @Override
    public String prefix() {
        return "/crew";
    }

    @Override
    public Door door() {
        return Door.EMBEDDED;
    }

    @Override
    public Manners manners() {
        return manners;
    }

    @Override
    public Caller authenticate(Context context, Origin origin) {
        String key = context.req().getHeader("X-Crew");
        if (key == null) {
            throw RefusedException.unauthenticated("nobody is aboard without a key");
        }
        return authenticate.handle(new SecretText(key), origin);
    }

    @Override
    public void refuse(Context context, Problem problem) {
        Map<String, List<String>> faults = problem.faults().stream()
                .collect(Collectors.groupingBy(
                        Fault::field,
                        LinkedHashMap::new,
                        Collectors.mapping(fault -> fault.kind() + ": " + fault.text(), Collectors.toList())));
        context.status(problem.kind().status())
                .contentType("application/json")
                .result(OBJECT.write(Map.of("no", problem.detail(), "faults", faults)));
    }

    @Override
    public void register(Routes all) {
        routes.register(all);
    }
}
