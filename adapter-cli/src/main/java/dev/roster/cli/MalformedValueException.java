package dev.roster.cli;

import dev.roster.domain.RefusedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** A word of the command line that is not the value that it should be, and which field that value was for. */
final class MalformedValueException extends TypeConversionException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    MalformedValueException(RefusedException refused) {
        super(refused.reason());
        this.field = refused.field();
    }

    /** In the spelling of the native API; null for a value that has none. */
    @Nullable
    String field() {
        return field;
    }
}
