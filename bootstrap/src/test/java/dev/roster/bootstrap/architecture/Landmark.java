package dev.roster.bootstrap.architecture;

/** Something in bootstrap that nobody else may know. */
public final class Landmark {
    public static final Object HERE = new Object();

    private Landmark() {}
}
