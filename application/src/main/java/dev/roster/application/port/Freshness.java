package dev.roster.application.port;

import java.util.Optional;

/**
 * For requests whose reads a standby of the store may answer. A standby has what the store had some time ago. Who calls, what
 * is read before something is changed, and what is read alone is always asked of the store itself.
 */
public interface Freshness {
    /** How many reads that a standby might have answered were answered by which. */
    record Answered(long byStandby, long byStore) {}

    /**
     * Runs a request. Until it changes something, its {@linkplain Transactions#reading reading} transactions may be answered by a
     * standby that has all that the mark stands for, and all by which anyone lost a right before the transaction began.
     */
    void reading(FreshnessMark least, Runnable request);

    /**
     * Runs a request that is answered by the store. Returns what stands for all that it changed; empty if it changed nothing, or
     * there is no standby.
     */
    Optional<FreshnessMark> changing(Runnable request);

    Answered answered();

    /** For a store without a standby. */
    static Freshness ofTheStore() {
        return new Freshness() {
            @Override
            public void reading(FreshnessMark least, Runnable request) {
                request.run();
            }

            @Override
            public Optional<FreshnessMark> changing(Runnable request) {
                request.run();
                return Optional.empty();
            }

            @Override
            public Answered answered() {
                return new Answered(0, 0);
            }
        };
    }
}
