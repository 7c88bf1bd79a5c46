package dev.roster.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.audit.AuditSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditCommandsTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void somethingWasDone() {
        roster.given().owner("olga");
        roster.run("workspaces", "create", "legal");
        roster.run("workspaces", "create", "medical");
    }

    private AuditSeal newest() {
        return roster.ports().auditSeals().newest().orElseThrow();
    }

    @Test
    void wholeTrailIsIntact() {
        Ran ran = roster.run("audit", "verify");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "intact: 2 events under 1 seal, 0 with personal data erased, 0 not sealed yet",
                        "newest seal: " + newest().mark());
    }

    @Test
    void missingEventIsToldAndIsAFailure() {
        roster.run("audit", "verify");
        roster.ports().auditTrail().removeUpTo(1);

        Ran ran = roster.run("audit", "verify");
        Ran json = roster.run("audit", "verify", "--output", "json");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("event 1 is missing (batch 1)\nnot intact: ".replace("\n", System.lineSeparator()));
        assertThat(json.exit()).isEqualTo(1);
        assertThat(json.out()).contains("\"intact\": false", "event 1 is missing (batch 1)");
    }

    @Test
    void sealThatIsNotThereIsToldAndIsAFailure() {
        roster.run("audit", "verify");

        assertThat(roster.run("audit", "verify", "--seal", newest().mark().toString())
                        .exit())
                .isZero();
        assertThat(roster.run("audit", "verify", "--seal", "2:0123456789abcdef").out())
                .startsWith("seal 2 is missing");
        assertThat(roster.run("audit", "verify", "--seal", "1:0123456789abcdef").out())
                .startsWith("seal 1 was changed");
        assertThat(roster.run("audit", "verify", "--seal", "nonsense").exit()).isEqualTo(2);
    }

    @Test
    void exportedFileCanBeVerified(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("audit.jsonl");

        Ran exported = roster.run("audit", "export", file.toString());

        assertThat(exported.err()).contains("wrote 2 events and 2 seals");
        assertThat(Files.readAllLines(file)).hasSize(4);
        assertThat(roster.run("audit", "verify", "--file", file.toString()).out())
                .startsWith("intact: 2 events");
        assertThat(roster.run("audit", "export", file.toString()).exit()).isEqualTo(3);
        assertThat(roster.run("audit", "export", "-").out().lines()).isEqualTo(Files.readAllLines(file));
    }

    @Test
    void changedFileIsFound(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("audit.jsonl");
        roster.run("audit", "export", file.toString());
        List<String> lines = Files.readAllLines(file);

        Files.write(file, List.of(lines.get(0), lines.get(1).replace("legal", "illegal"), lines.get(2), lines.get(3)));
        Ran changed = roster.run("audit", "verify", "--file", file.toString());
        Files.write(file, List.of(lines.get(0), lines.get(2), lines.get(3)));
        Ran shorter = roster.run("audit", "verify", "--file", file.toString());
        Files.write(file, List.of("{\"something\": \"else\"}"));
        Ran other = roster.run("audit", "verify", "--file", file.toString());

        assertThat(changed.out()).startsWith("event 1 was changed (batch 1)");
        assertThat(shorter.out()).startsWith("event 1 is missing (batch 1)");
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.err()).contains("line 1 is not a line of an exported audit trail");
    }

    @Test
    void nothingIsPrunedWhileTheTrailIsKeptForEver() {
        assertThat(roster.run("audit", "prune").exit()).isEqualTo(3);
        assertThat(roster.run("audit", "prune", "--yes").err()).contains("removed 0 events");
    }

    @Test
    void namesAreNoFormulasInASpreadsheet() {
        List<String> names = List.of("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A1");
        names.forEach(name -> roster.given().user(name));

        String csv = roster.run("users", "list", "--output", "csv").out();

        names.forEach(name -> assertThat(csv).contains("'" + name).doesNotContain("," + name));
    }
}
