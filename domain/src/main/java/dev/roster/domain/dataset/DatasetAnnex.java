package dev.roster.domain.dataset;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.SingleLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something that a door keeps beside a dataset because its clients expect to read it again. Roster hands it back and
 * never looks into it.
 *
 * @param number counts annexes in order of attachment; 0 until the store has given it
 * @param kind which door's, and what: {@code argilla:field}
 * @param key which one of that kind; compared exactly
 * @param json the content, at most {@value #MOST_BYTES} bytes of UTF-8
 * @param at when it was attached or last replaced
 */
public record DatasetAnnex(DatasetId dataset, long number, String kind, String key, String json, Instant at) {
    public static final int MOST_BYTES = 64 * 1024;

    private static final int LONGEST_KEY = 200;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,29}:[a-z][a-z-]{0,29}");

    public DatasetAnnex {
        if (!KIND.matcher(kind).matches()) {
            throw RefusedException.invalid(
                    "kind", "invalid kind " + UserText.quote(kind) + ", expected one as `argilla:field`");
        }
        key = SingleLine.check("key", key, LONGEST_KEY);
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw RefusedException.invalid("json", key + " has " + bytes + " bytes, the most is " + MOST_BYTES);
        }
    }

    public DatasetAnnex withNumber(long given) {
        return new DatasetAnnex(dataset, given, kind, key, json, at);
    }
}
