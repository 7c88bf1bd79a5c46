package dev.roster.application.access;

import dev.roster.application.Now;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.Actors;
import dev.roster.application.port.Bearers;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.Roles;
import dev.roster.application.port.Transactions;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The check that every use case makes first. It loads the caller's current rights in this transaction, asks the policy, and
 * turns "no" into a refusal. Where the transaction may change something, what the caller came with must still open the door.
 */
public final class AccessGuard {
    private final Transactions transactions;
    private final Actors actors;
    private final Roles roles;
    private final RegisteredPermissions registered;
    private final Bearers bearers;
    private final Now now;

    @Inject
    AccessGuard(
            Transactions transactions,
            Actors actors,
            Roles roles,
            RegisteredPermissions registered,
            Bearers bearers,
            Now now) {
        this.transactions = transactions;
        this.actors = actors;
        this.roles = roles;
        this.registered = registered;
        this.bearers = bearers;
        this.now = now;
    }

    /**
     * @throws RefusedException FORBIDDEN with the reason and the missing permission; UNAUTHENTICATED if the caller's account
     *     is no longer active, or is a service account whose creator is not
     */
    public Actor require(Caller caller, Permission permission, Target target) {
        Actor actor = actor(caller, target);
        require(actor, permission, target);
        return actor;
    }

    /** The same for each of some targets, with one look at what the caller holds around all of them. */
    public void requireOnEach(Caller caller, Permission permission, Collection<Target> targets) {
        Actor actor = actor(caller, targets.toArray(Target[]::new));
        targets.forEach(target -> require(actor, permission, target));
    }

    private void require(Actor actor, Permission permission, Target target) {
        if (!AccessPolicy.allows(actor, permission, target)) {
            throw RefusedException.forbidden(
                    asTold(actor, permission, target, registered.tableFor(List.of(permission)))
                            .reason(),
                    permission.key());
        }
    }

    /**
     * A caller cannot give more than they hold.
     *
     * @param place where the role is given: the instance for an account role
     */
    public void requireToGive(Caller caller, Role role, Target place) {
        refusalToGive(caller, role, place).ifPresent(AccessGuard::refuse);
    }

    /** Whether {@link #requireToGive} would refuse nothing. */
    public boolean mayGive(Caller caller, Role role, Target place) {
        return refusalToGive(caller, role, place).isEmpty();
    }

    private Optional<Decision> refusalToGive(Caller caller, Role role, Target place) {
        Actor actor = actor(caller, place);
        return AccessPolicy.refusalToGive(actor, role, place, tableFor(actor));
    }

    /**
     * The same for adding a member whose account role then applies there.
     *
     * @param user whose account role it is
     * @param place an organization or workspace
     */
    public void requireToLetCount(Caller caller, User user, Target place) {
        Role role = roles.get(user.role().id());
        Actor actor = actor(caller, place);
        AccessPolicy.refusalToLetCount(actor, role, place, tableFor(actor)).ifPresent(AccessGuard::refuse);
    }

    /** The same for adding a user to an organization, which every user needs: permissions for daily work are not required. */
    public void requireToEnrol(Caller caller, User user, Target organization) {
        Role role = roles.get(user.role().id());
        Actor actor = actor(caller, organization);
        AccessPolicy.refusalToEnrol(actor, role, organization, tableFor(actor)).ifPresent(AccessGuard::refuse);
    }

    /** The same for an account role, on the instance and wherever the user is a member without a role of its own. */
    public void requireToGiveAccountRole(Caller caller, Role role, User user) {
        Actor actor = wholeActor(caller);
        if (!AccessPolicy.isOwner(actor)) {
            AccessPolicy.refusalToGiveAccountRole(actor, role, whole(user), registered.table())
                    .ifPresent(AccessGuard::refuse);
        }
    }

    /**
     * For what can hand over an account or cut it off: takes the permission, and holding all that the account
     * administers; for the caller's own account, a credential that may hand it out.
     */
    public void requireToTakeOver(Caller caller, Permission permission, User user) {
        require(caller, permission, Target.of(user));
        requireToHoldAllOf(caller, permission, user);
    }

