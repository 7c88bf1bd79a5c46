package dev.roster.domain.workspace;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.ClearName;
import dev.roster.domain.text.NameKey;
import java.util.regex.Pattern;

/**
 * What a workspace is called: 1 to 200 of the letters a-z and A-Z, digits, {@code _} and {@code -}, the first a letter
 * or digit. Unique without regard to case. The shape is that narrow because a 2.x Argilla client refuses a whole list
 * that holds any other name (reference/argilla-wire.md §2.6).
 */
public record WorkspaceName(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,199}");

    public WorkspaceName {
        if (!SHAPE.matcher(value).matches()) {
            throw RefusedException.invalid(
                    "name",
                    "invalid workspace name " + UserText.quote(value)
                            + ", expected 1 to 200 letters a-z, digits, `_` or `-`, starting with a letter or digit");
        }
    }

    /**
     * This name, as one to give now.
     *
     * @throws RefusedException INVALID naming {@code name}, see {@link ClearName}
     */
    public WorkspaceName toGive() {
        ClearName.check("name", value);
        return this;
    }

    public NameKey key() {
        return NameKey.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
