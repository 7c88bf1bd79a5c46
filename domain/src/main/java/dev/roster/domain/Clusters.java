package dev.roster.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which characters show as one only together: emoji with joiners, selectors, skin tones, flags, and a letter with the joiner
 * that its script spells with. Only what fonts know is one, so that invisible characters cannot hide behind any other.
 */
public final class Clusters {
    private static final int ENCLOSING_KEYCAP = 0x20E3;
    private static final int FIRST_OF_A_REGION = 0xE0067;

    private static final String TONE = "[\\x{1F3FB}-\\x{1F3FF}]";
    private static final String REGIONAL = "[\\x{1F1E6}-\\x{1F1FF}]";
    private static final String EMOJI = "[\\x{A9}\\x{AE}\\x{203C}\\x{2049}\\x{2122}\\x{2139}\\x{2194}-\\x{21AA}"
            + "\\x{231A}-\\x{23FF}\\x{24C2}\\x{25AA}-\\x{25FE}\\x{2600}-\\x{27BF}\\x{2934}\\x{2935}\\x{2B05}-\\x{2B55}"
            + "\\x{3030}\\x{303D}\\x{3297}\\x{3299}\\x{1F000}-\\x{1F1E5}\\x{1F200}-\\x{1F3FA}\\x{1F400}-\\x{1FAFF}]";
    /** People and hands, which have a colour of skin. */
    private static final String TONED =
            "[\\x{261D}\\x{26F9}\\x{270A}-\\x{270D}\\x{1F385}\\x{1F3C2}-\\x{1F3C4}\\x{1F3C7}"
                    + "\\x{1F3CA}-\\x{1F3CC}\\x{1F442}\\x{1F443}\\x{1F446}-\\x{1F450}\\x{1F466}-\\x{1F478}\\x{1F47C}"
                    + "\\x{1F481}-\\x{1F483}\\x{1F485}-\\x{1F487}\\x{1F48F}\\x{1F491}\\x{1F4AA}\\x{1F574}\\x{1F575}\\x{1F57A}"
                    + "\\x{1F590}\\x{1F595}\\x{1F596}\\x{1F645}-\\x{1F647}\\x{1F64B}-\\x{1F64F}\\x{1F6A3}\\x{1F6B4}-\\x{1F6B6}"
                    + "\\x{1F6C0}\\x{1F6CC}\\x{1F90C}\\x{1F90F}\\x{1F918}-\\x{1F91F}\\x{1F926}\\x{1F930}-\\x{1F939}"
                    + "\\x{1F93C}-\\x{1F93E}\\x{1F977}\\x{1F9B5}\\x{1F9B6}\\x{1F9B8}\\x{1F9B9}\\x{1F9BB}\\x{1F9CD}-\\x{1F9CF}"
                    + "\\x{1F9D1}-\\x{1F9DD}\\x{1FAC3}-\\x{1FAC5}\\x{1FAF0}-\\x{1FAF8}]";

    private static final String PICTURE = "(?:" + TONED + TONE + "|" + EMOJI + "[\\x{FE0E}\\x{FE0F}]?)";
    /** England, Scotland and Wales, the only flags that are spelled with invisible letters. */
    private static final String REGION = "\\x{1F3F4}\\x{E0067}\\x{E0062}(?:\\x{E0065}\\x{E006E}\\x{E0067}"
            + "|\\x{E0073}\\x{E0063}\\x{E0074}|\\x{E0077}\\x{E006C}\\x{E0073})\\x{E007F}";
    /** The scripts that spell with joiners, without the two fillers of Khmer. */
    private static final String JOINING = "[[\\p{IsArabic}\\p{IsSyriac}\\p{IsNko}\\p{IsMandaic}\\p{IsMongolian}"
            + "\\p{IsDevanagari}\\p{IsBengali}\\p{IsGurmukhi}\\p{IsGujarati}\\p{IsOriya}\\p{IsTamil}\\p{IsTelugu}"
            + "\\p{IsKannada}\\p{IsMalayalam}\\p{IsSinhala}\\p{IsTibetan}\\p{IsMyanmar}\\p{IsKhmer}]"
            + "&&[\\p{L}\\p{M}]&&[^\\x{17B4}\\x{17B5}]]";
    /** The longest that fonts know are families of four. */
    private static final Pattern CLUSTER = Pattern.compile(REGION
            + "|" + REGIONAL + REGIONAL
            + "|[0-9#*]\\x{FE0F}?\\x{20E3}"
            + "|" + JOINING + "[\\x{200C}\\x{200D}](?=" + JOINING + ")"
            + "|" + PICTURE + "(?:\\x{200D}" + PICTURE + "){0,4}");

    private Clusters() {}

    /** Where the characters end that show as one, the first of which begins at {@code start}; mostly it is alone. */
    public static int end(String text, int start) {
        int next = start + Character.charCount(text.codePointAt(start));
        if (next == text.length() || !continues(text.codePointAt(next))) {
            return next;
        }
        Matcher matcher = CLUSTER.matcher(text).region(start, text.length());
        return matcher.lookingAt() ? matcher.end() : next;
    }

    private static boolean continues(int character) {
        return switch (character) {
            case 0x200C, 0x200D, 0xFE0E, 0xFE0F, ENCLOSING_KEYCAP, FIRST_OF_A_REGION -> true;
            default -> (character >= 0x1F1E6 && character <= 0x1F1FF) || (character >= 0x1F3FB && character <= 0x1F3FF);
        };
    }
}
