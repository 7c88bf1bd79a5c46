package dev.roster.http.doors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.doors.Story.Line;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same people, seen through all doors at once, are the same people with the same rights. */
class DoorsTest {
    private static final StoryFile FILE = StoryFile.read();

    static Stream<Arguments> rounds() {
        return FILE.stories().stream()
                .flatMap(story -> Door.ALL.stream().map(door -> Arguments.of(story, door.name())));
    }

    @ParameterizedTest(name = "{0}, through {1}")
    @MethodSource("rounds")
    void allDoorsSayTheSame(Story story, String door) {
        try (Round round = new Round(story, Door.named(door))) {
            assertThat(round.wrong()).isEmpty();
        }
    }

    /** What a door cannot say is said, and nothing is added to it unseen. */
    @Test
    void whatHasNoCounterpartIsCounted() {
        List<Line> lines =
                FILE.stories().stream().flatMap(story -> story.lines().stream()).toList();

        assertThat(lines.stream().mapToInt(line -> line.without().size()).sum()).isEqualTo(FILE.without());
        assertThat(lines.stream().mapToInt(line -> line.other().size()).sum()).isEqualTo(FILE.otherwise());
        assertThat(lines).allSatisfy(line -> assertThat(line.other()).doesNotContainValue(line.expected()));
    }
}
