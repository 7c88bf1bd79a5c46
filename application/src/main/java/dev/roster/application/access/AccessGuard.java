package dev.roster.application.access;

import dev.roster.application.port.Actors;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The question every use case asks first. It loads the caller as they are in this very transaction, asks the policy, and
 * turns "no" into a refusal.
 */
public final class AccessGuard {
    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private final Actors actors;

    @Inject
    public AccessGuard(Actors actors) {
        this.actors = actors;
    }

    /**
     * @throws RefusedException FORBIDDEN with the reason and what is missing; UNAUTHENTICATED when the caller's account
     *     is not active any more, or is a service account whose maker is not
     */
    public Actor require(Caller caller, Permission permission, Target target) {
        Actor actor = actor(caller, target);
        if (!AccessPolicy.allows(actor, permission, target)) {
            throw RefusedException.forbidden(asTold(actor, permission, target).reason(), permission.key());
        }
        return actor;
    }

    /**
     * Nobody gives more than they hold.
     *
     * @param place where the role is given: the instance for an account role
     */
    public void requireToGive(Caller caller, Role role, Target place) {
        AccessPolicy.refusalToGive(actor(caller, place), role, place).ifPresent(refusal -> {
            throw RefusedException.forbidden(
                    refusal.reason(), refusal.permission().key());
        });
    }

    /**
     * The caller's own account, as it was authenticated for this call, for what everyone may do with their own. Whether
     * it may still do anything is looked at in this very transaction.
     *
     * @throws RefusedException FORBIDDEN for a caller without an account, as the local operator is; UNAUTHENTICATED when
     *     the account is not active any more, or is a service account whose maker is not
     */
    public User requireAccount(Caller caller) {
        User user = accountOf(caller);
        actor(caller);
        return user;
    }

    /** The same as it was authenticated, for showing just that. */
    public User accountOf(Caller caller) {
        User user = caller.user();
        if (user == null) {
            throw RefusedException.forbidden("the local operator has no account of its own, name a user");
        }
        if (!user.isActive()) {
            throw RefusedException.unauthenticated("the account is not active");
        }
        return user;
    }

    /** Whether the caller may, without a refusal. */
    public boolean allows(Caller caller, Permission permission, Target target) {
        return AccessPolicy.allows(actor(caller, target), permission, target);
    }

    /**
     * The caller as the policy sees them now, with what they hold around the targets.
     *
     * @throws RefusedException UNAUTHENTICATED when the account is gone or not active, or is a service account whose maker is
     *     not
     */
    public Actor actor(Caller caller, Target... targets) {
        User user = caller.user();
        if (user == null) {
            return operator(caller);
        }
        return active(caller, user, id -> actors.find(id, List.of(targets)));
    }

    /** The caller with everything they hold. */
    public Actor wholeActor(Caller caller) {
        User user = caller.user();
        if (user == null) {
            return operator(caller);
        }
        return active(caller, user, actors::findWhole);
    }

    /** Capped by who made the key that it came with, beside the maker of a service account. */
    private static Actor active(Caller caller, User user, Function<UserId, Optional<Actor>> load) {
        UserId keyMaker = caller.credential().keyMaker();
        Optional<Actor> account = load.apply(user.id());
        return (keyMaker == null || keyMaker.equals(user.maker())
                        ? account
                        : account.flatMap(found -> load.apply(keyMaker).map(found::cappedBy)))
                .filter(Actor::isActive)
                .orElseThrow(() -> RefusedException.unauthenticated("the account is not active"));
    }

    private static Actor operator(Caller caller) {
        return Actor.named(NOBODY, caller.name(), UserStatus.ACTIVE, PredefinedRole.OWNER.role())
                .build();
    }

    /** The decision in words that give away no name the actor may not read. */
    static Decision asTold(Actor actor, Permission permission, Target target) {
        Target told = AccessPolicy.allows(actor, reading(target), target) ? target : target.unnamed();
        return AccessPolicy.decide(actor, permission, told);
    }

    private static Permission reading(Target target) {
        return switch (target.kind()) {
            case INSTANCE -> RosterPermission.INSTANCE_CONFIGURE;
            case USER -> RosterPermission.USER_READ;
            case ROLE -> RosterPermission.ROLE_READ;
            case ORGANIZATION -> RosterPermission.ORGANIZATION_READ;
            case WORKSPACE -> RosterPermission.WORKSPACE_READ;
            case DATASET -> RosterPermission.DATASET_READ;
        };
    }
}
