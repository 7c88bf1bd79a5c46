package dev.roster.domain.text;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One of a few choices, with the word that people, requests and files have for it: {@code link}, {@code temporary-password}. */
public interface Worded {
    /** Of the constant; every enum has it. */
    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The choice of that word, in which an underscore may stand for a hyphen.
     *
     * @throws RefusedException INVALID naming the field, with all words that there are
     */
    static <E extends Enum<E> & Worded> E parse(Class<E> choices, String field, String word) {
        List<E> all = Arrays.asList(choices.getEnumConstants());
        for (E choice : all) {
            if (choice.word().equals(word.replace('_', '-'))) {
                return choice;
            }
        }
        int last = all.size() - 1;
        String others = all.subList(0, last).stream().map(Worded::word).collect(Collectors.joining(", "));
        throw RefusedException.invalid(
                field,
                "invalid " + field + " " + UserText.quote(word) + ", expected " + others + " or "
                        + all.get(last).word());
    }
}
