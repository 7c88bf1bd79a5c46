package dev.roster.http;

import dev.roster.http.web.Action;
import dev.roster.http.web.Call;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Manner;
import dev.roster.http.web.Preconditions;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemException;
import dev.roster.http.web.Representation;
import dev.roster.http.web.Route;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a dialect's routes on the router, and beside them what HTTP asks of every path: HEAD, OPTIONS, 405 and 404. */
final class Mounts {
    private final ClientAddresses addresses;
    private final RequestMetrics metrics;
    private final Preconditions preconditions;
    private final Site site;
    private final FreshnessHeaders freshness;
    private final Set<String> taken = new HashSet<>();
    /** What is served below each prefix, to name the prefix to clients whose URL lacks it. */
    private final Map<String, List<Pattern>> below = new TreeMap<>();

    @Inject
    Mounts(
            ClientAddresses addresses,
            RequestMetrics metrics,
            Preconditions preconditions,
            Site site,
            FreshnessHeaders freshness) {
        this.addresses = addresses;
        this.metrics = metrics;
        this.preconditions = preconditions;
        this.site = site;
        this.freshness = freshness;
    }

    /**
     * Skips paths that another dialect already has: the first one answers for both.
     *
     * @param prefix the dialect's own, or nothing for the root
     */
    void mount(RoutesConfig router, Dialect dialect, String prefix) {
        Routes routes = new Routes();
        dialect.register(routes);
        Map<String, List<Route>> paths = routes.all().stream()
                .collect(Collectors.groupingBy(Route::path, LinkedHashMap::new, Collectors.toList()));
        if (!prefix.isEmpty()) {
            below.put(prefix, paths.keySet().stream().map(Mounts::pattern).toList());
        }
        paths.forEach((path, onPath) -> {
            if (!taken.add(shape(prefix + path))) {
                return;
            }
            Representation shown = shown(onPath);
            onPath.forEach(route -> add(router, dialect, route, route.method(), prefix + path, shown));
            onPath.stream()
                    .filter(route -> route.method().equals(HandlerType.GET))
                    .forEach(route -> add(router, dialect, route, HandlerType.HEAD, prefix + path));
            addOthers(router, dialect, prefix + path, methods(onPath));
        });
    }

    /** The same for paths that differ in the names of their parts, and in a slash at the end. */
    private static String shape(String path) {
        return path.replaceAll("[{][^}]*[}]", "{}").replaceAll("(?<=.)/$", "");
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(shape(path).replace("{}", "[^/]+").replaceAll("<[^>]*>", ".+") + "/?");
    }

    /** What the path shows with a tag, or null. */
    private static @Nullable Representation shown(List<Route> routes) {
        return routes.stream()
                .map(Route::representation)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Set<String> methods(List<Route> routes) {
        Set<String> methods = new TreeSet<>(List.of("OPTIONS"));
        routes.forEach(route -> methods.add(route.method().name()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    private void addOthers(RoutesConfig router, Dialect dialect, String path, Set<String> methods) {
        String allow = String.join(", ", methods);
        for (HandlerType method : HandlerType.commonHttp()) {
            if (method.equals(HandlerType.OPTIONS)) {
                add(router, dialect, Route.answering(method, path, call -> options(call, allow)), method, path);
            } else if (!methods.contains(method.name())) {
                Route refusal = Route.answering(method, path, call -> {
                    throw new ProblemException(Problem.methodNotAllowed(method.name(), allow));
                });
                add(router, dialect, refusal, method, path);
            }
        }
    }

    private static void options(Call call, String allow) {
        call.context().header("Allow", allow);
        call.noContent();
    }

    /** Answers in the words of the dialect for unknown paths under the prefix. Mount it after everything else. */
    void mountNothing(RoutesConfig router, Dialect dialect, String prefix) {
        for (HandlerType method : HandlerType.commonHttp()) {
            Route nothing = Route.answering(method, prefix + "/*", call -> {
                throw prefix.isEmpty() ? nothingAt(call.context().path()) : RouteHandler.nothing();
            });
            add(router, dialect, nothing, method, prefix + "/*");
            if (!prefix.isEmpty()) {
                add(router, dialect, nothing, method, prefix);
            }
        }
    }

    private ProblemException nothingAt(String path) {
        String prefixes = below.entrySet().stream()
                .filter(served -> served.getValue().stream()
                        .anyMatch(pattern -> pattern.matcher(path).matches()))
                .map(served -> "`" + served.getKey() + "`")
                .collect(Collectors.joining(" or "));
        return prefixes.isEmpty()
                ? RouteHandler.nothing()
                : ProblemException.of(
                        Problem.Kind.NOT_FOUND,
                        "there is nothing at this path; if you use a client, add " + prefixes
                                + " to the end of its URL");
    }

    private void add(RoutesConfig router, Dialect dialect, Route route, HandlerType method, String path) {
        add(router, dialect, route, method, path, null);
    }

    private void add(
            RoutesConfig router,
            Dialect dialect,
            Route route,
            HandlerType method,
            String path,
            @Nullable Representation shown) {
        Action action = dialect.manners().have(Manner.HONOURS_CONDITIONS)
                ? call -> preconditions.run(call, route.action(), shown)
                : route.action();
        RequestMetrics.RouteTimers timers = metrics.of(path, method.name());
        router.addEndpoint(new Endpoint(
                method, path, new RouteHandler(dialect, route, action, path, addresses, timers, site, freshness)));
    }
}
