package dev.roster.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");
    private static final Backoff BACKOFF = new Backoff(3);

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0", "3, 1", "4, 2", "5, 4", "12, 512", "13, 900", "2147483647, 900"})
    void waitDoublesUpToAQuarterOfAnHour(int failures, long seconds) {
        assertThat(BACKOFF.delayAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void waitShrinksWithTime() {
        Failures failures = new Failures(5, NOW);

        assertThat(BACKOFF.waitAt(NOW, failures)).isEqualTo(Duration.ofSeconds(4));
        assertThat(BACKOFF.waitAt(NOW.plusSeconds(3), failures)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BACKOFF.waitAt(NOW.plusSeconds(4), failures)).isZero();
        assertThat(BACKOFF.waitAt(NOW.plusSeconds(60), failures)).isZero();
    }

    /** Each failure that a clock ahead of ours could have counted, from just now to years from now. */
    @Test
    void aClockThatWasSetBackHoldsNobodyLongerThanTheLongestWait() {
        for (int failures = 3; failures < 20; failures++) {
            for (long ahead = 1; ahead < Duration.ofDays(40_000).toSeconds(); ahead *= 2) {
                Failures future = new Failures(failures, NOW.plusSeconds(ahead));
                Duration wait = BACKOFF.waitAt(NOW, future);

                assertThat(wait).isBetween(Duration.ZERO, Backoff.LONGEST);
                assertThat(BACKOFF.waitAt(NOW.plus(wait), future)).isZero();
            }
        }
    }

    @Test
    void aClockThatIsALittleBehindStillWaits() {
        assertThat(BACKOFF.waitAt(NOW, new Failures(5, NOW.plusSeconds(2)))).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void waitBeginsOnce() {
        assertThat(BACKOFF.beginsWith(new Failures(2, NOW))).isFalse();
        assertThat(BACKOFF.beginsWith(new Failures(3, NOW))).isTrue();
        assertThat(BACKOFF.beginsWith(new Failures(4, NOW))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "[2001:DB8:1:2::9], 20010db800010002/64",
        "fe80::1%eth0, fe80000000000000/64",
        "nonsense, nonsense",
        "not:an:address, not:an:address",
    })
    void ipv6CountsByItsNetwork(String address, String block) {
        assertThat(NetworkBlock.of(address)).hasToString(block);
    }
}
