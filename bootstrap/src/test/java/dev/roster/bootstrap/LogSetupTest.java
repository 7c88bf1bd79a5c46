package dev.roster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log as it is shipped, and that it can be set up otherwise. */
class LogSetupTest {
    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void libraryLogsWarningsAndRosterWhatHappens() {
        LogSetup.setUp(context);

        Map.of(
                        "dev.roster.access", Level.INFO,
                        "org.flywaydb.core", Level.WARN,
                        "io.javalin.Javalin", Level.OFF,
                        "org.eclipse.jetty.http.HttpParser", Level.ERROR,
                        "org.eclipse.jetty.util.HostPort", Level.ERROR)
                .forEach((name, level) -> assertThat(context.getLogger(name).getEffectiveLevel())
                        .as(name)
                        .isEqualTo(level));
    }

    @Test
    void logbackFindsItAndAFileOfConfigurationWins() {
        Configurator found = ServiceLoader.load(Configurator.class).findFirst().orElseThrow();

        Configurator.ExecutionStatus status = found.configure(context);

        // These tests have a file of their own.
        assertThat(found).isInstanceOf(LogSetup.class);
        assertThat(status).isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
        assertThat(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
                .isExhausted();
    }
}
