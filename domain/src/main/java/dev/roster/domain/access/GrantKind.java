package dev.roster.domain.access;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.Locale;

/** What a grant is on: a whole workspace, or a single dataset. */
public enum GrantKind {
    WORKSPACE,
    DATASET;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws RefusedException INVALID naming {@code kind} */
    public static GrantKind parse(String word) {
        for (GrantKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw RefusedException.invalid(
                "kind", "invalid kind " + UserText.quote(word) + ", expected workspace or dataset");
    }
}
