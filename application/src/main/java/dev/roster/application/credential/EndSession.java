package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;

/** Ends a session at once: the caller's own, or that of any user for callers who may update users. */
public final class EndSession {
    private final UnitOfWork work;
    private final Users users;
    private final Sessions sessions;

    @Inject
    EndSession(UnitOfWork work, Users users, Sessions sessions) {
        this.work = work;
        this.users = users;
        this.sessions = sessions;
    }

    /** @throws RefusedException NOT_FOUND naming {@code session}, also if it belongs to another user */
    public void handle(Caller caller, SessionId id) {
        work.inTransaction(() -> {
            User user = sessions.find(id)
                    .flatMap(session -> users.find(session.user()))
                    .filter(owner -> mayEnd(caller, owner))
                    .orElseThrow(() -> RefusedException.notFound("session", id));
            sessions.remove(id);
            work.journal().write(caller, "session.end", Target.of(user));
        });
    }

    /**
     * Ends the session that the caller came with.
     *
     * @throws RefusedException NOT_FOUND naming {@code session}, for a caller who came without one
     */
    public void current(Caller caller) {
        SessionId session = caller.session();
        if (session == null) {
            throw RefusedException.missing("session", "this request was made without a session");
        }
        handle(caller, session);
    }

    /** Ends all sessions of the caller but the one they came with. */
    public void allOthers(Caller caller) {
        work.inTransaction(() -> {
            User user = work.guard().requireAccount(caller);
            sessions.removeAllOf(user.id(), caller.session());
            work.journal().write(caller, "session.end-others", Target.of(user));
        });
    }

    private boolean mayEnd(Caller caller, User owner) {
        return caller.is(owner.id())
                ? work.guard().requireAccount(caller).isActive()
                : work.guard().mayTakeOver(caller, RosterPermission.USER_UPDATE, owner);
    }
}
