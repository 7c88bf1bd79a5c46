package dev.roster.application.offence;

/** Has a method that nothing calls. */
public final class Forgotten {
    public String nobodyCallsThis() {
        return "still here";
    }
}
