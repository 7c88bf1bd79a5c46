package dev.roster.cli.place;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the commands that delete a place go about it. */
final class Deletion {
    /** At most one of these. */
    static final class How {
        @Option(names = "--yes", description = "Do not ask for confirmation.")
        private boolean agreed;

        @Option(names = "--dry-run", description = "Delete nothing, and count what would be deleted.")
        private boolean dry;
    }

    private Deletion() {}

    static boolean isDry(@Nullable How how) {
        return how != null && how.dry;
    }

    static boolean isAgreed(@Nullable How how) {
        return how != null && how.agreed;
    }
}
