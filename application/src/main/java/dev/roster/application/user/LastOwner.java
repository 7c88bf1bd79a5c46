package dev.roster.application.user;

import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.Set;

/** The guard of the last active person who is an owner, who cannot be deleted, deactivated or demoted through any door. */
final class LastOwner {
    private final Users users;

    @Inject
    LastOwner(Users users) {
        this.users = users;
    }

    /**
     * To be asked before an owner loses the role or the account, in the same transaction.
     *
     * @throws RefusedException CONFLICT naming {@code role}
     */
    void mustNotBe(User user) {
        if (AccessPolicy.isOwnerInPerson(user) && users.holdActiveOwners().equals(Set.of(user.id()))) {
            throw RefusedException.conflict(
                    "role", "`" + user.username() + "` is the last active owner, make another user owner first");
        }
    }
}
