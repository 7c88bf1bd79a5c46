package dev.roster.domain.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table that people read is the table that decides. */
class PermissionTableTest {
    private static final Path PAGE = Path.of("..", "docs", "permissions.md");

    @Test
    void thePageShowsTheTableThatDecides() throws IOException {
        List<String> shown = rows().toList();

        List<String> decides = Arrays.stream(RosterPermission.values())
                .map(PermissionTableTest::row)
                .toList();

        assertThat(shown).isEqualTo(decides);
    }

    @Test
    void thePageNamesTheRolesInTheirOrder() throws IOException {
        String heading = Files.readAllLines(PAGE, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("| permission "))
                .findFirst()
                .orElseThrow();

        List<String> roles =
                Arrays.stream(PredefinedRole.values()).map(PredefinedRole::word).toList();

        assertThat(cells(heading).subList(1, 1 + roles.size())).isEqualTo(roles);
        assertThat(cells(heading)).element(1 + roles.size()).isEqualTo("about");
    }

    /** The rows of the page that start with a permission, without the remarks. */
    private static Stream<String> rows() throws IOException {
        return Files.readAllLines(PAGE, StandardCharsets.UTF_8).stream()
                .filter(line -> line.matches("\\| `[^`]+:[^`]+` \\|.*"))
                .map(line -> String.join(" ", cells(line).subList(0, 2 + PredefinedRole.values().length)))
                .map(row -> row.replace("`", ""));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList().subList(1, line.split("\\|").length);
    }

    private static String row(RosterPermission permission) {
        StringBuilder row = new StringBuilder(permission.key());
        for (PredefinedRole role : PredefinedRole.values()) {
            row.append(' ').append(letter(permission.reachOf(role)));
        }
        row.append(' ').append(permission.scope().words());
        return row.toString();
    }

    private static String letter(Reach reach) {
        return switch (reach) {
            case EVERYWHERE -> "E";
            case WITHIN -> "W";
            case ORGANIZATIONS -> "O";
            case ASSIGNED -> "A";
            case NOWHERE -> "–";
        };
    }
}
