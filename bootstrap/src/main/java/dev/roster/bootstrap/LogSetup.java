package dev.roster.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Sets up the log as Roster is shipped. Logback finds it as a service. In code, because each command would read a file of XML
 * again; a configuration file that is added still wins.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (isConfiguredElsewhere()) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        setUp(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Where Logback itself would look. */
    private static boolean isConfiguredElsewhere() {
        return System.getProperty("logback.configurationFile") != null
                || Stream.of("/logback-test.xml", "/logback.xml")
                        .anyMatch(file -> LogSetup.class.getResource(file) != null);
    }

    static void setUp(LoggerContext context) {
        level(context, "dev.roster", Level.INFO);
        // What fails in a request is logged by ours; Javalin adds a stack trace for each connection that broke.
        level(context, "io.javalin.Javalin", Level.OFF);
        // A request that HTTP does not allow is refused and nothing to warn of; anybody can send them.
        level(context, "org.eclipse.jetty.http.HttpParser", Level.ERROR);
        level(context, "org.eclipse.jetty.util.HostPort", Level.ERROR);
        Logger root = level(context, org.slf4j.Logger.ROOT_LOGGER_NAME, Level.WARN);
        root.addAppender(output(context));
    }

    private static Logger level(LoggerContext context, String name, Level level) {
        Logger logger = context.getLogger(name);
        logger.setLevel(level);
        return logger;
    }

    private static LogOutput output(LoggerContext context) {
        LogLines lines = new LogLines();
        lines.setContext(context);
        lines.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(lines);
        encoder.start();
        LogOutput output = new LogOutput();
        output.setContext(context);
        output.setName(LogOutput.NAME);
        output.setEncoder(encoder);
        output.start();
        return output;
    }
}
