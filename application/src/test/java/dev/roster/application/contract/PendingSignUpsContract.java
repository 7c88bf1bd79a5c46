package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Ports;
import dev.roster.application.port.PendingSignUps;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Username;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PendingSignUps} must do. */
public interface PendingSignUpsContract extends StoreContract {
    private static PendingSignUp pending(String secret, String email, Instant end) {
        return new PendingSignUp(
                SecretDigest.of(secret),
                new EmailAddress(email),
                new Username("eve"),
                Profile.named(new Username("eve"))
                        .withFirstName(new PersonName("Eve"))
                        .withDisplayName(new PersonName("Evie")),
                "hash of " + secret,
                SecretDigest.of("link"),
                "what a door says",
                THEN,
                end);
    }

    @Test
    default void severalWaitForOneAddressAndEachIsFoundByItsOwnSecret() {
        Ports ports = ports();
        PendingSignUp one = pending("one", "eve@example.org", THEN.plusSeconds(60));
        PendingSignUp two = new PendingSignUp(
                SecretDigest.of("two"),
                new EmailAddress("EVE@example.org"),
                new Username("eve"),
                Profile.named(new Username("eve")).withLastName(new PersonName("Moore")),
                "another",
                null,
                null,
                THEN,
                THEN.plusSeconds(60));
        ports.pendingSignUps().add(one);
        ports.pendingSignUps().add(two);

        assertThat(ports.pendingSignUps().find(one.digest(), THEN)).contains(one);
        assertThat(ports.pendingSignUps().find(two.digest(), THEN)).contains(two);
        assertThat(ports.pendingSignUps().find(SecretDigest.of("none"), THEN)).isEmpty();
        assertThat(ports.pendingSignUps().removeAllOf(NameKey.of("eve@EXAMPLE.org")))
                .isEqualTo(2);
        assertThat(ports.pendingSignUps().find(one.digest(), THEN)).isEmpty();
        assertThat(ports.pendingSignUps().removeAllOf(NameKey.of("eve@example.org")))
                .isZero();
    }

    @Test
    default void pendingSignUpEndsAndIsRemoved() {
        Ports ports = ports();
        PendingSignUp brief = pending("short", "eve@example.org", THEN.plusSeconds(60));
        PendingSignUp lasting = pending("long", "eve@example.org", THEN.plusSeconds(61));
        ports.pendingSignUps().add(brief);
        ports.pendingSignUps().add(lasting);

        assertThat(ports.pendingSignUps().find(brief.digest(), THEN.plusSeconds(60)))
                .isEmpty();
        assertThat(ports.pendingSignUps().removeOld(THEN.plusSeconds(60))).isEqualTo(1);
        assertThat(ports.pendingSignUps().find(lasting.digest(), THEN.plusSeconds(60)))
                .contains(lasting);
    }

    @Test
    default void oldestOfAnAddressGoWhenManyCome() {
        Ports ports = ports();
        PendingSignUp other = pending("other", "bob@example.org", THEN.plusSeconds(60));
        ports.pendingSignUps().add(other);

        for (int i = 0; i <= PendingSignUps.MOST_OF_AN_ADDRESS; i++) {
            ports.pendingSignUps().add(pending("secret " + i, "eve@example.org", THEN.plusSeconds(60)));
        }

        assertThat(ports.pendingSignUps().find(SecretDigest.of("secret 0"), THEN))
                .isEmpty();
        assertThat(ports.pendingSignUps().find(SecretDigest.of("secret 1"), THEN))
                .isPresent();
        assertThat(ports.pendingSignUps().find(other.digest(), THEN)).isPresent();
    }
}
