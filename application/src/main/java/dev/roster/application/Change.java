package dev.roster.application;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a partial update: unchanged, or set. Setting it to nothing is a change too, which distinguishes an absent
 * field from a null one.
 */
public final class Change<T> {
    private static final Change<?> NONE = new Change<>(false, null);

    private final boolean made;
    private final @Nullable T value;

    private Change(boolean made, @Nullable T value) {
        this.made = made;
        this.value = value;
    }

    @SuppressWarnings("unchecked")
    public static <T> Change<T> none() {
        return (Change<T>) NONE;
    }

    public static <T> Change<T> to(T value) {
        return new Change<>(true, Objects.requireNonNull(value));
    }

    /** Sets the field to nothing; for fields that may be empty. */
    public static <T> Change<T> toNothing() {
        return new Change<>(true, null);
    }

    public static <T> Change<T> toNullable(@Nullable T value) {
        return new Change<>(true, value);
    }

    /** Null leaves the field as it is. */
    public static <T> Change<T> ifGiven(@Nullable T value) {
        return value == null ? none() : to(value);
    }

    public boolean isMade() {
        return made;
    }

    /** The field's value after this change. */
    public @Nullable T applyTo(@Nullable T before) {
        return made ? value : before;
    }

    /** The value of a field that is never empty after this change. */
    public T orElse(T before) {
        return made && value != null ? value : before;
    }

    public <R> Change<R> map(Function<? super T, ? extends R> mapping) {
        if (!made) {
            return none();
        }
        return value == null ? toNothing() : Change.to(mapping.apply(value));
    }
}
