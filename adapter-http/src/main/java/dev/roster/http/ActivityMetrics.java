package dev.roster.http;

import dev.roster.application.credential.Activity;
import dev.roster.application.port.Freshness;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.function.ToDoubleFunction;

/** Shows how much of what was seen of users, sessions and keys is not in the store, and who answers reads. */
final class ActivityMetrics {
    private final MeterRegistry registry;
    private final Activity activity;
    private final Freshness freshness;

    @Inject
    ActivityMetrics(MeterRegistry registry, Activity activity, Freshness freshness) {
        this.registry = registry;
        this.activity = activity;
        this.freshness = freshness;
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
        answered("standby", Freshness.Answered::byStandby);
        answered("store", Freshness.Answered::byStore);
    }

    private void answered(String by, ToDoubleFunction<Freshness.Answered> count) {
        FunctionCounter.builder("roster.standby.reads", freshness, one -> count.applyAsDouble(one.answered()))
                .description("reads that a standby might have answered, by what did")
                .tags("by", by)
                .register(registry);
    }
}
