package dev.roster.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** How much Roster logs. Libraries stay at warnings. */
final class Logging {
    private Logging() {}

    /** Gathers lines while a server runs, so that no request waits for the log. */
    static void gather() {
        output().ifPresent(LogOutput::gather);
    }

    /** Writes what was gathered, and each line at once from now on. */
    static void release() {
        output().ifPresent(LogOutput::release);
    }

    /** Empty where another program has its own configuration of the log. */
    private static Optional<LogOutput> output() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        return root.getAppender(LogOutput.NAME) instanceof LogOutput output ? Optional.of(output) : Optional.empty();
    }

    static void set(String level) {
        ((Logger) LoggerFactory.getLogger("dev.roster")).setLevel(Level.toLevel(level));
    }
}
