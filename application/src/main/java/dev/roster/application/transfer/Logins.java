package dev.roster.application.transfer;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the users of one file log in with, and on which line. */
final class Logins {
    private final Map<NameKey, Long> lines = new HashMap<>();

    @Inject
    Logins() {}

    /** Deleted users log in with nothing. */
    static Stream<NameKey> of(User user) {
        return user.status() == UserStatus.DELETED ? Stream.empty() : names(user);
    }

    private static Stream<NameKey> names(User user) {
        EmailAddress email = user.email();
        Stream<NameKey> username = Stream.of(user.username().key());
        return email == null
                ? username
                : Stream.concat(username, Stream.of(email.key())).distinct();
    }

    /** @throws RefusedException CONFLICT, when an earlier line or a user who is here has it */
    void mustBeFree(User user, Line line, Set<NameKey> taken) {
        mustBeFreeInFile(user, line);
        of(user).filter(taken::contains).findFirst().ifPresent(key -> {
            throw RefusedException.conflict(
                    field(user, key), "`" + key + "` belongs to another user here; rename one of the two");
        });
    }

    void mustBeFreeInFile(User user, Line line) {
        of(user).forEach(key -> {
            Long earlier = lines.putIfAbsent(key, line.number());
            if (earlier != null) {
                throw RefusedException.conflict(field(user, key), "`" + key + "` is on line " + earlier + " too");
            }
        });
    }

    static String field(User user, NameKey key) {
        return user.username().key().equals(key) ? "username" : "email";
    }
}
