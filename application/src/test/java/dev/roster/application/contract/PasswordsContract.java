package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link Passwords} must do. */
public interface PasswordsContract extends StoreContract {
    @Test
    default void userStartsWithoutAPassword() {
        Ports ports = ports();

        assertThat(ports.passwords().find(new Given(ports).user("ana").id()).map(Kept::hash))
                .isEmpty();
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

        assertThat(ports.passwords().find(ana).map(Kept::hash))
                .contains("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA");
        assertThat(ports.passwords().find(bob).map(Kept::hash)).contains("bob's");
    }

    @Test
    default void removedPasswordIsGone() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.passwords().set(ana, "hash", THEN);

        ports.passwords().remove(ana);
        ports.passwords().remove(ana);

        assertThat(ports.passwords().find(ana).map(Kept::hash)).isEmpty();
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
        assertThat(ports.passwords().find(ana).map(Kept::hash)).contains("temporary");
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

    @ParameterizedTest
    @EnumSource
    default void temporaryPasswordIsOvertakenByWhatHappensToItsUser(UserChange change) {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").email("ana@example.org").id();
        Instant end = THEN.plusSeconds(60);
        ports.passwords().setTemporary(ana, "told", THEN, end);

        change.happenTo(ana, ports);

        Kept told = new Kept("told", end, change.overtakes());
        ports.passwords()
                .find(ana)
                .filter(kept -> kept.hash().equals("told"))
                .ifPresent(kept -> assertThat(kept).isEqualTo(told));
        assertThat(told.isUsable(THEN)).isNotEqualTo(change.overtakes());
        assertThat(ports.wholeStore().passwords(Set.of(ana)))
                .isEqualTo(ports.passwords()
                        .find(ana)
                        .map(kept -> Map.of(ana, kept))
                        .orElse(Map.of()));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANOTHER_ADDRESS", "ANOTHER_STATUS_AND_BACK", "ANOTHER_USERNAME"})
    default void lastingPasswordIsNotOvertaken(UserChange change) {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").email("ana@example.org").id();
        ports.passwords().set(ana, "hash", THEN);

        change.happenTo(ana, ports);

        assertThat(ports.passwords().find(ana)).contains(new Kept("hash", null));
    }

    @Test
    default void onlyTheSameLastingPasswordIsHashedAgain() {
        Ports ports = ports();
        Given given = new Given(ports);
        UserId ana = given.user("ana").id();
        UserId bob = given.user("bob").id();
        ports.passwords().set(ana, "hash", THEN);
        ports.passwords().setTemporary(bob, "hash", THEN, THEN.plusSeconds(60));

        assertThat(ports.passwords().rehash(ana, "another", "stronger")).isFalse();
        assertThat(ports.passwords().rehash(bob, "hash", "stronger")).isFalse();
        assertThat(ports.passwords().rehash(ana, "hash", "stronger")).isTrue();
        assertThat(ports.passwords().rehash(ana, "hash", "strongest")).isFalse();
        assertThat(ports.passwords().find(ana).map(Kept::hash)).contains("stronger");
        assertThat(ports.passwords().find(bob).map(Kept::hash)).contains("hash");
    }
}
