package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the audit trail is as it was written.
 *
 * @param newest the newest seal, which is worth keeping elsewhere, or null
 * @param faults what is not as it was
 * @param more whether there are more faults than those
 * @param clockSteps how often a clock was set back
 */
public record VerificationView(
        boolean intact,
        String events,
        String seals,
        String unsealed,
        String erased,
        @Nullable String newest,
        List<String> faults,
        boolean more,
        int clockSteps)
        implements View {
    public VerificationView {
        faults = List.copyOf(faults);
    }

    @Override
    public String template() {
        return "console/verification.jte";
    }

    @Override
    public String title() {
        return "verification.title";
    }
}
