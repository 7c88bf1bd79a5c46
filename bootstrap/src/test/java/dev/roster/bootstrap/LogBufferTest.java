package dev.roster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LogBufferTest {
    private static final Duration NEVER = Duration.ofHours(1);

    /** A log that is read only after somebody begins to. */
    private static final class SlowReader extends OutputStream {
        private final CountDownLatch reading = new CountDownLatch(1);
        private final CountDownLatch blocked = new CountDownLatch(1);
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        @Override
        public void write(int letter) {
            blocked.countDown();
            try {
                reading.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            read.write(letter);
        }

        private String text() {
            return read.toString(StandardCharsets.UTF_8);
        }
    }

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private static LogBuffer buffer(OutputStream target, int most) {
        return new LogBuffer(target, most, lines -> ("dropped " + lines + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void write(LogBuffer buffer, String line) throws IOException {
        buffer.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String written() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Test
    void linesAreWrittenAtOnceUntilTheyAreGathered() throws IOException {
        LogBuffer buffer = buffer(log, 100);

        write(buffer, "one");

        assertThat(written()).isEqualTo("one\n");

        buffer.gather(NEVER);
        write(buffer, "two");

        assertThat(written()).isEqualTo("one\n");

        buffer.release();

        assertThat(written()).isEqualTo("one\ntwo\n");

        write(buffer, "three");

        assertThat(written()).isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void nothingWaitsLongerThanTheInterval() throws IOException, InterruptedException {
        CountDownLatch flushed = new CountDownLatch(2);
        LogBuffer buffer = buffer(
                new OutputStream() {
                    @Override
                    public void write(int letter) {
                        flushed.countDown();
                    }
                },
                100);

        buffer.gather(Duration.ofMillis(1));
        write(buffer, "one");
        flushed.await();
        buffer.release();
    }

    @Test
    void whatIsUrgentDoesNotWaitForTheInterval() throws IOException, InterruptedException {
        SlowReader reader = new SlowReader();
        LogBuffer buffer = buffer(reader, 100);
        buffer.gather(NEVER);
        write(buffer, "urgent");

        while (reader.blocked.getCount() > 0) {
            // The writer may not have begun to wait yet.
            buffer.hurry();
            Thread.sleep(1);
        }

        reader.reading.countDown();
        buffer.release();
        assertThat(reader.text()).isEqualTo("urgent\n");
    }

    @Test
    void noOneWaitsForALogThatIsNotRead() throws IOException, InterruptedException {
        SlowReader reader = new SlowReader();
        LogBuffer buffer = buffer(reader, 12);
        buffer.gather(Duration.ofMillis(1));
        write(buffer, "first");
        reader.blocked.await();

        for (int line = 1; line <= 5; line++) {
            write(buffer, "line" + line);
        }
        reader.reading.countDown();
        buffer.release();

        assertThat(reader.text()).isEqualTo("first\nline1\nline2\ndropped 3\n");
    }
}
