package dev.roster.application.fault;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets one call after another fail, so that a test can see what a use case leaves behind. */
public final class Faults {
    /** What a store throws that does not answer. */
    public static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault(int call) {
            super("call " + call + " fails on purpose");
        }
    }

    private static final int NONE = 0;

    private final AtomicInteger calls = new AtomicInteger();
    private volatile int failing = NONE;
    private volatile boolean failed;

    /** Counts from the beginning, and fails at that call; the first is 1. */
    public void failAt(int call) {
        calls.set(0);
        failed = false;
        failing = call;
    }

    public void failNoMore() {
        failing = NONE;
    }

    /** Whether a call has failed since {@link #failAt}. */
    public boolean hasFailed() {
        return failed;
    }

    /**
     * To be asked before each call.
     *
     * @throws Fault when it is the one that fails
     */
    public void beforeCall() {
        int wanted = failing;
        if (wanted != NONE && calls.incrementAndGet() == wanted) {
            failed = true;
            throw new Fault(wanted);
        }
    }
}
