package dev.roster.http;

import dev.roster.application.credential.Activity;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;

/** Shows how much of what was seen of users, sessions and keys is not in the store. */
final class ActivityMetrics {
    private final MeterRegistry registry;
    private final Activity activity;

    @Inject
    ActivityMetrics(MeterRegistry registry, Activity activity) {
        this.registry = registry;
        this.activity = activity;
    }

    void register() {
        Gauge.builder("roster.activity.waiting", activity, one -> one.backlog().waiting())
                .description("last uses of users, sessions and keys that wait to be written")
                .register(registry);
        FunctionCounter.builder(
                        "roster.activity.dropped",
                        activity,
                        one -> one.backlog().leftOut())
                .description("last uses that were dropped because too many were waiting")
                .register(registry);
    }
}
