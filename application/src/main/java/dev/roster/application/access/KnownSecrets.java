package dev.roster.application.access;

import dev.roster.application.port.PasswordResets;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.ShownSecrets;
import dev.roster.application.port.ShownSecrets.Kind;
import dev.roster.application.port.UserTokens;
import dev.roster.application.port.Users;
import dev.roster.domain.access.Actor;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What opens an account and is known to another person. They were shown it while they could take the account over, and so it
 * ends as soon as the account is given a role with which they no longer could.
 */
public final class KnownSecrets {
    private final ShownSecrets shown;
    private final AccessGuard guard;
    private final Users users;
    private final Passwords passwords;
    private final PasswordResets links;
    private final UserTokens tokens;
    private final Sessions sessions;

    @Inject
    KnownSecrets(
            ShownSecrets shown,
            AccessGuard guard,
            Users users,
            Passwords passwords,
            PasswordResets links,
            UserTokens tokens,
            Sessions sessions) {
        this.shown = shown;
        this.guard = guard;
        this.users = users;
        this.passwords = passwords;
        this.links = links;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * To be called after it is stored. The operator can take every account over, and all people their own.
     *
     * @param to the person who sees it, or null for the operator
     */
    public void show(@Nullable User to, UserId user, Kind kind) {
        if (to == null || to.id().equals(user)) {
            hide(user, kind);
        } else {
            shown.put(user, kind, to.id());
        }
    }

    /** The same for one that goes to its user alone. */
    public void hide(UserId user, Kind kind) {
        shown.forget(user, kind);
    }

    /** To be called after the user was given a role, or is assigned to more, in the same transaction. Returns what ended. */
    public EndedSecrets afterGiving(UserId user) {
        Map<Kind, UserId> known = shown.of(user);
        if (known.isEmpty()) {
            return EndedSecrets.NONE;
        }
        Set<Kind> ending = ending(known, guard.whole(users.get(user)), holder -> holder);
        ending.forEach(kind -> end(user, kind));
        return EndedSecrets.of(ending);
    }

    /** The same for a role that was changed where it is held, or that has taken the place of another. */
    public EndedSecrets afterChanging(RoleId role) {
        return shown.holdersOf(role).stream().map(this::afterGiving).reduce(EndedSecrets.NONE, EndedSecrets::and);
    }

    /**
     * What would end for each of some users if they, and those who were shown their secrets, held what the change makes of what
     * they hold. Users for whom nothing would are left out.
     */
    public Map<UserId, Set<Kind>> ending(Collection<Actor> accounts, UnaryOperator<Actor> change) {
        Map<UserId, Map<Kind, UserId>> known =
                shown.of(accounts.stream().map(Actor::id).collect(Collectors.toSet()));
        Map<UserId, Set<Kind>> ending = new HashMap<>();
        for (Actor account : accounts) {
            Set<Kind> kinds = ending(known.getOrDefault(account.id(), Map.of()), change.apply(account), change);
            if (!kinds.isEmpty()) {
                ending.put(account.id(), kinds);
            }
        }
        return ending;
    }

    private Set<Kind> ending(Map<Kind, UserId> known, Actor account, UnaryOperator<Actor> change) {
        Map<UserId, Boolean> could = new HashMap<>();
        Set<Kind> ending = EnumSet.noneOf(Kind.class);
        known.forEach((kind, to) -> {
            if (!could.computeIfAbsent(to, holder -> couldTakeOver(holder, account, change))) {
                ending.add(kind);
            }
        });
        return ending;
    }

    private boolean couldTakeOver(UserId holder, Actor account, UnaryOperator<Actor> change) {
        return users.findEvenDeleted(holder)
                .filter(found -> guard.holdsAllOf(change.apply(guard.whole(found)), account))
                .isPresent();
    }

    private void end(UserId user, Kind kind) {
        switch (kind) {
            case PASSWORD -> {
                passwords.remove(user);
                sessions.removeAllOf(user, null);
            }
            // Who is invited has no password but one for the invitation, which a change of password overtakes.
            case INVITATION -> passwords.remove(user);
            case PASSWORD_LINK -> links.removeAllOf(user);
            case USER_TOKEN -> tokens.remove(user);
        }
        shown.forget(user, kind);
    }
}
