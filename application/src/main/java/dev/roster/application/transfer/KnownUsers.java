package dev.roster.application.transfer;

import dev.roster.domain.RefusedException;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The users that some lines refer to, deleted ones included. */
record KnownUsers(Map<UserId, User> byId) {
    static KnownUsers of(List<User> found) {
        return new KnownUsers(found.stream().collect(Collectors.toMap(User::id, Function.identity())));
    }

    /** @param field which field of the line refers to them */
    User get(String field, UserId id) {
        User user = byId.get(id);
        if (user == null) {
            throw RefusedException.missing(field, "no user `" + id + "`");
        }
        return user;
    }

    /** A user who can have places. */
    User living(UserId id) {
        User user = get("user_id", id);
        if (user.status() == UserStatus.DELETED) {
            throw RefusedException.conflict("user_id", "`" + user.username() + "` was deleted");
        }
        return user;
    }
}
