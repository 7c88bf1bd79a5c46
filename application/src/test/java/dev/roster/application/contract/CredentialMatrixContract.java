package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.contract.CredentialMatrixRoom.Happening;
import dev.roster.application.contract.CredentialMatrixRoom.Kind;
import dev.roster.application.given.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of each credential with each event, as the table in docs/keys.md has it. An engine's test extends this. */
public abstract class CredentialMatrixContract {
    private static final Path PAGE = Path.of("..", "docs", "keys.md");
    private static final String CORNER = "when";
    private static final Set<String> WORDS = Set.of("stays", "capped", "rests", "ends", "returns", "–");

    /** An empty store as its first start leaves it. Called once in each test; what it opened is the test's to close. */
    protected abstract Ports emptyStore();

    protected abstract InstantSource clock();

    /** Another empty store. */
    protected abstract Ports elsewhere();

    /** A copy of the store as its own backup makes it; empty where the engine leaves that to other tools. */
    protected Optional<Ports> backup() {
        return Optional.empty();
    }

    private boolean canHappen(Happening happening) {
        return happening != Happening.RESTORE || hasBackups();
    }

    /** Whether {@link #backup} gives one. */
    protected boolean hasBackups() {
        return false;
    }

    /** By event, what becomes of each kind of credential. */
    private static Map<String, Map<String, String>> table() {
        List<List<String>> rows = rows();
        List<String> kinds = rows.get(0);
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        for (List<String> row : rows.subList(2, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int column = 1; column < kinds.size(); column++) {
                cells.put(kinds.get(column), row.get(column));
            }
            assertThat(table.put(row.get(0), cells)).as("twice: " + row.get(0)).isNull();
        }
        return table;
    }

    private static List<List<String>> rows() {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.dropWhile(line -> !line.startsWith("| " + CORNER + " | reset link |"))
                    .takeWhile(line -> line.startsWith("|"))
                    .map(line -> Arrays.stream(line.split("\\|"))
                            .skip(1)
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void pageDecidesEachCellThatThereIsAnExperimentFor() {
        Map<String, Map<String, String>> table = table();

        assertThat(table.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Happening.values()).map(Happening::words).toList());
        assertThat(table.values())
                .allSatisfy(cells -> assertThat(cells.keySet())
                        .containsExactlyElementsOf(
                                Arrays.stream(Kind.values()).map(Kind::words).toList()))
                .allSatisfy(cells -> assertThat(cells.values()).isSubsetOf(WORDS));
    }

    private static String decided(Map<String, Map<String, String>> table, Happening happening, Kind kind) {
        Map<String, String> cells = Objects.requireNonNull(table.get(happening.words()), happening.words());
        return Objects.requireNonNull(cells.get(kind.words()), kind.words());
    }

    @ParameterizedTest
    @EnumSource
    void credentialEndsWithItsReason(Kind kind) {
        Ports ports = emptyStore();
        Map<String, Map<String, String>> table = table();
        List<String> wrong = new ArrayList<>();
        int number = 0;
        for (Happening happening : Happening.values()) {
            number++;
            String decided = decided(table, happening, kind);
            String found = canHappen(happening)
                    ? new CredentialMatrixRoom(this, kind, ports, clock(), number).outcome(happening)
                    : decided;
            if (!found.equals(decided)) {
                wrong.add(kind.words() + " when " + happening.words() + ": " + decided + ", but " + found);
            }
        }

        assertThat(new CredentialMatrixRoom(this, kind, ports, clock(), 0).isWorking())
                .isTrue();
        assertThat(wrong).isEmpty();
    }
}
