package dev.roster.domain.access;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Worded;

/** What a grant is on: a whole workspace, or a single dataset. */
public enum GrantKind implements Worded {
    WORKSPACE,
    DATASET;

    /** @throws RefusedException INVALID naming {@code kind} */
    public static GrantKind parse(String word) {
        return Worded.parse(GrantKind.class, "kind", word);
    }
}
