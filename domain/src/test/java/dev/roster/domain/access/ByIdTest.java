package dev.roster.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ByIdTest {
    @Test
    void nothingNeedsNoTable() {
        assertThat(ById.of(Map.of())).isNull();
    }

    @Test
    void findsAllThatIsInItAndNothingElse() {
        Random random = new Random(5);
        for (int size = 1; size < 300; size += 7) {
            Map<UUID, String> entries = new HashMap<>();
            for (int entry = 0; entry < size; entry++) {
                UUID id = new UUID(random.nextInt(4), random.nextLong());
                entries.put(id, "value " + entry);
            }

            ById<String> table = Objects.requireNonNull(ById.of(entries));

            assertThat(entries)
                    .allSatisfy((id, value) -> assertThat(table.get(id)).isEqualTo(value));
            assertThat(table.get(new UUID(9, random.nextLong()))).isNull();
            assertThat(table.toMap()).isEqualTo(entries);
        }
    }

    @Test
    void theZeroIdIsLikeAnyOther() {
        UUID zero = new UUID(0, 0);
        ById<String> without = Objects.requireNonNull(ById.of(Map.of(new UUID(1, 1), "one")));
        ById<String> with = Objects.requireNonNull(ById.of(Map.of(zero, "zero")));

        assertThat(without.get(zero)).isNull();
        assertThat(with.get(zero)).isEqualTo("zero");
    }

    @Test
    void idsThatDifferInOneHalfAreApart() {
        ById<String> table = Objects.requireNonNull(ById.of(Map.of(new UUID(3, 5), "a", new UUID(5, 3), "b")));

        assertThat(table.get(new UUID(3, 5))).isEqualTo("a");
        assertThat(table.get(new UUID(5, 3))).isEqualTo("b");
        assertThat(table.get(new UUID(6, 0))).isNull();
    }
}
