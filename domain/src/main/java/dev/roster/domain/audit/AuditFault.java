package dev.roster.domain.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something about the trail that is not as it was written.
 *
 * @param seal the number of the seal whose batch it is in
 * @param event the number of the event, or null when it is about the seal itself
 */
public record AuditFault(Kind kind, long seal, @Nullable Long event) {
    /** What happened to the event or the seal. */
    public enum Kind {
        CHANGED,
        MISSING,
        ADDED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
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
        };
        return what + how + (event == null ? "" : " (batch " + seal + ")");
    }
}
