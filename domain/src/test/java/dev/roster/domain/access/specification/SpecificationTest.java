package dev.roster.domain.access.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Questions at random, asked of the policy and of the specification. There are 200,000 of them, or as many as the system
 * property {@code roster.questions} says.
 */
class SpecificationTest {
    private static final long QUESTIONS = Long.getLong("roster.questions", 200_000);
    private static final int EXPLAINED = 20;

    @Test
    void decisionsListsPreviewsAndExplanationsSayWhatTheSpecificationSays() {
        List<String> faults = new ArrayList<>();
        long questions = 0;
        long allowed = 0;
        long worlds = 0;
        while (questions < QUESTIONS && faults.isEmpty()) {
            worlds++;
            Comparison comparison = compared(worlds);
            questions += comparison.questions();
            allowed += comparison.allowed();
            faults.addAll(comparison.faults());
        }

        System.out.printf("%,d questions about %,d worlds, %,d allowed%n", questions, worlds, allowed);
        assertThat(faults).isEmpty();
        assertThat(allowed * 50).isGreaterThan(questions);
    }

    private static Comparison compared(long seed) {
        World world = Worlds.random(seed);
        Comparison comparison = new Comparison(world, Worlds.asked(world, seed));
        comparison.compareDecisions();
        comparison.compareEntitlements();
        comparison.compareExplanations(EXPLAINED);
        List<String> roles = List.copyOf(world.roles.keySet());
        String role = roles.get(new Random(seed).nextInt(roles.size()));
        comparison.comparePreview(role, Worlds.another(world, seed));
        return comparison;
    }
}
