package dev.roster.cli.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.credential.SecretDigest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KeyCommandsTest {
    private final Roster roster = new Roster();

    @BeforeEach
    void someoneIsThere() {
        roster.given().owner("olga");
        roster.given().workspace("legal");
        roster.given().user("ana").in("legal");
    }

    private static String last(Ran ran) {
        return ran.out().lines().reduce((first, second) -> second).orElse("");
    }

    private String idOf(String key) {
        return roster.run("keys", "list", "--all", "--output", "csv")
                .out()
                .lines()
                .filter(line -> line.contains("," + key + ","))
                .findFirst()
                .orElseThrow()
                .split(",", -1)[0];
    }

    @Test
    void keyIsTheLastLineAndWorks() {
        Ran ran = roster.run("keys", "create", "ana", "notebook");

        assertThat(last(ran)).startsWith("rak_");
        assertThat(roster.ports().bearers().find(SecretDigest.of(last(ran)))).isPresent();
    }

    @Test
    void keyIsNeverShownAgain() {
        String key = last(roster.run("keys", "create", "ana", "notebook"));

        String listed = roster.run("keys", "list", "--output", "json").out();
        String audit = roster.run("audit", "--output", "json").out();

        assertThat(listed).contains("notebook").doesNotContain(key);
        assertThat(audit).contains("key.create").doesNotContain(key);
    }

    @Test
    void programsTakeTheKeyFromItsField() {
        Ran ran = roster.run("keys", "create", "ana", "notebook", "--output", "json");

        assertThat(ran.out()).contains("\"secret\": \"rak_").endsWith("}" + System.lineSeparator());
    }

    @Test
    void endIsADateOrALength() {
        roster.run("keys", "create", "ana", "dated", "--expires", "2027-01-01");
        roster.run("keys", "create", "ana", "lasting", "--expires", "90d");

        assertThat(roster.run("keys", "list").out()).contains("2027-01-01T00:00:00Z", "2026-05-31T09:00:00Z");
    }

    @Test
    void endInThePastIsRefused() {
        Ran ran = roster.run("keys", "create", "ana", "notebook", "--expires", "2001-01-01");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("roster: --expires is in the past");
    }

    @Test
    void revokedKeyLeavesTheActiveOnes() {
        roster.run("keys", "create", "ana", "notebook");

        Ran revoked = roster.run("keys", "revoke", idOf("notebook"));

        assertThat(revoked.exit()).isZero();
        assertThat(roster.run("keys", "list", "--status", "active").err()).startsWith("no keys");
        assertThat(roster.run("keys", "list", "--status", "revoked").out()).contains("notebook");
    }

    @Test
    void keysAreListedByTheirForm() {
        roster.run("keys", "create", "ana", "notebook");
        roster.given().user("bob").signedKey("of-bob-and-more.signature");

        assertThat(roster.run("keys", "list", "--form", "signed", "--output", "csv")
                        .out()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(",bob,", ",signed,");
        assertThat(roster.run("keys", "list", "--form", "random").out()).contains("notebook", "random");
        assertThat(roster.run("keys", "list", "--form", "jwt").err())
                .contains("invalid form `jwt`, expected random or signed");
    }

    @Test
    void signedKeyIsRevokedAndNotRefreshed() {
        String id = roster.given()
                .user("bob")
                .signedKey("of-bob-and-more.signature")
                .id()
                .toString();

        assertThat(roster.run("keys", "refresh", id).err())
                .contains("is a signed token; rotate it where it was created");
        assertThat(roster.run("keys", "revoke", id).exit()).isZero();
        assertThat(roster.run("keys", "list", "--status", "revoked").out()).contains("signed");
    }

    @Test
    void refreshedKeyWorksAlongsideTheOldForAWhile() {
        String old = last(roster.run("keys", "create", "ana", "notebook"));

        String fresh = last(roster.run("keys", "refresh", idOf("notebook"), "--grace", "12h"));

        assertThat(fresh).startsWith("rak_").isNotEqualTo(old);
        assertThat(roster.run("keys", "list", "--user", "ana", "--status", "active")
                        .out()
                        .lines())
                .hasSize(3);
    }

    @Test
    void refreshWithoutGraceEndsTheOld() {
        roster.run("keys", "create", "ana", "notebook");

        roster.run("keys", "refresh", idOf("notebook"));

        assertThat(roster.run("keys", "list", "--status", "active").out().lines())
                .hasSize(2);
    }

    @Test
    void graceIsADayAtTheMost() {
        roster.run("keys", "create", "ana", "notebook");

        Ran ran = roster.run("keys", "refresh", idOf("notebook"), "--grace", "2d");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("roster: --grace: invalid grace period");
    }

    @Test
    void serviceAccountComesWithItsPlacesAndItsKey() {
        roster.run("organizations", "create", "research");

        Ran ran = roster.run(
                "service-accounts",
                "create",
                "nightly",
                "--workspace",
                "legal:admin",
                "--organization",
                "research",
                "--organization-role",
                "viewer",
                "--key-name",
                "cron");

        assertThat(last(ran)).startsWith("rak_");
        assertThat(roster.run("service-accounts", "list").out())
                .contains("nightly")
                .doesNotContain("ana");
        assertThat(roster.run("users", "list", "--kind", "person").out())
                .contains("ana")
                .doesNotContain("nightly");
        assertThat(roster.run("users", "workspaces", "nightly").out()).contains("legal", "admin");
        assertThat(roster.run("organizations", "members", "list", "research").out())
                .contains("nightly", "viewer");
        assertThat(roster.run("keys", "list", "--workspace", "legal").out()).contains("cron");
    }
}
