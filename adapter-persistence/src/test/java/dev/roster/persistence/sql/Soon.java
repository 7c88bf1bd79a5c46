package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.domain.RefusedException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** For what has to be told soon, and for what has to work again in the end. */
final class Soon {
    /** Far longer than the two seconds that are promised, and far shorter than the waits that these tests are about. */
    static final Duration LIMIT = Duration.ofSeconds(9);

    private static final Duration EVENTUALLY = Duration.ofMinutes(1);

    private Soon() {}

    /** What the call is refused with, which it is before long. */
    static RefusedException refused(Callable<?> call) {
        long start = System.nanoTime();
        RefusedException refusal = catchThrowableOfType(RefusedException.class, call::call);
        assertThat(refusal).as("what the call was refused with").isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
        return refusal;
    }

    /** Calls until it is not refused any more. Anything but a refusal comes out. */
    static <T> T works(Callable<T> call) throws Exception {
        long start = System.nanoTime();
        while (true) {
            try {
                return call.call();
            } catch (RefusedException refusal) {
                assertThat(refusal.kind()).isIn(RefusedException.Kind.BUSY, RefusedException.Kind.UNAVAILABLE);
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("still refused: %s", refusal.reason())
                        .isLessThan(EVENTUALLY);
                Thread.sleep(20);
            }
        }
    }
}
