package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.KnownAddresses;
import dev.roster.domain.credential.NetworkBlock;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link KnownAddresses} must do. */
public interface KnownAddressesContract extends StoreContract {
    NetworkBlock HOME = NetworkBlock.of("192.0.2.7");
    NetworkBlock ELSEWHERE = NetworkBlock.of("198.51.100.1");
    Instant BEFORE = THEN.minusNanos(1_000);

    @Test
    default void anAddressIsKnownForItsUserAlone() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();

        ports.knownAddresses().add(ana, HOME, THEN);

        assertThat(ports.knownAddresses().has(ana, HOME, BEFORE)).isTrue();
        assertThat(ports.knownAddresses().has(ana, HOME, THEN)).isFalse();
        assertThat(ports.knownAddresses().has(ana, ELSEWHERE, BEFORE)).isFalse();
        assertThat(ports.knownAddresses().has(bob, HOME, BEFORE)).isFalse();
    }

    @Test
    default void aLaterLoginKeepsAnAddressKnown() {
        Ports ports = ports();
        KnownAddresses addresses = ports.knownAddresses();
        UserId ana = new Given(ports).user("ana").id();

        addresses.add(ana, HOME, THEN);
        addresses.add(ana, HOME, THEN.plusSeconds(5));
        addresses.add(ana, HOME, THEN.plusSeconds(1));

        assertThat(addresses.has(ana, HOME, THEN.plusSeconds(4))).isTrue();
    }

    @Test
    default void oldAddressesAreRemoved() {
        Ports ports = ports();
        KnownAddresses addresses = ports.knownAddresses();
        UserId ana = new Given(ports).user("ana").id();
        addresses.add(ana, HOME, THEN);
        addresses.add(ana, ELSEWHERE, THEN.plusSeconds(1));

        assertThat(addresses.removeOld(THEN)).isEqualTo(1);
        assertThat(addresses.has(ana, HOME, BEFORE)).isFalse();
        assertThat(addresses.has(ana, ELSEWHERE, BEFORE)).isTrue();
    }

    @Test
    default void allAddressesOfAUserCanBeForgotten() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        ports.knownAddresses().add(ana, HOME, THEN);
        ports.knownAddresses().add(ana, ELSEWHERE, THEN);
        ports.knownAddresses().add(bob, HOME, THEN);

        ports.knownAddresses().removeAllOf(ana);

        assertThat(ports.knownAddresses().has(ana, HOME, BEFORE)).isFalse();
        assertThat(ports.knownAddresses().has(ana, ELSEWHERE, BEFORE)).isFalse();
        assertThat(ports.knownAddresses().has(bob, HOME, BEFORE)).isTrue();
    }
}
