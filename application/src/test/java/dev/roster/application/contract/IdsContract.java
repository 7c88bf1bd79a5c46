package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.port.Ids;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Ids} must do. */
public interface IdsContract {
    Ids ids();

    @Test
    default void idsAreOfVersionSeven() {
        UUID id = ids().next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    default void eachIdIsLaterThanTheOneBefore() {
        Ids ids = ids();

        List<String> made =
                Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void manyThreadsNeverShareAnId() throws InterruptedException, ExecutionException {
        Ids ids = ids();
        Queue<UUID> made = new ConcurrentLinkedQueue<>();

        Race.run(4, runner -> () -> Stream.generate(ids::next).limit(1_000).forEach(made::add));

        assertThat(made).hasSize(4_000).doesNotHaveDuplicates();
    }
}
