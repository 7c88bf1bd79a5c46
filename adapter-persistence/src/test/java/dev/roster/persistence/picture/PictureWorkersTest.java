package dev.roster.persistence.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PictureWorkersTest {
    private final PictureWorkers workers = new PictureWorkers(1, Duration.ofMillis(100));

    @Test
    void workThatTakesTooLongIsGivenUpByName() throws InterruptedException {
        CountDownLatch givenUp = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> workers.run(
                        () -> {
                            givenUp.await();
                            ended.countDown();
                            return 1;
                        },
                        givenUp::countDown))
                .returns(RefusedException.Kind.INVALID, RefusedException::kind)
                .returns("avatar", RefusedException::field);

        ended.await();
        assertThat(new PictureWorkers(1, Duration.ofMinutes(1)).run(() -> 2, () -> {}))
                .isEqualTo(2);
    }

    @Test
    void placeOfWorkThatDoesNotEndIsNotGivenAway() {
        CountDownLatch never = new CountDownLatch(1);
        RefusedException late = refusal(never);

        assertThat(late.kind()).isEqualTo(RefusedException.Kind.INVALID);
        assertThat(refusal(never).kind()).isEqualTo(RefusedException.Kind.BUSY);
        never.countDown();
    }

    @Test
    void placeIsFreeAgainWhenTheWorkEnds() {
        PictureWorkers patient = new PictureWorkers(1, Duration.ofMinutes(1));
        for (int number = 0; number < 50; number++) {
            int expected = number;
            assertThat(patient.run(() -> expected, () -> {})).isEqualTo(number);
        }
        RefusedException refusal = RefusedException.invalid("avatar", "no");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> patient.run(
                        () -> {
                            throw refusal;
                        },
                        () -> {}))
                .isSameAs(refusal);
        assertThat(patient.run(() -> 51, () -> {})).isEqualTo(51);
    }

    private RefusedException refusal(CountDownLatch until) {
        try {
            workers.run(
                    () -> {
                        until.await();
                        return 1;
                    },
                    () -> {});
            throw new AssertionError("not refused");
        } catch (RefusedException refusal) {
            return refusal;
        }
    }
}
