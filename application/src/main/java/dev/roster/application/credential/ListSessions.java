package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.credential.Session;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists a user's open sessions, newest first: the caller's own, or those of another user for callers who may end them. */
public final class ListSessions {
    private final UnitOfWork work;
    private final Users users;
    private final Sessions sessions;
    private final Activity activity;
    private final Limits limits;

    @Inject
    ListSessions(UnitOfWork work, Users users, Sessions sessions, Activity activity, Limits limits) {
        this.work = work;
        this.users = users;
        this.sessions = sessions;
        this.activity = activity;
        this.limits = limits;
    }

    /** @param user whose, or null for the caller's own */
    public List<Session> handle(Caller caller, @Nullable UserId user) {
        return work.reading(() -> {
            Instant at = work.now();
            return sessions.of(whose(caller, user)).stream()
                    .map(activity::upToDate)
                    .filter(session -> session.isAlive(at, limits.sessionIdle()))
                    .toList();
        });
    }

    private UserId whose(Caller caller, @Nullable UserId user) {
        if (user == null || caller.is(user)) {
            return work.guard().requireAccount(caller).id();
        }
        work.guard().requireToTakeOver(caller, RosterPermission.USER_UPDATE, users.get(user));
        return user;
    }
}
