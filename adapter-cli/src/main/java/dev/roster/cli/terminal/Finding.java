package dev.roster.cli.terminal;

import dev.roster.domain.text.Worded;

/**
 * One thing the doctor looked at.
 *
 * @param subject {@code store}, {@code schema}, {@code disk}
 * @param what how it stands, in one line
 * @param remedy what to do about it, empty where nothing is
 */
public record Finding(String subject, State state, String what, String remedy) {
    /** How well it stands. */
    public enum State implements Worded {
        OK,
        WARNING,
        BROKEN
    }

    public static Finding ok(String subject, String what) {
        return new Finding(subject, State.OK, what, "");
    }

    public static Finding warning(String subject, String what, String remedy) {
        return new Finding(subject, State.WARNING, what, remedy);
    }

    public static Finding broken(String subject, String what, String remedy) {
        return new Finding(subject, State.BROKEN, what, remedy);
    }
}
