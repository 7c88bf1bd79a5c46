package dev.roster.domain.text;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Refuses names that can be mistaken for something else, where people or Roster distinguish things by name. Checked when a
 * name is given, never when it is read: names from before the rule stay valid.
 *
 * <ul>
 *   <li>Letters of different scripts look alike, so a name uses one script. Latin may be combined with another one, but not with
 *       those that look like it; Chinese, Japanese and Korean writing counts as one (the "moderately restrictive" level of
 *       UTS #39 §5.2). The parts of an e-mail address are checked one by one.
 *   <li>A name that looks like an id could be mistaken for the thing with that id.
 *   <li>A name that looks like a token or key was probably pasted into the wrong field.
 * </ul>
 */
public final class ClearName {
    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    /** Whose letters can be taken for Latin ones. */
    private static final Set<UnicodeScript> LIKE_LATIN = EnumSet.of(
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.COPTIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.LISU);

    /** A UUID in any of the ways in which it is written: bare, in braces, as a URN. */
    private static final Pattern ID = Pattern.compile("(?:urn:uuid:|uuid:)?[{(\\[]?(?:[0-9a-f]-?){32}[})\\]]?");

    /** A user token, an API key, what stands in a link: three letters for the kind, and a long random text. */
    private static final Pattern SECRET = Pattern.compile("r[a-z]{2}_[a-z0-9_-]{32,}");

    private ClearName() {}

    /**
     * Returns {@code name} unchanged.
     *
     * @param name one that passed {@link SingleLine}
     * @throws RefusedException INVALID, naming {@code field}
     */
    public static String check(String field, String name) {
        // Letters in disguise count as what they are: full width, mathematical bold, the ohm sign.
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String lower = plain.toLowerCase(Locale.ROOT);
        if (SECRET.matcher(lower).matches()) {
            throw RefusedException.invalid(field, field + " looks like a token or key; choose another name");
        }
        if (ID.matcher(lower).matches()) {
            throw RefusedException.invalid(
                    field,
                    "invalid " + field + " " + UserText.quote(name) + ", which looks like an id; choose another");
        }
        for (String part : plain.split("@", -1)) {
            checkScripts(field, name, part);
        }
        return name;
    }

    private static void checkScripts(String field, String name, String part) {
        Set<UnicodeScript> scripts = scripts(part);
        if (!areClear(scripts)) {
            throw RefusedException.invalid(
                    field,
                    "invalid " + field + " " + UserText.quote(name) + ", it mixes " + words(scripts)
                            + " letters, which look alike; use one script");
        }
    }

    private static Set<UnicodeScript> scripts(String part) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        part.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        // Digits, signs and accents belong to none; what this Java does not know yet cannot be judged.
        scripts.removeAll(EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN));
        return scripts;
    }

    private static boolean areClear(Set<UnicodeScript> scripts) {
        Set<UnicodeScript> others = EnumSet.copyOf(scripts);
        boolean latin = others.remove(UnicodeScript.LATIN);
        if (EAST_ASIAN.containsAll(others)) {
            return true;
        }
        return others.size() == 1 && !(latin && LIKE_LATIN.containsAll(others));
    }

    private static String words(Set<UnicodeScript> scripts) {
        return scripts.stream()
                .map(script -> script.name().charAt(0)
                        + script.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" and "));
    }
}
