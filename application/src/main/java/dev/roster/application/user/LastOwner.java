package dev.roster.application.user;

import dev.roster.application.port.UserFilter;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.util.Set;

/** The guard of the last active person who is an owner, who cannot be deleted, deactivated or demoted through any door. */
final class LastOwner {
    private static final UserFilter OWNERS = UserFilter.all()
            .withRole(AccessPolicy.ownersRole())
            .withKind(UserKind.PERSON)
            .withStatuses(Set.of(UserStatus.ACTIVE));

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
            throw last(user);
        }
    }

    /**
     * The same for a preview, which changes nothing and so holds nobody.
     *
     * @throws RefusedException CONFLICT naming {@code role}
     */
    void mustNotSeemToBe(User user) {
        if (seemsToBe(user)) {
            throw last(user);
        }
    }

    /** Whether it would be refused as things stand. */
    boolean seemsToBe(User user) {
        return AccessPolicy.isOwnerInPerson(user) && users.count(OWNERS) <= 1;
    }

    private static RefusedException last(User user) {
        return RefusedException.conflict(
                "role", "`" + user.username() + "` is the last active owner; give another user the role owner first");
    }
}
