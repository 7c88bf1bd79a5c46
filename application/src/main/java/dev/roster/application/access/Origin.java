package dev.roster.application.access;

import dev.roster.domain.audit.Door;
import org.jspecify.annotations.Nullable;

/**
 * Where a call came from.
 *
 * @param address the network address, or null for one from this machine's command line
 * @param agent what the client called itself, or null
 */
public record Origin(
        Door door, @Nullable String address, @Nullable String agent) {
    private static final int LONGEST_AGENT = 200;

    public Origin {
        agent = agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
    }

    public static Origin of(Door door) {
        return new Origin(door, null, null);
    }
}
