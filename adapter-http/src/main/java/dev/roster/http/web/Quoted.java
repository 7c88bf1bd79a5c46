package dev.roster.http.web;

/** Shortens a caller's own text so that it can be repeated in a message. */
public final class Quoted {
    private static final int USUAL = 80;

    private Quoted() {}

    public static String clip(String text) {
        return clip(text, USUAL);
    }

    /** Cuts between characters, never through one. */
    public static String clip(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
