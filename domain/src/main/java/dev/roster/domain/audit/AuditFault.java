package dev.roster.domain.audit;

import dev.roster.domain.text.Worded;
import org.jspecify.annotations.Nullable;

/**
 * Something about the trail that is not as it was written.
 *
 * @param seal the number of the seal whose batch it is in, or null for an event that no seal covers
 * @param event the number of the event, or null when it is about the seal itself
 */
public record AuditFault(
        Kind kind, @Nullable Long seal, @Nullable Long event) {
    /** What happened to the event or the seal. */
    public enum Kind implements Worded {
        /** It is not what this installation signed. */
        CHANGED,
        /** It was sealed, and is gone. */
        MISSING,
        /** It is in a place that was empty when the seal was created. */
        ADDED,
        /** No seal covers it, and its signature is not from this installation. */
        UNSIGNED,
        /** Texts were removed from it without a recorded erasure. */
        BLANKED
    }

    static AuditFault ofSeal(Kind kind, long seal) {
        return new AuditFault(kind, seal, null);
    }

    /** For people: {@code event 17 was changed (batch 3)}. */
    public String describe() {
        String what = event == null ? "seal " + seal : "event " + event;
        String how = switch (kind) {
            case CHANGED -> " was changed";
            case MISSING -> " is missing";
            case ADDED -> " was added";
            case UNSIGNED -> " is not as this installation wrote it, or was never written by it";
            case BLANKED -> " had personal data taken out without an erasure";
        };
        String where = seal == null ? " (not sealed)" : " (batch " + seal + ")";
        return what + how + (event == null ? "" : where);
    }
}
