package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Ports;
import dev.roster.application.port.Attempts;
import dev.roster.domain.credential.AttemptKey;
import dev.roster.domain.credential.Backoff;
import dev.roster.domain.credential.Failures;
import dev.roster.domain.credential.Guess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Attempts} must do. */
public interface AttemptsContract extends StoreContract {
    AttemptKey ANA = AttemptKey.ofAccount(Guess.LOG_IN, "ana");
    AttemptKey BOB = AttemptKey.ofAccount(Guess.LOG_IN, "bob");

    @Test
    default void failuresAreCountedByKey() {
        Attempts attempts = ports().attempts();

        attempts.add(ANA, THEN, Backoff.since(THEN));
        Failures second = attempts.add(ANA, THEN.plusSeconds(1), Backoff.since(THEN));
        attempts.add(BOB, THEN, Backoff.since(THEN));

        assertThat(second).isEqualTo(new Failures(2, THEN.plusSeconds(1)));
        assertThat(attempts.find(Set.of(ANA, BOB, AttemptKey.ofAccount(Guess.RESET, "ana"))))
                .containsOnlyKeys(ANA, BOB)
                .containsEntry(ANA, second);
        assertThat(attempts.find(List.of())).isEmpty();
    }

    @Test
    default void countingStartsAfreshAfterAQuietTime() {
        Attempts attempts = ports().attempts();
        attempts.add(ANA, THEN, Backoff.since(THEN));

        Failures same = attempts.add(ANA, THEN.plusSeconds(1), THEN.minusNanos(1_000));
        Failures afresh = attempts.add(ANA, THEN.plusSeconds(9), THEN.plusSeconds(1));

        assertThat(same.count()).isEqualTo(2);
        assertThat(afresh).isEqualTo(new Failures(1, THEN.plusSeconds(9)));
    }

    @Test
    default void theLastFailureIsDatedByTheClockThatSawIt() {
        Attempts attempts = ports().attempts();
        attempts.add(ANA, THEN, Backoff.since(THEN));
        Instant back = THEN.minus(Duration.ofDays(2));

        Failures behind = attempts.add(ANA, back, Backoff.since(back));

        assertThat(behind).isEqualTo(new Failures(2, back));
        assertThat(attempts.find(List.of(ANA))).containsEntry(ANA, behind);
    }

    @Test
    default void forgottenFailuresDoNotCount() {
        Attempts attempts = ports().attempts();
        attempts.add(ANA, THEN, Backoff.since(THEN));
        attempts.add(BOB, THEN, Backoff.since(THEN));

        attempts.forget(ANA);

        assertThat(attempts.find(Set.of(ANA, BOB))).containsOnlyKeys(BOB);
    }

    @Test
    default void oldFailuresAreRemoved() {
        Attempts attempts = ports().attempts();
        attempts.add(ANA, THEN, Backoff.since(THEN));
        attempts.add(BOB, THEN.plusNanos(1_000), Backoff.since(THEN));

        assertThat(attempts.removeOld(THEN)).isEqualTo(1);
        assertThat(attempts.find(Set.of(ANA, BOB))).containsOnlyKeys(BOB);
    }

    @Test
    default void everyFailureGetsANumberOfItsOwn() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        Set<Integer> counts = new ConcurrentSkipListSet<>();

        Race.run(
                8,
                runner -> () -> counts.add(
                        ports.attempts().add(ANA, THEN, Backoff.since(THEN)).count()));

        assertThat(counts)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 8).boxed().toList());
    }
}
