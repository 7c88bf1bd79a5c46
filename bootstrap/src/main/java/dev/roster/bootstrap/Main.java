package dev.roster.bootstrap;

/** Starts Roster. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("roster");
    }
}
