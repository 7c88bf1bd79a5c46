package dev.roster.application.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.application.fake.Fakes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What keeps the corpus honest. */
class ScenariosTest {
    @Test
    void everyFileIsListed() throws IOException, URISyntaxException {
        URL first = Objects.requireNonNull(getClass().getResource("/scenarios/users.txt"));
        Path folder = Objects.requireNonNull(Path.of(first.toURI()).getParent());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> folder.relativize(file).toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(Scenarios.FILES);
        }
    }

    @Test
    void everyActIsTried() {
        Set<Act> tried = Scenarios.all()
                .flatMap(scenario -> scenario.steps().stream())
                .map(Step::act)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));

        assertThat(tried).containsExactlyInAnyOrder(Act.values());
    }

    @Test
    void everyActBothWorksAndIsRefused() {
        Set<Act> alwaysAllowed = EnumSet.of(
                Act.SHOW_ME,
                Act.END_SESSION,
                Act.LIST_WORKSPACES,
                Act.LIST_DATASETS_OF_CREATOR,
                Act.END_OTHER_SESSIONS);

        for (boolean works : new boolean[] {true, false}) {
            Set<Act> acts = Scenarios.all()
                    .flatMap(scenario -> scenario.steps().stream())
                    .filter(step -> (step.expected().kind() == Outcome.Kind.OK) == works)
                    .map(Step::act)
                    .collect(Collectors.toSet());
            assertThat(Arrays.stream(Act.values()).filter(act -> !alwaysAllowed.contains(act)))
                    .as(works ? "works" : "is refused")
                    .allMatch(acts::contains);
        }
    }

    @Test
    void namesAreUniqueInTheCorpus() {
        assertThat(Scenarios.all().map(Scenario::toString)).doesNotHaveDuplicates();
    }

    @Test
    void lineThatSaysNothingKnownIsRefused() {
        Stream<String> lines = Stream.of("scenario odd", "as ana: fly to the moon => ok");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioReader.read("odd", lines))
                .withMessageContaining("fly to the moon");
    }

    @Test
    void wrongExpectationFailsTheRun() {
        Scenario wrong = ScenarioReader.read(
                        "wrong",
                        Stream.of("scenario wrong", "given user ana is annotator", "as ana: create workspace x => ok"))
                .get(0);
        Fakes fakes = new Fakes();
        ScenarioRunner runner = new ScenarioRunner(fakes.ports(), new UseCaseDriver(fakes.ports(), fakes.clock()));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> runner.run(wrong))
                .withMessageContaining("ended as forbidden workspace:create");
    }

    @Test
    void refusalInWordsMustNameThePermission() {
        Outcome expected = Outcome.parse("forbidden member:add");

        assertThat(expected.isMetBy(Outcome.refused("`ana` may not `member:add` on it")))
                .isTrue();
        assertThat(expected.isMetBy(Outcome.refused("`ana` may not `member:read` on it")))
                .isFalse();
        assertThat(Outcome.parse("conflict role").isMetBy(Outcome.refused("last owner")))
                .isTrue();
        assertThat(Outcome.parse("ok").isMetBy(Outcome.refused("no"))).isFalse();
    }

    @Test
    void expectationComparesWhatItNames() {
        Outcome actual = Outcome.ok(List.of("ana", "bob"));

        assertThat(Outcome.parse("ok").isMetBy(actual)).isTrue();
        assertThat(Outcome.parse("ok [ana, bob]").isMetBy(actual)).isTrue();
        assertThat(Outcome.parse("ok [bob, ana]").isMetBy(actual)).isFalse();
        assertThat(Outcome.parse("ok []").isMetBy(actual)).isFalse();
        assertThat(Outcome.parse("conflict").isMetBy(actual)).isFalse();
    }
}
