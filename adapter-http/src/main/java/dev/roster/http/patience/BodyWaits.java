package dev.roster.http.patience;

import java.util.TreeMap;

/**
 * The bodies of which more is waited for. Each holds a thread while nothing comes, so there are only so many; where one more
 * has to wait, the one that was begun first is given up, so that the slow never keep out who comes after them.
 */
final class BodyWaits {
    private final int most;
    private final TreeMap<Long, IncomingBody> waiting = new TreeMap<>();
    private long begun;

    BodyWaits(int most) {
        this.most = most;
    }

    /** The place of a body in the order in which they were begun. */
    synchronized long begin() {
        return begun++;
    }

    synchronized void enter(long place, IncomingBody body) {
        waiting.put(place, body);
        if (waiting.size() > most) {
            waiting.pollFirstEntry().getValue().outdo();
        }
    }

    /** From here on nobody gives up the body. */
    synchronized void leave(long place) {
        waiting.remove(place);
    }

    synchronized int count() {
        return waiting.size();
    }
}
