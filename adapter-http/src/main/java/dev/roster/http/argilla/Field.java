package dev.roster.http.argilla;

import org.jspecify.annotations.Nullable;

/** An input as it was read. To be asked once {@link Inputs#check} has let all of them pass. */
final class Field<T> {
    private final @Nullable T value;

    private Field(@Nullable T value) {
        this.value = value;
    }

    static <T> Field<T> of(@Nullable T value) {
        return new Field<>(value);
    }

    /** One that was refused, absent or null. */
    static <T> Field<T> none() {
        return new Field<>(null);
    }

    /** The value of an input that has to be there. */
    T get() {
        if (value == null) {
            throw new IllegalStateException("an input is used that was never checked");
        }
        return value;
    }

    @Nullable
    T orNull() {
        return value;
    }

    T or(T other) {
        return value == null ? other : value;
    }
}
