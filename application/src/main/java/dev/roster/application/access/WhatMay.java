package dev.roster.application.access;

import dev.roster.application.port.Actors;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists what a user may do and where: the roles they hold, and what each gives there. */
public final class WhatMay {
    /**
     * A role that the user holds somewhere.
     *
     * @param permissions what it gives in the whole place
     * @param onOpenDatasets what it gives besides, only on datasets that are open to the workspace or assigned
     */
    public record Entitlement(Holding holding, List<Permission> permissions, List<Permission> onOpenDatasets) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Users users;
    private final Actors actors;

    @Inject
    WhatMay(Transactions transactions, AccessGuard guard, Users users, Actors actors) {
        this.transactions = transactions;
        this.guard = guard;
        this.users = users;
        this.actors = actors;
    }

    /**
     * The account role first, then organizations, workspaces and datasets by name. Pages count places, not numbers.
     *
     * @param user whom it is about, or null for the caller; anybody else takes {@code user:read}
     */
    public Page<Entitlement> handle(Caller caller, @Nullable UserId user, PageRequest page) {
        return transactions.reading(() -> {
            List<Holding> holdings = actor(caller, user).holdings();
            int from = (int) Math.min(page.after(), holdings.size());
            int to = Math.min(from + page.limit(), holdings.size());
            List<Entitlement> items = holdings.subList(from, to).stream()
                    .map(WhatMay::entitlement)
                    .toList();
            return new Page<>(items, to < holdings.size() ? (long) to : null);
        });
    }

    private Actor actor(Caller caller, @Nullable UserId user) {
        if (user == null || caller.is(user)) {
            return guard.wholeActor(caller);
        }
        guard.require(caller, RosterPermission.USER_READ, Target.of(users.get(user)));
        return actors.findWhole(user).orElseThrow(() -> RefusedException.notFound("user", user));
    }

    private static Entitlement entitlement(Holding holding) {
        Role role = holding.role();
        List<Permission> given =
                role.permissions().stream().filter(holding::gives).toList();
        return new Entitlement(
                holding,
                given.stream()
                        .filter(permission -> !role.assignedOnly().contains(permission))
                        .toList(),
                given.stream().filter(role.assignedOnly()::contains).toList());
    }
}