    /** The second half of {@link #requireToTakeOver}, for who has the permission by another way. */
    public void requireToHoldAllOf(Caller caller, Permission permission, User user) {
        if (caller.is(user.id())) {
            requireToHandOut(caller);
        }
        refusalToTakeOver(caller, permission, user).ifPresent(AccessGuard::refuse);
    }

    /** Whether {@link #requireToTakeOver} would refuse nothing. */
    public boolean mayTakeOver(Caller caller, Permission permission, User user) {
        return allows(caller, permission, Target.of(user))
                && refusalToTakeOver(caller, permission, user).isEmpty();
    }

    /**
     * For what gives the caller's own account another credential, or anyone an account by a link: no credential gives one
     * that lasts longer than itself.
     *
     * @throws RefusedException FORBIDDEN for an API key, and for a session whose password was shown more than an hour ago
     */
    public void requireToHandOut(Caller caller) {
        requireNoKey(caller);
        if (!caller.credential().handsOut(now.get())) {
            throw RefusedException.forbidden("this session was opened more than an hour ago, log in again to do this");
        }
    }

    /** The same where a password is shown in the call itself: that is enough for a session, but not for a key. */
    public void requireNoKey(Caller caller) {
        requireNoKey(caller, "an API key cannot create anything that outlasts it; log in or use the user token");
    }

    /**
     * For what a key does not do for its user either: its loss would then be final.
     *
     * @param refusal the message for a caller with a key
     */
    public void requireNoKey(Caller caller, String refusal) {
        if (caller.credential().isKey()) {
            throw RefusedException.forbidden(refusal);
        }
    }

    /** Whether a user holds, or would if they were active, all that an account administers. */
    public boolean holdsAllOf(Actor holder, Actor account) {
        Actor actor = holder.asActive();
        return AccessPolicy.refusalToTakeOver(actor, RosterPermission.USER_UPDATE, account, tableFor(actor))
                .isEmpty();
    }

    /** For assigning a user to a dataset: what they gain there must not be more than the caller holds there. */
    public void requireToAssign(Caller caller, User user, Target dataset) {
        Actor actor = actor(caller, dataset);
        actors.find(user.id(), List.of(dataset))
                .flatMap(assignee -> AccessPolicy.refusalToAssign(actor, assignee, dataset, tableFor(actor)))
                .ifPresent(AccessGuard::refuse);
    }

    /**
     * The same for opening a dataset to its workspace, or lifting its restriction, for all who gain by that.
     *
     * @param open the same dataset as it is afterwards
     */
    public void requireToOpen(Caller caller, Target closed, Target open) {
        Actor actor = actor(caller, closed);
        if (holdsAllThatOpens(actor, closed, open)) {
            return;
        }
        PermissionTable table = tableFor(actor);
        Pages.each(
                page -> actors.near(open, page),
                member -> AccessPolicy.refusalToOpen(actor, member.actor(), closed, open, table)
                        .ifPresent(AccessGuard::refuse));
    }

    /** Whoever holds there all that any role gives by it need not be compared with each member. */
    private boolean holdsAllThatOpens(Actor actor, Target closed, Target open) {
        return AccessPolicy.isOwner(actor)
                || AccessPolicy.allowsAllThatOpens(
                        actor, Pages.all((PageRequest page) -> roles.list(page)), closed, open);
    }

    private Optional<Decision> refusalToTakeOver(Caller caller, Permission permission, User user) {
        if (caller.isOperator() || caller.is(user.id())) {
            return Optional.empty();
        }
        Actor actor = wholeActor(caller);
        return AccessPolicy.refusalToTakeOver(actor, permission, whole(user), tableFor(actor));
    }

    /** Everything the user holds, which for one who is deleted is the account role. */
    public Actor whole(User user) {
        return actors.findWhole(user.id())
                .orElseGet(() -> Actor.named(
                                user.id(),
                                user.username().value(),
                                user.status(),
                                roles.get(user.role().id()))
                        .build());
    }

