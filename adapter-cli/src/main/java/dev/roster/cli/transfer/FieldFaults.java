package dev.roster.cli.transfer;

import dev.roster.domain.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that is wrong with one person of a file, field by field. */
final class FieldFaults {
    private final List<RefusedException> faults = new ArrayList<>();

    void add(String field, String reason) {
        faults.add(RefusedException.invalid(field, reason));
    }

    /** What is read of a text; null, with what is wrong noted at the field, where it cannot be read. */
    <T> @Nullable T attempt(String field, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (RefusedException refused) {
            add(field, refused.reason());
            return null;
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<RefusedException> all() {
        return List.copyOf(faults);
    }
}
