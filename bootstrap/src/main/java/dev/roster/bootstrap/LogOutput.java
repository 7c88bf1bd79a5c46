package dev.roster.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/** The log on standard error. While a server runs, its lines are gathered; a warning is written without delay. */
public final class LogOutput extends OutputStreamAppender<ILoggingEvent> {
    static final String NAME = "stderr";

    private static final int MOST_BYTES = 1024 * 1024;
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final LogBuffer buffer = new LogBuffer(System.err, MOST_BYTES, this::lineAboutDropped);

    @Override
    public void start() {
        // The buffer decides when to flush.
        setImmediateFlush(false);
        setOutputStream(buffer);
        super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        super.append(event);
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            buffer.hurry();
        }
    }

    void gather() {
        buffer.gather(INTERVAL);
    }

    void release() {
        buffer.release();
    }

    private byte[] lineAboutDropped(long lines) {
        Logger logger = (Logger) LoggerFactory.getLogger(LogOutput.class);
        String message = "{} lines before this one are missing: standard error was read too slowly";
        return encoder.encode(
                new LoggingEvent(LogOutput.class.getName(), logger, Level.WARN, message, null, new Object[] {lines}));
    }
}
