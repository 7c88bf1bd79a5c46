package dev.roster.application.importing;

import dev.roster.domain.RefusedException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What stands here for something of the other platform.
 *
 * @param <I> its id, which is known where it is here, and as soon as it has been created
 */
final class Counterpart<I> {
    private final String name;
    private final AtomicReference<I> id = new AtomicReference<>();

    /** @param name what people call it */
    Counterpart(String name) {
        this.name = name;
    }

    void is(I known) {
        id.set(known);
    }

    Optional<I> here() {
        return Optional.ofNullable(id.get());
    }

    /** @throws RefusedException INVALID, where the step that was to create it was refused */
    I get() {
        return here().orElseThrow(
                        () -> RefusedException.invalid("import", "`" + name + "` is left out, and this goes with it"));
    }

    @Override
    public String toString() {
        return name;
    }
}
