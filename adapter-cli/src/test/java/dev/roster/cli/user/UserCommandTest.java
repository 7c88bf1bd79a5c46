package dev.roster.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Label Studio's {@code user} prints, in its words (contract §9.2). */
final class UserCommandTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void someoneIsThere() {
        roster.given().owner("olga");
        roster.given()
                .user("mira@example.org")
                .email("mira@example.org")
                .token("token-of-mira")
                .in(roster.given().organization());
    }

    private User mira() {
        return roster.ports()
                .users()
                .findByUsername(NameKey.of("mira@example.org"))
                .orElseThrow();
    }

    private void name(String first, String last, String shown) {
        User mira = mira();
        roster.ports()
                .users()
                .update(mira.withProfile(mira.profile()
                        .withFirstName(ProfileField.FIRST_NAME.parse(first))
                        .withLastName(ProfileField.LAST_NAME.parse(last))
                        .withDisplayName(ProfileField.DISPLAY_NAME.parse(shown))
                        .withPhone(ProfileField.PHONE.parse("+4930123456"))));
    }

    private Ran showMira() {
        return roster.run("user", "--username", "mira@example.org");
    }

    @Test
    void lastLineIsALiteralOfPythonWithTheFieldsInOrder() {
        name("Mira", "Okoye", "mira");
        roster.ports().users().stampActivity(Map.of(mira().id(), Instant.parse("2026-02-03T04:05:06.000007Z")));

        Ran ran = showMira();

        long organization = roster.given().organization().number();
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "=> User info:",
                        "{'id': " + mira().number()
                                + ", 'first_name': 'Mira', 'last_name': 'Okoye', 'username': 'mira', "
                                + "'email': 'mira@example.org', 'last_activity': '2026-02-03T04:05:06.000007Z', "
                                + "'avatar': None, 'initials': 'MO', 'phone': '+4930123456', 'active_organization': "
                                + organization + ", 'token': 'token-of-mira', 'status': 'ok'}");
    }

    @Test
    void namesThatNobodyGaveAreEmptyAndNobodyIsNowhere() {
        roster.given().user("bob").token("token-of-bob");

        Ran nameless = roster.run("user", "--username", "MIRA@example.org");
        Ran lonely = roster.run("user", "--username", "bob");

        assertThat(nameless.out())
                .contains("'first_name': '', 'last_name': '', 'username': '', 'email': 'mira@example.org'")
                .contains("'initials': 'mi', 'phone': ''");
        assertThat(lonely.out())
                .contains("'username': 'bob', 'email': ''", "'initials': 'bo'", "'active_organization': None");
    }

    @Test
    void quotesAreThoseOfPython() {
        name("O'Neil", "\\n\"quoted\"", "'\"");

        assertThat(showMira().out())
                .contains("'first_name': \"O'Neil\", 'last_name': '\\\\n\"quoted\"', 'username': '\\'\"'");
    }

    @Test
    void whatATerminalCannotShowIsEscaped() {
        name("Zoë", "\uD83D\uDE80", "x");

        String shown = showMira().out();
        roster.terminal().charset(StandardCharsets.US_ASCII);
        String escaped = showMira().out();

        assertThat(shown).contains("'Zoë'", "'\uD83D\uDE80'", "'initials': 'Z\uD83D\uDE80'");
        assertThat(escaped).contains("'Zo\\xeb'", "'\\U0001f680'");
    }

    @Test
    void unknownUserIsOneLineWithoutAHeader() {
        Ran ran = roster.run("user", "--username", "nobody@example.org");
        Ran quoted = roster.run("user", "--username", "\"nobody\"\n");

        assertThat(ran)
                .isEqualTo(new Ran(
                        3,
                        "{'status': 'error', 'message': \"user nobody@example.org doesn't exist\"}"
                                + System.lineSeparator(),
                        ""));
        assertThat(quoted.out())
                .isEqualTo("{'status': 'error', 'message': 'user \"nobody\"\\n doesn\\'t exist'}"
                        + System.lineSeparator());
    }

    @Test
    void programsGetTheSameAsJson() {
        Ran ran = roster.run("user", "--username", "mira@example.org", "--output", "json");
        Ran unknown = roster.run("user", "--username", "nobody", "--output", "json");

        assertThat(ran.out())
                .startsWith("{")
                .contains("\"avatar\": null", "\"token\": \"token-of-mira\"", "\"status\": \"ok\"");
        assertThat(unknown.out()).contains("\"status\": \"error\"", "\"message\": \"user nobody doesn't exist\"");
        assertThat(unknown.exit()).isEqualTo(3);
    }

    @Test
    void userWithoutATokenToShowIsShownAndTheReasonToldBeside() {
        roster.given().user("bob");

        Ran ran = roster.run("user", "--username", "bob");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("'token': None");
        assertThat(ran.err()).startsWith("roster: this user token cannot be shown; renew it");
    }
}
