package dev.roster.domain.workspace;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.ClearName;
import dev.roster.domain.text.NameKey;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name of a workspace: 1 to 200 of the letters a-z and A-Z, digits, {@code _} and {@code -}, starting with a letter or
 * digit. Unique regardless of case. The format is that strict because a 2.x Argilla client refuses a whole list if it
 * contains any other name (Argilla's contract §2.6).
 */
public record WorkspaceName(String value) {
    private static final int MOST = 200;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,199}");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern LAST_HYPHENS = Pattern.compile("-+$");

    /** Long enough to look like an id once a number stands behind it. */
    private static final Pattern LIKE_AN_ID = Pattern.compile("[0-9a-f-]{20,}");

    private static final String ANY = "workspace";

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

    /**
     * A name to give to a workspace of which only the title is known, {@code prod-eu} for {@code Prod EU}: its letters a-z,
     * without accents, and its digits, and hyphens for all between them; {@code workspace} where it has none. Equal titles
     * have equal names, see {@link #ending}.
     */
    public static WorkspaceName ofTitle(String title) {
        String letters = Normalizer.normalize(NameKey.of(title).value(), Normalizer.Form.NFKD);
        String words = OTHERS.matcher(MARKS.matcher(letters).replaceAll("")).replaceAll("-");
        String inner = words.startsWith("-") ? words.substring(1) : words;
        if (inner.isEmpty()) {
            return new WorkspaceName(ANY);
        }
        return cut(LIKE_AN_ID.matcher(inner).matches() ? ANY + "-" + inner : inner, "");
    }

    /** This name, shortened where need be, with a hyphen and the suffix behind it. */
    public WorkspaceName ending(String suffix) {
        return cut(value, "-" + suffix);
    }

    private static WorkspaceName cut(String start, String end) {
        String kept = start.substring(0, Math.min(start.length(), MOST - end.length()));
        return new WorkspaceName(LAST_HYPHENS.matcher(kept).replaceAll("") + end);
    }

    public NameKey key() {
        return NameKey.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
