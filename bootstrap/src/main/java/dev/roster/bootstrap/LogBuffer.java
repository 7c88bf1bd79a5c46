package dev.roster.bootstrap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Gathers lines for a stream and writes them together, on a thread of its own: a request does not wait for the terminal, disk or
 * pipe behind the log. What the stream does not take in time is dropped, and counted in a line of its own. Until it gathers, each
 * line is written at once.
 */
final class LogBuffer extends OutputStream {
    private final OutputStream target;
    private final int most;
    private final LongFunction<byte[]> sayDropped;
    private final Object writing = new Object();
    private final Object gathered = new Object();
    private final Semaphore hurry = new Semaphore(0);
    private ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private long dropped;
    private boolean gathering;

    /**
     * @param most the number of bytes that may wait
     * @param sayDropped the line that says how many lines were dropped
     */
    LogBuffer(OutputStream target, int most, LongFunction<byte[]> sayDropped) {
        this.target = target;
        this.most = most;
        this.sayDropped = sayDropped;
    }

    /** Gathers from now on, and writes what there is at such intervals, or sooner after {@link #hurry}. */
    void gather(Duration interval) {
        synchronized (gathered) {
            if (gathering) {
                return;
            }
            gathering = true;
        }
        Thread writer = new Thread(() -> writeEach(interval), "roster-log");
        writer.setDaemon(true);
        writer.start();
    }

    /** Writes what there is, and each line at once from now on. */
    void release() {
        synchronized (gathered) {
            gathering = false;
        }
        hurry.release();
        writeGathered();
    }

    /** Lets what there is be written without waiting for the interval. */
    void hurry() {
        hurry.release();
    }

    @Override
    public void write(int letter) {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] line, int from, int length) {
        synchronized (gathered) {
            if (lines.size() + length > most) {
                dropped++;
                return;
            }
            lines.write(line, from, length);
            if (gathering) {
                return;
            }
        }
        writeGathered();
    }

    private void writeEach(Duration interval) {
        try {
            while (waits(interval)) {
                writeGathered();
            }
        } catch (InterruptedException ended) {
            release();
        }
    }

    /** Returns false when nothing is gathered any more. */
    private boolean waits(Duration interval) throws InterruptedException {
        if (hurry.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
            hurry.drainPermits();
        }
        synchronized (gathered) {
            return gathering;
        }
    }

    private void writeGathered() {
        // One at a time, so that lines stay in order; gathering goes on meanwhile.
        synchronized (writing) {
            ByteArrayOutputStream taken;
            long missing;
            synchronized (gathered) {
                taken = lines;
                missing = dropped;
                lines = new ByteArrayOutputStream();
                dropped = 0;
            }
            try {
                taken.writeTo(target);
                if (missing > 0) {
                    target.write(sayDropped.apply(missing));
                }
                target.flush();
            } catch (IOException closed) {
                // Where the log cannot be written, there is nowhere to say so.
            }
        }
    }
}
