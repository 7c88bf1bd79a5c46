package dev.roster.application.access;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Actors;
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
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a user may do and where: the roles they hold, and what decisions allow there that rests on each. What
 * everybody may do with themselves is not among it.
 */
public final class WhatMay {
    private static final int TURNS = 1 + Entitlement.TURNS;

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Users users;
    private final Actors actors;
    private final Targets targets;
    private final RegisteredPermissions registered;

    @Inject
    WhatMay(
            Transactions transactions,
            AccessGuard guard,
            Users users,
            Actors actors,
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
     * The account role first, then organizations, workspaces and datasets, each in order of creation. What is made, changed
     * or removed in between moves nothing else from page to page.
     *
     * @param user whom it is about, or null for the caller; anybody else takes {@code user:read}
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
        List<Permission> known = known();
        List<Listed> listed = new ArrayList<>();
        if (order == 0) {
            listed.addAll(listed(0, Target.instance(), actor, known));
        }
        footholds.forEach(
                foothold -> listed.addAll(listed(foothold.order(), places.get(foothold.place()), actor, known)));
        return listed;
    }

    private static List<Listed> listed(long order, @Nullable Target place, Actor actor, List<Permission> known) {
        return place == null
                ? List.of()
                : Entitlement.at(place, actor, known).stream()
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

    private List<Permission> known() {
        Stream<RegisteredPermission> others =
                registered.all().stream().map(RegisteredPermissions.Registered::permission);
        return Stream.concat(Stream.of(RosterPermission.values()), others).toList();
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
