package dev.roster.bench.peers;

import dev.roster.bench.peers.Wire.Script;
import java.io.IOException;
import java.time.Duration;

/** Roster beside one peer: both do the same, in turns, so that whatever else the machine does meets both alike. */
record Match(Contender roster, Contender peer, Pace pace) implements AutoCloseable {
    /** How long and how often. */
    record Pace(int starts, int rounds, Duration round, Duration warmUp) {
        static Pace of(boolean full) {
            return full
                    ? new Pace(7, 8, Duration.ofSeconds(5), Duration.ofSeconds(10))
                    : new Pace(3, 3, Duration.ofSeconds(2), Duration.ofSeconds(3));
        }
    }

    void run() throws Exception {
        roster.prepare();
        peer.prepare();
        for (int turn = 0; turn < pace.starts(); turn++) {
            roster.startAgain();
            peer.startAgain();
        }
        roster.noteReady();
        peer.noteReady();
        for (Call call : Call.values()) {
            measure(call);
        }
        roster.noteLoaded();
        peer.noteLoaded();
    }

    private void measure(Call call) throws Exception {
        roster.fillUp(call.people());
        peer.fillUp(call.people());
        // The first call also warms up what all others run through.
        Duration warmUp = call == Call.WHO_AM_I ? pace.warmUp().multipliedBy(4) : pace.warmUp();
        Script ofRoster = roster.warmUp(call, warmUp);
        Script ofPeer = peer.warmUp(call, warmUp);
        for (int turn = 0; turn < pace.rounds(); turn++) {
            roster.work(call, ofRoster, pace.round());
            peer.work(call, ofPeer, pace.round());
        }
    }

    @Override
    public void close() throws IOException {
        try (roster;
                peer) {
            // Both end, whatever becomes of the other.
        }
    }
}
