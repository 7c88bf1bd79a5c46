package dev.roster.bootstrap;

import dev.roster.domain.RefusedException;
import dev.roster.persistence.sql.Served;
import dev.roster.persistence.sql.Store;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves in the store how the server of this process is reached and what is in force there, for commands beside it. A store that
 * does not take it keeps no server from serving.
 */
@Singleton
final class Presence {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final Store store;
    private final Settings settings;
    private final PublicUrl urls;
    private final Instant started;
    private final InstantSource clock;

    @Inject
    Presence(Store store, Settings settings, PublicUrl urls, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.urls = urls;
        this.clock = clock;
        // As the store keeps it, which it is found again by.
        this.started = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void announce() {
        attempt(() -> store.serve(Served.now(urls.get(), inForce(), started)));
    }

    void end() {
        attempt(() -> store.stopServing(started, clock.instant()));
    }

    private static void attempt(Runnable note) {
        try {
            note.run();
        } catch (RefusedException refused) {
            LOG.warn("commands beside this server do not know how it is reached: {}", refused.reason());
        }
    }

    private Map<String, String> inForce() {
        return Arrays.stream(SettingName.values())
                .filter(name -> !name.isSecret() && settings.value(name).isPresent())
                .collect(Collectors.toMap(
                        SettingName::key,
                        name -> Masking.of(name, settings.text(name).orElse(""))));
    }
}
