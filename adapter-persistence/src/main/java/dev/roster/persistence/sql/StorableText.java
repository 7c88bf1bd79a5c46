package dev.roster.persistence.sql;

/**
 * Text that both engines take. PostgreSQL refuses U+0000 and half surrogate pairs, SQLite changes the latter silently;
 * both can come in with a header or a search. They become U+FFFF, which no name may hold, so that nothing is found by
 * such a text that was not stored with it.
 */
final class StorableText {
    private static final char NONCHARACTER = '\uFFFF';

    private StorableText() {}

    static String of(String text) {
        return text.chars().anyMatch(StorableText::isSuspect) ? mended(text) : text;
    }

    private static boolean isSuspect(int unit) {
        return unit == 0 || Character.isSurrogate((char) unit);
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints().map(StorableText::storable).forEach(mended::appendCodePoint);
        return mended.toString();
    }

    private static int storable(int codePoint) {
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return codePoint == 0 || half ? NONCHARACTER : codePoint;
    }
}
