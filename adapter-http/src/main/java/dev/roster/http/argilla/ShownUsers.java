package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.ShowToken;
import dev.roster.application.user.CreateUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.User;
import dev.roster.http.dialect.NearestWords;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/** Adds to users what this dialect shows besides: a role of the three, and the key to whom it belongs. */
final class ShownUsers {
    /** Some text has to be there: the 1.x SDKs refuse a user without. */
    static final String MASK = "********";

    private final NearestWords<ArgillaRole> roles;
    private final ShowToken showToken;

    @Inject
    ShownUsers(NearestWords<ArgillaRole> roles, ShowToken showToken) {
        this.roles = roles;
        this.showToken = showToken;
    }

    ShownUser of(Caller caller, User user) {
        return of(caller, List.of(user)).get(0);
    }

    List<ShownUser> of(Caller caller, List<User> users) {
        Function<RoleId, ArgillaRole> shown =
                roles.of(caller, users.stream().map(user -> user.role().id()).toList());
        return users.stream()
                .map(user -> new ShownUser(user, shown.apply(user.role().id()), key(caller, user)))
                .toList();
    }

    private String key(Caller caller, User user) {
        return caller.is(user.id()) ? ownKey(caller) : MASK;
    }

    /** Masked where it is not to be had: shown once only, not shown to this credential, or gone with the user. */
    private String ownKey(Caller caller) {
        try {
            return showToken.handle(caller, null).reveal();
        } catch (RefusedException refusal) {
            return switch (refusal.kind()) {
                case NOT_FOUND, FORBIDDEN, UNAUTHENTICATED -> MASK;
                case INVALID, CONFLICT, CHANGED, THROTTLED, BUSY, UNAVAILABLE -> throw refusal;
            };
        }
    }

    /** A new user, to the one who made them: the key is shown this once. */
    ShownUser created(Caller caller, CreateUser.Created created) {
        return withKey(caller, created.user(), created.token());
    }

    ShownUser withKey(Caller caller, User user, UserToken key) {
        return new ShownUser(user, roles.of(caller, user.role().id()), key.reveal());
    }
}
