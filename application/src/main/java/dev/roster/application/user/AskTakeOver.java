package dev.roster.application.user;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers with which permissions the caller may change an account where that could hand it over or cut it off, so that pages
 * offer nothing that {@link AccessGuard#requireToTakeOver} or the guard of the last owner would refuse.
 */
public final class AskTakeOver {
    /**
     * What may be done with an account.
     *
     * @param permissions those asked about that suffice; none for an account that does not exist
     * @param isLastOwner whether it is nevertheless refused to delete it, to deactivate it and to give it another role; true only for
     *     callers whom one of the permissions suffices
     */
    public record Answer(Set<RosterPermission> permissions, boolean isLastOwner) {
        private static final Answer NONE = new Answer(Set.of(), false);

        public Answer {
            permissions = Set.copyOf(permissions);
        }

        public boolean has(RosterPermission permission) {
            return permissions.contains(permission);
        }
    }

    private final UnitOfWork work;
    private final Users users;
    private final LastOwner lastOwner;

    @Inject
    AskTakeOver(UnitOfWork work, Users users, LastOwner lastOwner) {
        this.work = work;
        this.users = users;
        this.lastOwner = lastOwner;
    }

    public Answer handle(Caller caller, UserId id, Set<RosterPermission> permissions) {
        return work.reading(() -> users.findEvenDeleted(id)
                .map(user -> answer(caller, user, permissions))
                .orElse(Answer.NONE));
    }

    private Answer answer(Caller caller, User user, Set<RosterPermission> permissions) {
        Set<RosterPermission> sufficing = permissions.stream()
                .filter(permission -> work.guard().mayTakeOver(caller, permission, user))
                .collect(Collectors.toUnmodifiableSet());
        return new Answer(sufficing, !sufficing.isEmpty() && lastOwner.seemsToBe(user));
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
