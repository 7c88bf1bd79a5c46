package dev.roster.bootstrap;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import dev.roster.domain.UserText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * How an event looks in the log: one line, then its fields as {@code name=value}. What a caller wrote may be in any of it, so a
 * text is quoted where it is a field, and no character of it breaks a line, moves the cursor or turns the reading direction.
 */
public final class LogLines extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LOGGER = 24;
    private static final int LONGEST_LEVEL = 5;

    private final TargetLengthBasedClassNameAbbreviator names =
            new TargetLengthBasedClassNameAbbreviator(LONGEST_LOGGER);

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(200);
        TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
        line.append(' ')
                .append(event.getLevel())
                .append(" "
                        .repeat(Math.max(
                                0, LONGEST_LEVEL - event.getLevel().toString().length())))
                .append(' ')
                .append(names.abbreviate(event.getLoggerName()))
                .append(" - ")
                .append(visible(event.getFormattedMessage()));
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> append(line, pair));
        }
        line.append(System.lineSeparator());
        if (event.getThrowableProxy() != null) {
            line.append(ThrowableProxyUtil.asString(new VisibleThrowable(event.getThrowableProxy())));
        }
        return line.toString();
    }

    private static void append(StringBuilder line, KeyValuePair pair) {
        line.append(' ').append(pair.key).append('=');
        if (pair.value == null) {
            line.append('-');
        } else if (pair.value instanceof Number) {
            line.append(pair.value);
        } else {
            String text = pair.value.toString().replace("\\", "\\\\").replace("\"", "\\\"");
            line.append('"').append(visible(text)).append('"');
        }
    }

    private static String visible(@Nullable String text) {
        return UserText.shown(String.valueOf(text), UserText::byNumber);
    }

    /** A failure whose message may repeat what a caller wrote, as that of a database does. */
    private record VisibleThrowable(IThrowableProxy hidden) implements IThrowableProxy {
        static @Nullable IThrowableProxy of(@Nullable IThrowableProxy hidden) {
            return hidden == null ? null : new VisibleThrowable(hidden);
        }

        @Override
        public @Nullable String getMessage() {
            return hidden.getMessage() == null ? null : visible(hidden.getMessage());
        }

        @Override
        public @Nullable String getOverridingMessage() {
            return hidden.getOverridingMessage() == null ? null : visible(hidden.getOverridingMessage());
        }

        @Override
        public String getClassName() {
            return hidden.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return hidden.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return hidden.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return of(hidden.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return Arrays.stream(hidden.getSuppressed())
                    .map(VisibleThrowable::new)
                    .toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return hidden.isCyclic();
        }
    }
}
