package dev.roster.cli.transfer;

import java.util.ArrayList;
import java.util.List;

/** A file that cannot be used, with all the reasons. The message only counts them. */
public final class MistakenFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> reasons;

    MistakenFileException(String summary, List<String> reasons) {
        super(summary);
        this.reasons = new ArrayList<>(reasons);
    }

    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}
