package dev.roster.http.console;

import dev.roster.application.credential.KeyIssuer;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.ApiKey;
import dev.roster.http.console.view.OptionView;
import dev.roster.http.dialect.Field;
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

    /** The key that a form wishes for, with its name and its end; what is wrong is noted. */
    static Field<KeyIssuer.Wish> wish(TypedForm form, Instant now) {
        Field<String> name = form.value("name", ApiKey::name);
        return form.value(
                "expires_at", word -> KeyIssuer.Wish.named(name.or("-")).withExpiresAt(read(word, now)));
    }

    /**
     * Returns null for never.
     *
     * @throws RefusedException INVALID naming {@code expires_at}
     */
    static @Nullable Instant read(String word, Instant now) {
        if (OPTIONS.stream().noneMatch(option -> option.value().equals(word))) {
            throw RefusedException.invalid("expires_at", "choose when the key expires");
        }
        return word.equals(NEVER) ? null : now.plus(Duration.ofDays(Long.parseLong(word)));
    }
}
