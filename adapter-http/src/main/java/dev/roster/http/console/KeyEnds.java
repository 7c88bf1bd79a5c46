package dev.roster.http.console;

import dev.roster.domain.RefusedException;
import dev.roster.http.console.view.OptionView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a key is to end, out of a few. */
final class KeyEnds {
    static final String USUAL = "90";

    static final List<OptionView> OPTIONS = List.of(
            OptionView.worded("30", "key.end.30"),
            OptionView.worded(USUAL, "key.end.90"),
            OptionView.worded("365", "key.end.365"),
            OptionView.worded("never", "key.end.never"));

    private static final String NEVER = "never";

    private KeyEnds() {}

    /**
     * Returns null for never.
     *
     * @throws RefusedException INVALID naming {@code expires_at}
     */
    static @Nullable Instant read(String word, Instant now) {
        if (OPTIONS.stream().noneMatch(option -> option.value().equals(word))) {
            throw RefusedException.invalid("expires_at", "choose when the key ends");
        }
        return word.equals(NEVER) ? null : now.plus(Duration.ofDays(Long.parseLong(word)));
    }
}
