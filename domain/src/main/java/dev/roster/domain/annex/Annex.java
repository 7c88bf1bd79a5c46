package dev.roster.domain.annex;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.SingleLine;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Data that an interface stores with a dataset, a user or an organization because its clients expect to read it back, or
 * because that interface needs it. Roster returns it unchanged and never interprets it.
 *
 * @param number counts annexes of one kind of owner in order of attachment; 0 until the store has assigned it
 * @param kind the interface and the kind of data, as {@code argilla:field}; named by the interface, never by its clients
 * @param key identifies it within its kind; compared exactly, and written to the audit trail, so it must not identify a person
 * @param json the content, at most {@value #MOST_BYTES} bytes of UTF-8
 * @param at when it was attached or last replaced
 */
@RecordBuilder
public record Annex(AnnexOwner owner, long number, String kind, String key, String json, Instant at)
        implements AnnexBuilder.With {
    public static final int MOST_BYTES = 64 * 1024;

    /** The most annexes of one kind that one owner has. */
    public static final int MOST_OF_A_KIND = 100;

    private static final int LONGEST_KEY = 200;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,29}:[a-z][a-z-]{0,29}");

    public Annex {
        if (!KIND.matcher(kind).matches()) {
            throw RefusedException.invalid(
                    "kind", "invalid kind " + UserText.quote(kind) + ", expected one like `argilla:field`");
        }
        key = SingleLine.check("key", key, LONGEST_KEY);
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw RefusedException.invalid("json", key + " has " + bytes + " bytes, the maximum is " + MOST_BYTES);
        }
        if (json.indexOf('\0') >= 0) {
            throw RefusedException.invalid("json", key + " contains the control character U+0000");
        }
    }
}
