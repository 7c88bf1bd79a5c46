package dev.roster.application.access;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Actors.Foothold;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.Targets;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Entitlement;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a user may do and where: the roles they hold, and what each of them allows there. What every user may do with
 * their own account is not included.
 */
public final class WhatMay {
    private static final int TURNS = 1 + Entitlement.TURNS;

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Users users;
    private final PresentActors actors;
    private final Targets targets;
    private final RegisteredPermissions registered;

    @Inject
    WhatMay(
            Transactions transactions,
            AccessGuard guard,
            Users users,
            PresentActors actors,
            Targets targets,
            RegisteredPermissions registered) {
        this.transactions = transactions;
        this.guard = guard;
        this.users = users;
        this.actors = actors;
        this.targets = targets;
        this.registered = registered;
    }

    /**
     * The account role first, then organizations, workspaces and datasets, each in order of creation. Changes between two
     * requests do not move other items from page to page.
     *
     * @param user the user it is about, or null for the caller; any other user requires {@code user:read}
     */
    public Page<Entitlement> handle(Caller caller, @Nullable UserId user, PageRequest page) {
        return transactions.reading(() -> {
            requireAllowed(caller, user);
            long order = page.after() / TURNS;
            Set<UserId> holders = actor(caller, user, List.of()).withMakers().stream()
                    .map(Actor::id)
                    .collect(Collectors.toSet());
            Page<Foothold> footholds = actors.footholds(
                    holders, holders.size() > 1, new PageRequest(placesSeen(page.after()), page.limit()));
            return page(listed(caller, user, order, footholds.items()), page, footholds.next());
        });
    }

    /** Up to which place all has been seen; of the one after it there may be more. */
    private static long placesSeen(long after) {
        long order = after / TURNS;
        return after % TURNS == TURNS - 1 ? order : Math.max(order - 1, 0);
    }

    /** An entitlement and where it stands in the whole list. */
    private record Listed(long number, Entitlement entitlement) {}

    private List<Listed> listed(Caller caller, @Nullable UserId user, long order, List<Foothold> footholds) {
        Map<Target.Ref, Target> places =
                targets.find(footholds.stream().map(Foothold::place).collect(Collectors.toSet()));
        Actor actor = actor(caller, user, places.values());
        UnaryOperator<Entitlement> shown = shownTo(caller, user, places.values());
        List<Permission> known = registered.known();
        List<Listed> listed = new ArrayList<>();
        if (order == 0) {
            listed.addAll(listed(0, Target.instance(), actor, known));
        }
        for (Foothold foothold : footholds) {
            Target place = places.get(foothold.place());
            if (place != null) {
                listed(foothold.order(), place, actor, known).stream()
                        .map(one -> new Listed(one.number(), shown.apply(one.entitlement())))
                        .forEach(listed::add);
            }
        }
        return listed;
    }

    /** Everyone knows the names of the places where they hold something. */
    private UnaryOperator<Entitlement> shownTo(Caller caller, @Nullable UserId user, Collection<Target> places) {
        if (user == null || caller.is(user)) {
            return UnaryOperator.identity();
        }
        Actor reader = actor(caller, null, places);
        return entitlement -> entitlement.asKnownTo(reader);
    }

    private static List<Listed> listed(long order, Target place, Actor actor, List<Permission> known) {
        return Entitlement.at(place, actor, known).stream()
                .map(one -> new Listed(order * TURNS + 1 + one.turn(), one.entitlement()))
                .toList();
    }

    /** @param next the last place that was looked at when others follow */
    private static Page<Entitlement> page(List<Listed> listed, PageRequest page, @Nullable Long next) {
        List<Listed> unseen =
                listed.stream().filter(one -> one.number() > page.after()).toList();
        Page<Listed> part = Page.of(unseen, page, Listed::number);
        Long following = part.next() == null && next != null ? Long.valueOf(next * TURNS + TURNS - 1) : part.next();
        return new Page<>(part.items().stream().map(Listed::entitlement).toList(), following);
    }

    private void requireAllowed(Caller caller, @Nullable UserId user) {
        if (user != null && !caller.is(user)) {
            guard.require(caller, RosterPermission.USER_READ, Target.of(users.get(user)));
        }
    }

    private Actor actor(Caller caller, @Nullable UserId user, Collection<Target> places) {
        return user == null || caller.is(user)
                ? guard.actor(caller, places.toArray(Target[]::new))
                : actors.find(user, places).orElseThrow(() -> RefusedException.notFound("user", user));
    }
}
