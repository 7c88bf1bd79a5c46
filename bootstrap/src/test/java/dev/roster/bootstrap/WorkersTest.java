package dev.roster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final Workers workers = new Workers();

    @Test
    void workThatFailedOnceGoesOn() throws InterruptedException {
        CountDownLatch thrice = new CountDownLatch(3);

        workers.every(Duration.ofMillis(1), "counting", () -> {
            thrice.countDown();
            throw new IllegalStateException("the store is away");
        });

        assertThat(thrice.await(1, TimeUnit.MINUTES)).isTrue();
        workers.stop();
    }

    @Test
    void stoppingDoesEverythingALastTime() {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        workers.every(Duration.ofDays(1), "counting", first::incrementAndGet);
        workers.every(Duration.ofDays(1), "counting", second::incrementAndGet);

        workers.stop();

        assertThat(first).hasValue(1);
        assertThat(second).hasValue(1);
    }

    @Test
    void noProcessWaitsForTheWorker() {
        AtomicInteger daemons = new AtomicInteger();
        workers.every(Duration.ofDays(1), "looking", () -> {
            if (Thread.currentThread().isDaemon()) {
                daemons.incrementAndGet();
            }
        });

        workers.stop();

        assertThat(daemons).hasValue(1);
    }
}
