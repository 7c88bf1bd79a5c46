package dev.roster.bench.decision;

import dev.roster.bench.decision.World.Question;
import java.util.List;
import java.util.function.Predicate;

/** Holds every contender to the right answers before its time is taken. */
final class Check {
    private Check() {}

    static void all(World world, Predicate<Question> contender) {
        check(world.questions(), contender);
    }

    /** For contenders too slow to be asked everything. */
    static void some(World world, Predicate<Question> contender) {
        check(world.questions().subList(0, 64), contender);
    }

    private static void check(List<Question> questions, Predicate<Question> contender) {
        for (Question question : questions) {
            if (contender.test(question) != question.allowed()) {
                throw new IllegalStateException("wrong answer to " + question);
            }
        }
    }
}
