package dev.roster.application.user;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells with which permissions the caller may change an account where that could hand it over or cut it off, so that pages
 * offer nothing that {@link AccessGuard#requireToTakeOver} would refuse.
 */
public final class AskTakeOver {
    private final UnitOfWork work;
    private final Users users;

    @Inject
    AskTakeOver(UnitOfWork work, Users users) {
        this.work = work;
        this.users = users;
    }

    /** Those of the permissions that suffice; none for an account that does not exist. */
    public Set<RosterPermission> handle(Caller caller, UserId id, Set<RosterPermission> permissions) {
        return work.reading(() -> users.findEvenDeleted(id)
                .map(user -> permissions.stream()
                        .filter(permission -> work.guard().mayTakeOver(caller, permission, user))
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of()));
    }

    /** Those of the accounts that the permission suffices for. To owners that costs the same for any number of them. */
    public Set<UserId> among(Caller caller, RosterPermission permission, Set<UserId> accounts) {
        return work.reading(() -> {
            if (work.guard().isOwner(caller)) {
                return Set.copyOf(accounts);
            }
            return accounts.stream()
                    .filter(id -> users.findEvenDeleted(id)
                            .filter(user -> work.guard().mayTakeOver(caller, permission, user))
                            .isPresent())
                    .collect(Collectors.toUnmodifiableSet());
        });
    }
}
