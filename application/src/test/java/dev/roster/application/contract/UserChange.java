package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;

import dev.roster.application.given.Ports;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.ProfileBuilder;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What can happen to a user who has the address ana@example.org, the password hash "hash" and a link on its way. */
enum UserChange {
    ANOTHER_ADDRESS(true, user(user -> user.withEmail(new EmailAddress("else@example.org")))),
    ANOTHER_ADDRESS_AND_BACK(true, ANOTHER_ADDRESS.change.andThen(user(user -> user.withEmail(address("ana"))))),
    NO_ADDRESS(true, user(user -> user.withEmail(null))),
    ANOTHER_STATUS(true, user(user -> user.withStatus(UserStatus.DEACTIVATED))),
    ANOTHER_STATUS_AND_BACK(true, (ports, id) -> {
        User before = ports.users().get(id);
        ports.users().update(before.withStatus(UserStatus.DEACTIVATED));
        ports.users().update(before);
    }),
    ANOTHER_PASSWORD(true, (ports, id) -> ports.passwords().set(id, "another", THEN)),
    THE_SAME_PASSWORD_AGAIN(true, (ports, id) -> ports.passwords().set(id, "hash", THEN)),
    A_TEMPORARY_PASSWORD(true, (ports, id) -> ports.passwords().setTemporary(id, "given", THEN, THEN.plusSeconds(60))),
    NO_PASSWORD(true, (ports, id) -> ports.passwords().remove(id)),

    NOTHING(false, user(user -> user)),
    ANOTHER_SPELLING_OF_THE_ADDRESS(false, user(user -> user.withEmail(address("ANA")))),
    ANOTHER_USERNAME(false, user(user -> user.withUsername(new Username("anastasia")))),
    OTHER_NAMES(
            false,
            user(user -> user.withProfile(
                    ProfileBuilder.builder().firstName(new PersonName("Ana")).build()))),
    ANOTHER_ROLE(false, user(user -> user.withRole(PredefinedRole.OWNER.ref()))),
    A_STRONGER_HASH(false, (ports, id) -> ports.passwords().rehash(id, "hash", "stronger")),
    ACTIVITY(false, (ports, id) -> ports.users().stampActivity(Map.of(id, THEN))),
    A_TOKEN(false, (ports, id) -> ports.userTokens().remove(id));

    /** Whether it makes what is on its way to the user worthless. */
    private final boolean overtakes;

    @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
    private final BiConsumer<Ports, UserId> change;

    UserChange(boolean overtakes, BiConsumer<Ports, UserId> change) {
        this.overtakes = overtakes;
        this.change = change;
    }

    boolean overtakes() {
        return overtakes;
    }

    void happenTo(UserId user, Ports ports) {
        change.accept(ports, user);
    }

    private static EmailAddress address(String name) {
        return new EmailAddress(name + "@example.org");
    }

    private static BiConsumer<Ports, UserId> user(UnaryOperator<User> changed) {
        return (ports, id) -> ports.users().update(changed.apply(ports.users().get(id)));
    }
}
