package dev.roster.domain.user;

import java.text.Normalizer;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is shown for a user without an avatar.
 *
 * @param letters the first letter or digit of the first and the last word of the name, or {@code ?}; nothing else, so
 *     that it cannot contain markup
 * @param colour the background as {@code #rrggbb}, always the same for a user, dark enough for white letters
 */
public record Initials(String letters, String colour) {
    /** White on each of them has a contrast of 4.5 : 1 or more (WCAG 2.2, 1.4.3). */
    static final List<String> COLOURS = List.of(
            "#b3261e", "#a8326a", "#8e3ca8", "#6941c6", "#4353c9", "#1f66c1", "#0b7285", "#0f766e", "#2b7a3d",
            "#4d7c0f", "#8a6100", "#a6500c", "#7a5548", "#52606d");

    public static Initials of(User user) {
        long random = user.id().value().getLeastSignificantBits();
        return new Initials(letters(shownName(user.profile())), COLOURS.get(Math.floorMod(random, COLOURS.size())));
    }

    private static String shownName(Profile profile) {
        return profile.displayName() == null
                ? profile.fullName()
                : profile.displayName().value();
    }

    private static String letters(String name) {
        List<String> firsts = Stream.of(
                        Normalizer.normalize(name, Normalizer.Form.NFC).split("\\s+"))
                .map(Initials::first)
                .flatMapToInt(OptionalInt::stream)
                .map(Character::toTitleCase)
                .mapToObj(Character::toString)
                .collect(Collectors.toList());
        if (firsts.isEmpty()) {
            return "?";
        }
        return firsts.size() == 1 ? firsts.get(0) : firsts.get(0) + firsts.get(firsts.size() - 1);
    }

    private static OptionalInt first(String word) {
        return word.codePoints().filter(Character::isLetterOrDigit).findFirst();
    }
}
