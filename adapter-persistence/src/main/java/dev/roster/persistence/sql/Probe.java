package dev.roster.persistence.sql;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Finds out whether a store can be read and written by doing both: one query, and one row that is written. However many
 * ask, it does so once in a few seconds.
 */
final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration GOOD_NEWS_LAST = Duration.ofSeconds(5);
    private static final Duration BAD_NEWS_LAST = Duration.ofSeconds(1);

    private record News(Optional<Trouble> trouble, long until) {
        boolean isOld() {
            return System.nanoTime() - until > 0;
        }
    }

    private final Engine engine;
    private News news = new News(Optional.empty(), System.nanoTime());

    Probe(Engine engine) {
        this.engine = engine;
    }

    /** What stands in the way, now or a few seconds ago. */
    synchronized Optional<Trouble> trouble() {
        if (news.isOld()) {
            Optional<Trouble> found = reading().or(this::writing);
            Duration lasting = found.isEmpty() ? GOOD_NEWS_LAST : BAD_NEWS_LAST;
            news = new News(found, System.nanoTime() + lasting.toNanos());
        }
        return news.trouble().or(engine.lastWrites()::trouble);
    }

    private Optional<Trouble> reading() {
        return asking(engine.readers(), Probe::read);
    }

    private Optional<Trouble> writing() {
        return asking(engine.writers(), Probe::write);
    }

    private static void read(Handle handle) {
        handle.createQuery("SELECT slot FROM probes WHERE slot = 1")
                .mapTo(Integer.class)
                .findOne();
    }

    private static void write(Handle handle) {
        handle.begin();
        handle.execute("""
                INSERT INTO probes (slot, writes) VALUES (1, 1)
                ON CONFLICT (slot) DO UPDATE SET writes = probes.writes + 1
                """);
        handle.commit();
    }

    private Optional<Trouble> asking(Connections connections, Consumer<Handle> question) {
        try {
            Handle handle = connections.takeWithin(PATIENCE);
            try {
                question.accept(handle);
            } finally {
                connections.giveBack(handle);
            }
            return Optional.empty();
        } catch (TroubleException known) {
            return Optional.of(known.trouble()).filter(Probe::isInTheWay);
        } catch (JdbiException failure) {
            return engine.dialect().trouble(failure).filter(Probe::isInTheWay);
        }
    }

    /** Who works at the store keeps others waiting, and shows that it works. */
    private static boolean isInTheWay(Trouble trouble) {
        return trouble != Trouble.BUSY;
    }
}
