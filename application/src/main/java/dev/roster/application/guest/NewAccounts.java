package dev.roster.application.guest;

import dev.roster.application.port.Users;
import dev.roster.application.port.WholeStore;
import dev.roster.domain.RefusedException;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores the accounts of guests, all of them with a few statements. */
final class NewAccounts {
    private final WholeStore store;
    private final Users users;

    @Inject
    NewAccounts(WholeStore store, Users users) {
        this.store = store;
        this.users = users;
    }

    /**
     * Returns them with their numbers, in the same order.
     *
     * @throws RefusedException CONFLICT naming {@code username} or {@code email} that is taken, by another of them too
     */
    List<User> add(List<User> drafts) {
        mustBeFree(drafts);
        store.addUsers(drafts);
        Map<UserId, User> stored = users.findAll(drafts.stream().map(User::id).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(User::id, Function.identity()));
        return drafts.stream()
                .map(draft -> stored.getOrDefault(draft.id(), draft))
                .toList();
    }

    private void mustBeFree(List<User> drafts) {
        Set<NameKey> taken =
                new HashSet<>(taken(drafts, user -> Stream.of(user.username().key())));
        taken.addAll(taken(drafts, NewAccounts::addresses));
        for (User draft : drafts) {
            if (!taken.add(draft.username().key())) {
                throw RefusedException.conflict("username", "username `" + draft.username() + "` is taken");
            }
            EmailAddress email = draft.email();
            if (email != null && !email.key().equals(draft.username().key()) && !taken.add(email.key())) {
                throw RefusedException.conflict("email", "e-mail `" + email + "` is taken");
            }
        }
    }

    private Set<NameKey> taken(List<User> drafts, Function<User, Stream<NameKey>> logins) {
        return store.takenLogins(drafts.stream().flatMap(logins).collect(Collectors.toSet()));
    }

    private static Stream<NameKey> addresses(User user) {
        return Stream.ofNullable(user.email()).map(EmailAddress::key);
    }
}
