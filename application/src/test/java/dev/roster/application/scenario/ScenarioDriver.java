package dev.roster.application.scenario;

/**
 * A door that scenarios go through. It finds the ids of the things a step names with {@link Names}, and authenticates
 * users by the credentials of {@link Credentials}.
 */
public interface ScenarioDriver {
    /** Tries the step and tells what came of it. A refusal is an outcome; only a defect is thrown. */
    Outcome perform(Step step);
}
