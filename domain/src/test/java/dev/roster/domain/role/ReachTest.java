package dev.roster.domain.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReachTest {
    @Test
    void eachHasItsWordTheFarthestFirst() {
        assertThat(Reach.values())
                .extracting(Reach::word)
                .containsExactly("everywhere", "within", "organizations", "assigned", "–");
    }
}
