package dev.roster.domain;

import java.util.function.IntFunction;

/** Text that was entered, prepared for a message that people read. */
public final class UserText {
    private static final int MOST_QUOTED = 100;

    private UserText() {}

    /** The text in backticks, on one line whatever it holds, and cut where it gets long. */
    public static String quote(String text) {
        boolean isCut = text.codePointCount(0, text.length()) > MOST_QUOTED;
        String kept = isCut ? text.substring(0, text.offsetByCodePoints(0, MOST_QUOTED)) : text;
        return "`" + shown(kept, UserText::byNumber) + (isCut ? "…`" : "`");
    }

    /**
     * The text with every character replaced that {@link #isHidden}, but those that an emoji or a script needs where they
     * are: see {@link Clusters}.
     *
     * @param instead what a hidden character is replaced with
     */
    public static String shown(String text, IntFunction<String> instead) {
        StringBuilder shown = new StringBuilder(text.length());
        int end;
        for (int start = 0; start < text.length(); start = end) {
            end = Clusters.end(text, start);
            int character = text.codePointAt(start);
            if (isHidden(character)) {
                shown.append(instead.apply(character));
            } else {
                shown.append(text, start, end);
            }
        }
        return shown.toString();
    }

    /** How a hidden character is written out. */
    public static String byNumber(int character) {
        return String.format("\\u{%X}", character);
    }

    /**
     * Whether a screen would not show the character, or would obey it: controls, text direction, line breaks, fillers,
     * joiners, half a character. It does not depend on which characters the running Java knows.
     */
    public static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isFiller(character) || isNoCharacter(character);
        };
    }

    /** What Unicode lists as ignorable by default without giving it one of the types above, and the empty Braille cell. */
    private static boolean isFiller(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0 -> true;
            default ->
                (character >= 0x180B && character <= 0x180F)
                        || (character >= 0xFE00 && character <= 0xFE0F)
                        || (character >= 0xFFF0 && character <= 0xFFFB)
                        || (character >= 0xE0000 && character <= 0xE0FFF);
        };
    }

    private static boolean isNoCharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
    }
}