    /** What an owner holds in a place is taken by owners alone. */
    public void requireToTakeFrom(Caller caller, Permission permission, User user) {
        AccessPolicy.refusalToTakeFrom(actor(caller), permission, Target.of(user))
                .ifPresent(AccessGuard::refuse);
    }

    /**
     * What is asked about each place where a role is held before another takes its place there. It knows the caller as
     * they are when this is called.
     */
    public Consumer<Holding> replacing(Caller caller, Role after) {
        Actor actor = wholeActor(caller);
        PermissionTable table = tableFor(actor);
        return before ->
                AccessPolicy.refusalToReplace(actor, before, after, table).ifPresent(AccessGuard::refuse);
    }

    /** Whether the caller may do what only owners may. */
    public boolean isOwner(Caller caller) {
        return AccessPolicy.isOwner(actor(caller));
    }

    /**
     * For actions that only owners may do, whatever permissions others hold.
     *
     * @param refusal the message for all other callers
     */
    public void requireOwner(Caller caller, String refusal) {
        if (!isOwner(caller)) {
            throw RefusedException.forbidden(refusal);
        }
    }

    /**
     * The caller's own account, as authenticated for this request, for actions that are allowed to every user on their own
     * account. Whether the account is still active is checked in this transaction.
     *
     * @throws RefusedException FORBIDDEN for a caller without an account, as the local operator is; UNAUTHENTICATED when
     *     the account is no longer active, or is a service account whose maker is not
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
            throw RefusedException.forbidden("the local operator has no account; name a user");
        }
        if (!user.isActiveAt(now.get())) {
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
            return Actor.operator(caller.name());
        }
        return active(caller, user, id -> actors.find(id, List.of(targets)));
    }

    /** The caller with everything they hold. */
    public Actor wholeActor(Caller caller) {
        User user = caller.user();
        if (user == null) {
            return Actor.operator(caller.name());
        }
        return active(caller, user, actors::findWhole);
    }

    /**
     * A request may have been on its way for a while since it was authenticated, for as long as its client likes to send its
     * body. Nothing is changed by one whose token, key or session was ended meanwhile.
     */
    private void requireCredential(Caller caller, User user) {
        SecretDigest secret = caller.secret();
        if (secret != null && transactions.isWriting() && !opensTheDoor(secret, user)) {
            throw RefusedException.unauthenticated("unknown or expired credential");
        }
    }

    private boolean opensTheDoor(SecretDigest secret, User user) {
        return bearers.find(secret)
                .filter(found -> found.user().id().equals(user.id()))
                .filter(found -> found.key() == null || found.key().isUsable(now.get()))
                .isPresent();
    }

    /** Capped by who made the key that it came with, beside the maker of a service account. */
    private Actor active(Caller caller, User user, Function<UserId, Optional<Actor>> load) {
        requireCredential(caller, user);
        UserId keyMaker = caller.credential().keyMaker();
        Optional<Actor> account = load.apply(user.id());
        return (keyMaker == null || keyMaker.equals(user.maker())
                        ? account
                        : account.flatMap(found -> load.apply(keyMaker).map(found::cappedBy)))
                .map(found -> found.at(now.get()))
                .filter(Actor::isActive)
                .orElseThrow(() -> RefusedException.unauthenticated("the account is not active"));
    }

    /** The decision in words that give away no name the actor may not read. */
    private static Decision asTold(Actor actor, Permission permission, Target target, PermissionTable table) {
        return AccessPolicy.decide(actor, permission, AccessPolicy.asKnownTo(actor, target), table);
    }

    /** Owners are refused nothing for what the predefined roles hold, so that for them it is not looked up. */
    private PermissionTable tableFor(Actor actor) {
        return AccessPolicy.isOwner(actor) ? PermissionTable.own() : registered.table();
    }

    private static void refuse(Decision refusal) {
        String missing = refusal.permission().key();
        throw refusal.isExcess()
                ? RefusedException.excessive(refusal.reason(), missing)
                : RefusedException.forbidden(refusal.reason(), missing);
    }
}
