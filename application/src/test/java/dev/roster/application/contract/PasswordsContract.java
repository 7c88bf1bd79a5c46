package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.domain.user.UserId;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Passwords} must do. */
public interface PasswordsContract extends StoreContract {
    @Test
    default void userStartsWithoutAPassword() {
        Ports ports = ports();

        assertThat(ports.passwords().hashOf(new Given(ports).user("ana").id())).isEmpty();
    }

    @Test
    default void laterHashReplacesTheFormer() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        ports.passwords().set(ana, "first", THEN);
        ports.passwords().set(bob, "bob's", THEN);

        ports.passwords().set(ana, "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA", THEN.plusSeconds(1));

        assertThat(ports.passwords().hashOf(ana)).contains("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA");
        assertThat(ports.passwords().hashOf(bob)).contains("bob's");
    }

    @Test
    default void removedPasswordIsGone() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.passwords().set(ana, "hash", THEN);

        ports.passwords().remove(ana);
        ports.passwords().remove(ana);

        assertThat(ports.passwords().hashOf(ana)).isEmpty();
    }

    @Test
    default void temporaryPasswordKnowsItsEnd() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        ports.passwords().set(ana, "lasting", THEN);
        ports.passwords().set(bob, "bob's", THEN);

        ports.passwords().setTemporary(ana, "temporary", THEN, THEN.plusSeconds(60));

        assertThat(ports.passwords().find(ana)).contains(new Kept("temporary", THEN.plusSeconds(60)));
        assertThat(ports.passwords().hashOf(ana)).contains("temporary");
        assertThat(ports.passwords().find(bob)).contains(new Kept("bob's", null));
    }

    @Test
    default void chosenPasswordEndsTheTemporaryOne() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.passwords().setTemporary(ana, "temporary", THEN, THEN.plusSeconds(60));

        ports.passwords().set(ana, "chosen", THEN.plusSeconds(1));

        assertThat(ports.passwords().find(ana)).contains(new Kept("chosen", null));
    }
}
