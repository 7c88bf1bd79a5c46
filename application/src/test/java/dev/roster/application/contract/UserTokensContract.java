package dev.roster.application.contract;

import static dev.roster.application.contract.Refusals.assertConflict;
import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.UserTokens;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link UserTokens} must do. */
public interface UserTokensContract extends StoreContract {
    SecretDigest ONE = SecretDigest.of("one-token");
    SecretDigest TWO = SecretDigest.of("two-token");

    @Test
    default void sealedTokenComesBack() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();

        ports.userTokens().set(ana, ONE, "sealed", THEN);

        assertThat(ports.userTokens().sealedOf(ana)).contains("sealed");
        assertThat(ports.bearers().find(ONE)).isPresent();
    }

    @Test
    default void noTokenAndBareDigestHaveNothingSealed() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();

        assertThat(ports.userTokens().sealedOf(ana)).isEmpty();
        assertThat(ports.userTokens().has(ana)).isFalse();

        ports.userTokens().set(ana, ONE, null, THEN);

        assertThat(ports.userTokens().has(ana)).isTrue();

        assertThat(ports.userTokens().sealedOf(ana)).isEmpty();
        assertThat(ports.bearers().find(ONE)).isPresent();
    }

    @Test
    default void replacedTokenIsDead() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.userTokens().set(ana, ONE, "sealed", THEN);

        ports.userTokens().set(ana, TWO, null, THEN.plusSeconds(1));

        assertThat(ports.bearers().find(ONE)).isEmpty();
        assertThat(ports.bearers().find(TWO)).isPresent();
        assertThat(ports.userTokens().sealedOf(ana)).isEmpty();
    }

    @Test
    default void sameTokenMayBeSetAgain() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.userTokens().set(ana, ONE, null, THEN);

        ports.userTokens().set(ana, ONE, "sealed", THEN);

        assertThat(ports.userTokens().sealedOf(ana)).contains("sealed");
    }

    @Test
    default void anothersTokenIsAConflict() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        ports.userTokens().set(ana, ONE, "anas", THEN);
        ports.userTokens().set(bob, TWO, "bobs", THEN);

        assertConflict("user_token", () -> ports.userTokens().set(bob, ONE, "taken", THEN));
        assertThat(ports.userTokens().sealedOf(ana)).contains("anas");
        assertThat(ports.userTokens().sealedOf(bob)).contains("bobs");
    }

    @Test
    default void removedTokenIsDeadAndFree() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        ports.userTokens().set(ana, ONE, "anas", THEN);

        ports.userTokens().remove(ana);
        ports.userTokens().remove(ana);

        assertThat(ports.bearers().find(ONE)).isEmpty();
        assertThat(ports.userTokens().sealedOf(ana)).isEmpty();
        ports.userTokens().set(bob, ONE, "bobs", THEN);
        assertThat(ports.userTokens().sealedOf(bob)).contains("bobs");
    }
}
