package dev.roster.application.credential;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;

/** Ends a session at once: one's own, or anybody's for those who may update users. */
public final class EndSession {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Users users;
    private final Sessions sessions;
    private final Journal journal;

    @Inject
    EndSession(Transactions transactions, AccessGuard guard, Users users, Sessions sessions, Journal journal) {
        this.transactions = transactions;
        this.guard = guard;
        this.users = users;
        this.sessions = sessions;
        this.journal = journal;
    }

    /** @throws RefusedException NOT_FOUND naming {@code session}, also where it is somebody else's */
    public void handle(Caller caller, SessionId id) {
        transactions.inTransaction(() -> {
            User user = sessions.find(id)
                    .flatMap(session -> users.find(session.user()))
                    .filter(owner -> mayEnd(caller, owner))
                    .orElseThrow(() -> RefusedException.notFound("session", id));
            sessions.remove(id);
            journal.write(caller, "session.end", Target.of(user));
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
            throw RefusedException.missing("session", "this call came without a session");
        }
        handle(caller, session);
    }

    /** Ends all sessions of the caller but the one they came with. */
    public void allOthers(Caller caller) {
        transactions.inTransaction(() -> {
            User user = guard.requireAccount(caller);
            sessions.removeAllOf(user.id(), caller.session());
            journal.write(caller, "session.end-others", Target.of(user));
        });
    }

    private boolean mayEnd(Caller caller, User owner) {
        return caller.is(owner.id())
                ? guard.requireAccount(caller).isActive()
                : guard.mayTakeOver(caller, RosterPermission.USER_UPDATE, owner);
    }
}
