package dev.roster.http.console.view;

import java.util.List;

/**
 * A moment.
 *
 * @param machine as ISO 8601, in UTC
 * @param exact for people, in UTC; a script shows the reader's own zone
 * @param words the key of how long ago it is, or how far ahead
 * @param count what is put into the words, or nothing
 */
public record TimeView(String machine, String exact, String words, List<String> count) {
    public TimeView {
        count = List.copyOf(count);
    }
}
