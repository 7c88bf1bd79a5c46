package dev.roster.persistence.secret;

import dev.roster.domain.RefusedException;

/**
 * The cost of an Argon2id hash.
 *
 * @param memoryKibibytes the memory one hash fills
 * @param passes how often it fills it
 * @param lanes how many parts of it could be filled at once; Roster fills them one after the other
 */
public record Argon2Parameters(int memoryKibibytes, int passes, int lanes) {
    private static final int LEAST_MEMORY_PER_LANE = 8;
    private static final int MOST_MEMORY = 128 * 1024;
    private static final int MOST_LANES = 16;
    /** The bounds below, in words. */
    static final String BEARABLE = "the most is 128 MiB, 16 lanes, and 256 MiB filled in all passes together";

    /** What is filled in all: 256 MiB, as with 64 MiB and four passes. */
    private static final long MOST_FILLED = 256 * 1024;

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

    /** Whether hashes that came from elsewhere may be that much work: a login must not bring the machine down. */
    boolean isBearable() {
        return memoryKibibytes <= MOST_MEMORY && lanes <= MOST_LANES && (long) memoryKibibytes * passes <= MOST_FILLED;
    }
}
