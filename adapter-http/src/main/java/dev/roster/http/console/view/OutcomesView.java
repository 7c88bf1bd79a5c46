package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of something that was done several times.
 *
 * @param title the key of the title
 * @param back where to go on
 */
public record OutcomesView(@Override String title, List<Outcome> outcomes, String back) implements View {
    /**
     * One result.
     *
     * @param about the user or thing
     * @param done the key of what was done, or null if nothing was
     * @param reason why not, as a sentence, or null
     * @param secret the secret to hand over, which is not shown again, or null
     */
    public record Outcome(
            String about,
            @Nullable String done,
            @Nullable String reason,
            @Nullable String secret) {
        public static Outcome done(String about, String text) {
            return new Outcome(about, text, null, null);
        }

        public static Outcome refused(String about, String reason) {
            return new Outcome(about, null, reason, null);
        }
    }

    public OutcomesView {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether there is anything to hand over. */
    public boolean hasSecrets() {
        return outcomes.stream().anyMatch(outcome -> outcome.secret() != null);
    }

    @Override
    public String template() {
        return "console/people/outcomes.jte";
    }
}
