package dev.roster.bootstrap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Whether the command that runs may create a store where there is none. No command may unless it says so. */
@Singleton
final class Founding {
    private volatile boolean allowed;

    @Inject
    Founding() {}

    /** To be called before the store is asked for. */
    void allow() {
        allowed = true;
    }

    boolean isAllowed() {
        return allowed;
    }
}
