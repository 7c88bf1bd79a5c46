package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.LogInLinks;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link LogInLinks} must do. */
public interface LogInLinksContract extends StoreContract {
    SecretDigest LINK = SecretDigest.of("link");
    Instant END = THEN.plusSeconds(60);

    @Test
    default void linkWorksOnce() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.logInLinks().put(ana, LINK, END);

        assertThat(ports.logInLinks().find(LINK, THEN)).contains(ana);
        assertThat(ports.logInLinks().claim(LINK, THEN)).contains(ana);
        assertThat(ports.logInLinks().claim(LINK, THEN)).isEmpty();
        assertThat(ports.logInLinks().find(LINK, THEN)).isEmpty();
    }

    @Test
    default void expiredLinkIsDead() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.logInLinks().put(ana, LINK, END);

        assertThat(ports.logInLinks().find(LINK, END)).isEmpty();
        assertThat(ports.logInLinks().claim(LINK, END)).isEmpty();
        assertThat(ports.logInLinks().claim(LINK, END.minusNanos(1_000))).contains(ana);
    }

    @Test
    default void newerLinkKillsTheOlder() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        ports.logInLinks().put(ana, LINK, END);
        ports.logInLinks().put(bob, SecretDigest.of("bobs"), END);

        ports.logInLinks().put(ana, SecretDigest.of("newer"), END.plusSeconds(60));

        assertThat(ports.logInLinks().claim(LINK, THEN)).isEmpty();
        assertThat(ports.logInLinks().claim(SecretDigest.of("newer"), END)).contains(ana);
        assertThat(ports.logInLinks().claim(SecretDigest.of("bobs"), THEN)).contains(bob);
    }

    @Test
    default void removedLinkIsDead() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        ports.logInLinks().put(ana, LINK, END);
        ports.logInLinks().put(bob, SecretDigest.of("bobs"), END);

        ports.logInLinks().removeAllOf(ana);
        ports.logInLinks().removeAllOf(ana);

        assertThat(ports.logInLinks().claim(LINK, THEN)).isEmpty();
        assertThat(ports.logInLinks().find(SecretDigest.of("bobs"), THEN)).contains(bob);
    }

    @Test
    default void unknownLinkLeadsNowhere() {
        LogInLinks links = ports().logInLinks();

        assertThat(links.find(LINK, THEN)).isEmpty();
        assertThat(links.claim(LINK, THEN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void linkIsOvertakenByWhatItDoesNotProveAnyMore(UserChange change) {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").email("ana@example.org").id();
        UserId bob = given.user("bob").id();
        ports.passwords().set(ana, "hash", THEN);
        ports.logInLinks().put(ana, LINK, END);
        ports.logInLinks().put(bob, SecretDigest.of("bobs"), END);

        change.happenTo(ana, ports);

        assertThat(ports.logInLinks().find(LINK, THEN).isEmpty()).isEqualTo(change.overtakes());
        assertThat(ports.logInLinks().claim(LINK, THEN).isEmpty()).isEqualTo(change.overtakes());
        assertThat(ports.logInLinks().claim(SecretDigest.of("bobs"), THEN)).contains(bob);
        ports.logInLinks().put(ana, SecretDigest.of("newer"), END);
        assertThat(ports.logInLinks().claim(SecretDigest.of("newer"), THEN)).contains(ana);
    }

    @Test
    default void oneOfManyClaimsTheLink() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        ports.logInLinks().put(new Given(ports).user("ana").id(), LINK, END);
        AtomicInteger claimed = new AtomicInteger();

        Race.run(8, runner -> () -> {
            boolean mine = ports.transactions()
                    .inTransaction(() -> ports.logInLinks().claim(LINK, THEN))
                    .isPresent();
            claimed.addAndGet(mine ? 1 : 0);
        });

        assertThat(claimed).hasValue(1);
    }
}
