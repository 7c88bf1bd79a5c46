package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Ports;
import dev.roster.application.port.SetUpLinks;
import dev.roster.domain.credential.SecretDigest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SetUpLinks} must do. */
public interface SetUpLinksContract extends StoreContract {
    SecretDigest LINK = SecretDigest.of("link");

    @Test
    default void setUpLinkWorksOnce() {
        SetUpLinks links = ports().setUpLinks();
        links.set(LINK, THEN.plusSeconds(60));

        assertThat(links.claim(LINK, THEN)).isTrue();
        assertThat(links.claim(LINK, THEN)).isFalse();
    }

    @Test
    default void wrongLinkUsesNothingUp() {
        SetUpLinks links = ports().setUpLinks();
        links.set(LINK, THEN.plusSeconds(60));

        assertThat(links.claim(SecretDigest.of("other"), THEN)).isFalse();
        assertThat(links.claim(LINK, THEN)).isTrue();
    }

    @Test
    default void expiredLinkIsDead() {
        SetUpLinks links = ports().setUpLinks();
        links.set(LINK, THEN.plusSeconds(60));

        assertThat(links.claim(LINK, THEN.plusSeconds(61))).isFalse();
    }

    @Test
    default void newerLinkKillsTheOlder() {
        SetUpLinks links = ports().setUpLinks();
        SecretDigest newer = SecretDigest.of("newer");
        links.set(LINK, THEN.plusSeconds(60));

        links.set(newer, THEN.plusSeconds(60));

        assertThat(links.claim(LINK, THEN)).isFalse();
        assertThat(links.claim(newer, THEN)).isTrue();
    }

    @Test
    default void lookingUsesNothingUp() {
        SetUpLinks links = ports().setUpLinks();
        links.set(LINK, THEN.plusSeconds(60));

        assertThat(links.isOpen(LINK, THEN)).isTrue();
        assertThat(links.isOpen(LINK, THEN.plusSeconds(60))).isFalse();
        assertThat(links.isOpen(SecretDigest.of("other"), THEN)).isFalse();
        assertThat(links.claim(LINK, THEN)).isTrue();
        assertThat(links.isOpen(LINK, THEN)).isFalse();
    }

    @Test
    default void nothingSetNothingClaimed() {
        assertThat(ports().setUpLinks().claim(LINK, THEN)).isFalse();
    }

    @Test
    default void oneOfManyClaimsTheLink() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        ports.setUpLinks().set(LINK, THEN.plusSeconds(60));
        AtomicInteger claimed = new AtomicInteger();

        Race.run(8, runner -> () -> {
            boolean mine =
                    ports.transactions().inTransaction(() -> ports.setUpLinks().claim(LINK, THEN));
            claimed.addAndGet(mine ? 1 : 0);
        });

        assertThat(claimed).hasValue(1);
    }
}
