package dev.roster.application.fake;

import dev.roster.application.port.KeyCustody;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A keeper that remembers keys by their names. */
public final class InMemoryCustody implements KeyCustody {
    private final List<KeyFake> waiting = new ArrayList<>();
    private KeyFake kept;
    private int made;

    InMemoryCustody(KeyFake kept) {
        this.kept = kept;
    }

    KeyFake kept() {
        return kept;
    }

    /** Keys that were prepared and neither took the place of the present one nor were forgotten. */
    public int waiting() {
        return waiting.size();
    }

    @Override
    public NextKey prepare(@Nullable SecretText given) {
        KeyFake next = new KeyFake(given == null ? "key " + ++made : given.reveal());
        if (next.equals(kept)) {
            throw RefusedException.invalid("secret_key", "this is the key that is in use already, give another");
        }
        waiting.add(next);
        return next;
    }

    @Override
    public void settle(NextKey next) {
        waiting.stream().filter(next::equals).forEach(key -> kept = key);
        waiting.remove(kept);
    }

    @Override
    public void discard(NextKey next) {
        waiting.removeIf(next::equals);
    }
}
