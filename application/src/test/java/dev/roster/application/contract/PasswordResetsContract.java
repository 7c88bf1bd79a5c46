package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.PasswordResets;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link PasswordResets} must do. */
public interface PasswordResetsContract extends StoreContract {
    SecretDigest RESET = SecretDigest.of("reset");
    Instant END = THEN.plusSeconds(60);

    @Test
    default void resetWorksOnce() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.passwordResets().put(ana, RESET, END);

        assertThat(ports.passwordResets().find(RESET, THEN)).contains(ana);
        assertThat(ports.passwordResets().claim(RESET, THEN)).contains(ana);
        assertThat(ports.passwordResets().claim(RESET, THEN)).isEmpty();
        assertThat(ports.passwordResets().find(RESET, THEN)).isEmpty();
    }

    @Test
    default void expiredResetIsDead() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.passwordResets().put(ana, RESET, END);

        assertThat(ports.passwordResets().find(RESET, END)).isEmpty();
        assertThat(ports.passwordResets().claim(RESET, END)).isEmpty();
        assertThat(ports.passwordResets().claim(RESET, END.minusNanos(1_000))).contains(ana);
    }

    @Test
    default void newerResetKillsTheOlder() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        ports.passwordResets().put(ana, RESET, END);
        ports.passwordResets().put(bob, SecretDigest.of("bobs"), END);

        ports.passwordResets().put(ana, SecretDigest.of("newer"), END.plusSeconds(60));

        assertThat(ports.passwordResets().claim(RESET, THEN)).isEmpty();
        assertThat(ports.passwordResets().claim(SecretDigest.of("newer"), END)).contains(ana);
        assertThat(ports.passwordResets().claim(SecretDigest.of("bobs"), THEN)).contains(bob);
    }

    @Test
    default void removedResetIsDead() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        ports.passwordResets().put(ana, RESET, END);
        ports.passwordResets().put(bob, SecretDigest.of("bobs"), END);

        ports.passwordResets().removeAllOf(ana);
        ports.passwordResets().removeAllOf(ana);

        assertThat(ports.passwordResets().claim(RESET, THEN)).isEmpty();
        assertThat(ports.passwordResets().find(SecretDigest.of("bobs"), THEN)).contains(bob);
    }

    @Test
    default void unknownResetLeadsNowhere() {
        PasswordResets resets = ports().passwordResets();

        assertThat(resets.find(RESET, THEN)).isEmpty();
        assertThat(resets.claim(RESET, THEN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void resetIsOvertakenByWhatItDoesNotProveAnyMore(UserChange change) {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").email("ana@example.org").id();
        UserId bob = given.user("bob").id();
        ports.passwords().set(ana, "hash", THEN);
        ports.passwordResets().put(ana, RESET, END);
        ports.passwordResets().put(bob, SecretDigest.of("bobs"), END);

        change.happenTo(ana, ports);

        assertThat(ports.passwordResets().find(RESET, THEN).isEmpty()).isEqualTo(change.overtakes());
        assertThat(ports.passwordResets().claim(RESET, THEN).isEmpty()).isEqualTo(change.overtakes());
        assertThat(ports.passwordResets().claim(SecretDigest.of("bobs"), THEN)).contains(bob);
        ports.passwordResets().put(ana, SecretDigest.of("newer"), END);
        assertThat(ports.passwordResets().claim(SecretDigest.of("newer"), THEN)).contains(ana);
    }

    @Test
    default void oneOfManyClaimsTheReset() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        ports.passwordResets().put(new Given(ports).user("ana").id(), RESET, END);
        AtomicInteger claimed = new AtomicInteger();

        Race.run(8, runner -> () -> {
            boolean mine = ports.transactions()
                    .inTransaction(() -> ports.passwordResets().claim(RESET, THEN))
                    .isPresent();
            claimed.addAndGet(mine ? 1 : 0);
        });

        assertThat(claimed).hasValue(1);
    }
}
