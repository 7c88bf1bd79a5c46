package dev.roster.http.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A strong entity tag (RFC 9110 §8.8.3), made of digests of the very bytes that are sent.
 *
 * @param state of what can be changed
 * @param whole of everything; empty where there is nothing else
 */
record EntityTag(String state, String whole) {
    private static final int KEPT = 15;
    private static final char SEPARATOR = '.';

    /** For what consists of what can be changed. */
    static EntityTag of(byte[] content) {
        return new EntityTag(digest(content), "");
    }

    /** For what also shows something that changes by itself. */
    static EntityTag of(byte[] content, byte[] state) {
        return new EntityTag(digest(state), digest(content));
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, KEPT));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** What stands between the quotes. */
    String opaque() {
        return whole.isEmpty() ? state : state + SEPARATOR + whole;
    }

    /** Whether a tag, without its quotes, was given for the same state. */
    boolean isOfSameState(String opaque) {
        int end = opaque.indexOf(SEPARATOR);
        return state.equals(end < 0 ? opaque : opaque.substring(0, end));
    }

    @Override
    public String toString() {
        return '"' + opaque() + '"';
    }
}
