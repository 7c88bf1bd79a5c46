package dev.roster.persistence.secret;

import dev.roster.domain.RefusedException;

/**
 * How much work an Argon2id hash is.
 *
 * @param memoryKibibytes the memory one hash fills
 * @param passes how often it fills it
 * @param lanes how many parts of it could be filled at once; Roster fills them one after the other
 */
public record Argon2Parameters(int memoryKibibytes, int passes, int lanes) {
    private static final int LEAST_MEMORY_PER_LANE = 8;

    public Argon2Parameters {
        if (passes < 1 || lanes < 1 || memoryKibibytes < LEAST_MEMORY_PER_LANE * lanes) {
            throw RefusedException.invalid(
                    "argon2",
                    "invalid Argon2 parameters, expected at least one pass, one lane and 8 KiB for each lane");
        }
    }

    /** 19 MiB, two passes, one lane: the OWASP Password Storage Cheat Sheet's first choice for Argon2id below 46 MiB. */
    public static Argon2Parameters usual() {
        return new Argon2Parameters(19 * 1024, 2, 1);
    }

    boolean isWeakerThan(Argon2Parameters other) {
        return memoryKibibytes < other.memoryKibibytes || passes < other.passes || lanes < other.lanes;
    }
}
