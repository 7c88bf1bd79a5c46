package dev.roster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reaches the log of an installation, laid out as the configuration that is shipped says. */
class LogLinesTest {
    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private Logger logger;
    private Encoder<ILoggingEvent> encoder;

    @BeforeEach
    void configureAsShipped() {
        LogSetup.setUp(context);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        encoder = ((LogOutput) root.getAppender(LogOutput.NAME)).getEncoder();
        root.detachAndStopAllAppenders();
        root.addAppender(events);
        events.start();
        logger = context.getLogger("dev.roster.access");
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private String line() {
        encoder.start();
        return new String(encoder.encode(events.list.get(0)), StandardCharsets.UTF_8);
    }

    @Test
    void anEventIsOneLineOfFields() {
        logger.atInfo()
                .addKeyValue("method", "GET")
                .addKeyValue("status", 200)
                .addKeyValue("caller", "ada")
                .addKeyValue("nobody", (Object) null)
                .log("request");

        assertThat(line())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  dev\\.roster\\.access - "
                        + "request method=\"GET\" status=200 caller=\"ada\" nobody=-\\R");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eve" status=200 user="olga | "eve\\" status=200 user=\\"olga"
            eve\\" status=200 | "eve\\\\\\" status=200"
            eve= x | "eve= x"
            """)
    void aQuoteInANameClosesNoField(String name, String shown) {
        logger.atInfo().addKeyValue("caller", name).addKeyValue("status", 403).log("request");

        assertThat(line()).endsWith("request caller=" + shown + " status=403" + System.lineSeparator());
    }

    @Test
    void noCharacterBreaksALineOrTurnsIt() {
        String hostile = "a\nb\rc\td\u001B[2Je\u202Ef\u2028g\u0085h\u200Bi";

        logger.atInfo().addKeyValue("caller", hostile).log("told by " + hostile);

        String shown = "a\\u{A}b\\u{D}c\\u{9}d\\u{1B}[2Je\\u{202E}f\\u{2028}g\\u{85}h\\u{200B}i";
        assertThat(line()).endsWith("told by " + shown + " caller=\"" + shown + "\"" + System.lineSeparator());
    }

    @Test
    void theMessageOfAFailureBreaksNoLineEither() {
        Throwable failure = new IllegalStateException(
                "Detail: (eve)\n2026-01-01T00:00:00.000Z INFO  dev.roster.access - request status=200",
                new IllegalArgumentException("cause\nforged"));
        failure.addSuppressed(new IllegalArgumentException("suppressed\nforged"));

        logger.error("it failed", failure);

        assertThat(line().lines().skip(1))
                .isNotEmpty()
                .allMatch(shown -> shown.startsWith("java.lang.IllegalStateException: Detail: (eve)\\u{A}2026")
                        || shown.startsWith("\t")
                        || shown.equals("Caused by: java.lang.IllegalArgumentException: cause\\u{A}forged"))
                .anyMatch(shown ->
                        shown.equals("\tSuppressed: java.lang.IllegalArgumentException: suppressed\\u{A}forged"));
    }
}
