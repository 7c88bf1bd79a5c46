package dev.roster.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Times requests by route, method and status. Labels come from the list of routes, never from a request. */
final class RequestMetrics {
    private static final int STATUSES = 600;
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2_500)
    };

    private final MeterRegistry registry;

    @Inject
    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    RouteTimers of(String route, String method) {
        return new RouteTimers(route, method);
    }

    /** The timers of one route, kept so that a request only has to look one up by its status. */
    final class RouteTimers {
        private final String route;
        private final String method;
        private final AtomicReferenceArray<Timer> timers = new AtomicReferenceArray<>(STATUSES);

        private RouteTimers(String route, String method) {
            this.route = route;
            this.method = method;
        }

        void record(int status, long nanos) {
            Timer timer = timers.get(status);
            if (timer == null) {
                timer = make(status);
                timers.set(status, timer);
            }
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }

        private Timer make(int status) {
            return Timer.builder("roster.http.requests")
                    .description("requests by route, method and status")
                    .tags("route", route, "method", method, "status", Integer.toString(status))
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry);
        }
    }
}
