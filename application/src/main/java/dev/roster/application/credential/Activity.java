package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who was seen when. Requests only leave a note here; whoever runs the service has the notes written down every few
 * seconds, for each user once a minute at most. A node that dies loses what it had not written.
 */
@Singleton
public final class Activity {
    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);

    /** Beyond that many in a minute, newcomers are noted when there is room again. */
    static final int MOST = 100_000;

    /** When a user was last seen, and the last such time that was written. */
    private record Note(Instant seen, @Nullable Instant written) {
        Note seenAt(Instant at) {
            return at.isAfter(seen) ? new Note(at, written) : this;
        }

        boolean isPending() {
            return written == null || written.isBefore(seen);
        }

        boolean mayBeWritten(Instant now) {
            return written == null || !written.plus(AT_MOST_EVERY).isAfter(now);
        }
    }

    private final Transactions transactions;
    private final Users users;
    private final Now now;
    private final Map<UserId, Note> notes = new ConcurrentHashMap<>();

    @Inject
    Activity(Transactions transactions, Users users, Now now) {
        this.transactions = transactions;
        this.users = users;
        this.now = now;
    }

    /** Notes it in memory; an earlier time than the last one changes nothing. */
    public void seen(UserId user, Instant at) {
        if (notes.size() < MOST) {
            notes.merge(user, new Note(at, null), (before, first) -> before.seenAt(at));
        } else {
            notes.computeIfPresent(user, (id, before) -> before.seenAt(at));
        }
    }

    /** Writes what is due, in one transaction, and forgets who was not seen for a while. What fails stays due. */
    public void flush() {
        Instant at = now.get();
        Map<UserId, Instant> due = new HashMap<>();
        notes.forEach((user, note) -> {
            if (note.isPending() && note.mayBeWritten(at)) {
                due.put(user, note.seen());
            }
        });
        if (!due.isEmpty()) {
            transactions.inTransaction(() -> users.stampActivity(due));
            due.forEach((user, seen) -> notes.computeIfPresent(user, (id, note) -> new Note(note.seen(), seen)));
        }
        notes.values().removeIf(note -> !note.isPending() && note.mayBeWritten(at));
    }
}
