package dev.roster.application.scenario;

/**
 * Somebody tries something.
 *
 * @param actor a username, {@value #OPERATOR} for the local operator, or {@value #NOBODY} for a caller without any
 *     credential
 * @param inSession whether the actor comes with the session they opened last, rather than with their user token
 */
public record Step(String actor, boolean inSession, Act act, Words words, Outcome expected, String text) {
    public static final String OPERATOR = "operator";
    public static final String NOBODY = "nobody";

    public boolean isByOperator() {
        return actor.equals(OPERATOR);
    }

    @Override
    public String toString() {
        return text;
    }
}
