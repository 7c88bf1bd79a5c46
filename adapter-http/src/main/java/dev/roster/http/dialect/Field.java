package dev.roster.http.dialect;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A validated input. Read it only after {@link Inputs#check} has accepted all inputs. */
public final class Field<T> {
    private final @Nullable T value;

    private Field(@Nullable T value) {
        this.value = value;
    }

    public static <T> Field<T> of(@Nullable T value) {
        return new Field<>(value);
    }

    /** One that was refused, absent or null. */
    public static <T> Field<T> none() {
        return new Field<>(null);
    }

    /** The value of an input that has to be there. */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("an input is used that was never checked");
        }
        return value;
    }

    /** Converts the value, if there is one. */
    public <R> Field<R> map(Function<T, R> make) {
        return new Field<>(value == null ? null : make.apply(value));
    }

    public @Nullable T orNull() {
        return value;
    }

    public T or(T other) {
        return value == null ? other : value;
    }
}
