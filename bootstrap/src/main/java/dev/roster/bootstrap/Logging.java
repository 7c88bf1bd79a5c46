package dev.roster.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much Roster logs. Libraries stay at warnings. */
final class Logging {
    private Logging() {}

    static void set(String level) {
        ((Logger) LoggerFactory.getLogger("dev.roster")).setLevel(Level.toLevel(level));
    }
}
