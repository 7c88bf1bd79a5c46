package dev.roster.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.user.UserStatus;
import org.junit.jupiter.api.Test;

/** People, and where their accounts stand. */
class PeopleCommandTest {
    private final Roster roster = new Roster();

    @Test
    void listsThoseOfAnyOfTheStatuses() {
        roster.given().user("ana");
        roster.given().user("eve").status(UserStatus.INVITED);
        roster.given().user("off").status(UserStatus.DEACTIVATED);

        Ran ran = roster.run("people", "list", "--status", "expired", "--status", "deactivated", "--output", "csv");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines()).hasSize(3);
        assertThat(ran.out())
                .contains(",eve,", "expired", ",off,", "deactivated")
                .doesNotContain("ana");
    }

    @Test
    void showsOneByNameOrAddress() {
        roster.given().user("ana").email("ana@lab.example");

        assertThat(roster.run("people", "show", "ana").out()).contains("ana@lab.example", "active");
        assertThat(roster.run("people", "show", "ana@lab.example").out()).contains("ana@lab.example", "active");
        assertThat(roster.run("people", "show", "nobody").exit()).isEqualTo(3);
    }
}
