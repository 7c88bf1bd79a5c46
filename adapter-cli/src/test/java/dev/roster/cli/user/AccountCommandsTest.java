package dev.roster.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteLinkBuilder;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AccountCommandsTest {
    private static final String SECRET = "correct horse";

    private final Roster roster = new Roster();

    @BeforeEach
    void someoneIsThere() {
        roster.given().owner("olga");
        roster.given().workspace("legal");
        roster.given().user("ana").email("ana@example.org").token("token-of-ana");
    }

    private static String last(Ran ran) {
        return ran.out().lines().reduce((first, second) -> second).orElse("");
    }

    private User user(String username) {
        return roster.ports().users().findByUsername(NameKey.of(username)).orElseThrow();
    }

    private boolean hasPassword(String username, String password) {
        return roster.ports()
                .passwords()
                .find(user(username).id())
                .map(Kept::hash)
                .filter(hash -> roster.ports().passwordHasher().matches(Password.attempted(password), hash))
                .isPresent();
    }

    @Test
    void pronounsAreGivenShownChangedAndTakenAway() {
        Ran made = roster.run("users", "create", "kim", "--pronouns", " they/them ");
        Ran shown = roster.run("users", "show", "kim", "--output", "json");
        Ran changed = roster.run("users", "update", "kim", "--pronouns", "she/her", "--output", "json");
        Ran kept = roster.run("users", "update", "kim", "--last-name", "Park", "--output", "json");
        Ran cleared = roster.run("users", "update", "kim", "--clear-pronouns", "--output", "json");

        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(shown.out()).contains("\"pronouns\": \"they/them\"");
        assertThat(changed.out()).contains("\"pronouns\": \"she/her\"");
        assertThat(kept.out()).contains("\"pronouns\": \"she/her\"");
        assertThat(cleared.out()).contains("\"pronouns\": null");
    }

    @Test
    void pronounsThatAreTooLongAreRefused() {
        Ran ran = roster.run("users", "create", "kim", "--pronouns", "x".repeat(51));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("pronouns has 51 characters, the maximum is 50");
    }

    @Test
    void severalUsersAreDeletedEachForThemselves() {
        roster.given().user("bob").email("bob@example.org");

        Ran ran = roster.run("users", "delete", "bob@example.org", "nobody", "olga", "ana", "--yes");

        assertThat(ran).isEqualTo(new Ran(3, """
                USER             OUTCOME    REASON
                bob@example.org  deleted    -
                nobody           not_found  -
                olga             failed     `olga` is the last active owner; give another user the role owner first
                ana              deleted    -
                """, ""));
    }

    @Test
    void deletingSeveralAsksOnceAndEndsWellWhenAllWent() {
        roster.given().user("bob");
        roster.terminal().answer("y");

        Ran ran = roster.run("users", "delete", "bob", "ana", "ana");

        assertThat(ran.exit()).isZero();
        assertThat(roster.terminal().questions()).containsExactly("Really delete 2 users? [y/N] ");
    }

    @Test
    void erasingFindsTheDeletedByTheNameTheyHad() {
        roster.run("users", "delete", "ana", "--yes");

        Ran ran = roster.run("users", "erase", "ANA@example.org", "--yes");

        assertThat(ran.exit()).isZero();
        assertThat(roster.run("users", "list", "--status", "deleted").out())
                .contains("erased-")
                .doesNotContain("ana");
    }

    @Test
    void erasingIsForTheDeletedOnly() {
        Ran ran = roster.run("users", "erase", "ana", "--yes");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("roster: `ana` is active, delete the user before erasing");
    }

    @Test
    void namesakesAreErasedById() {
        String first = user("ana").id().toString();
        roster.run("users", "delete", "ana", "--yes");
        roster.given().user("ana");
        roster.run("users", "delete", "ana", "--yes");

        Ran ran = roster.run("users", "erase", "ana", "--yes");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("roster: several deleted users were called `ana`")
                .contains(first);
        assertThat(roster.run("users", "erase", first, "--yes").exit()).isZero();
    }

    @Test
    void reviewCountsWhatPeopleDid() {
        roster.given().dataset("letters", roster.given().workspace("medical"));
        roster.run("members", "add", "medical", "ana");
        roster.run("datasets", "contribute", "medical/letters", "ana", "--count", "120");

        Ran ran = roster.run("users", "review", "--search", "ana", "--output", "json");

        assertThat(ran.out())
                .contains("\"datasets_created\": 0", "\"datasets_contributed_to\": 1", "\"contributions\": 120");
    }

    @Test
    void temporaryPasswordIsTheLastLine() {
        Ran ran = roster.run("users", "temporary-password", "ana");

        assertThat(hasPassword("ana", last(ran))).isTrue();
    }

    @Test
    void passwordLinkIsAllThatIsPrinted() {
        Ran ran = roster.run("users", "password-link", "ana");

        assertThat(ran.out()).startsWith("https://roster.example/password#rpr_").hasLineCount(1);
    }

    @Test
    void passwordLinkIsHandedOverWithoutAMailAlsoToWhoHasNoAddress() {
        roster.given().user("bob");

        Ran mailed = roster.run("users", "password-link", "bob");
        Ran given = roster.run("users", "password-link", "bob", "--no-mail");
        Ran json = roster.run("users", "password-link", "bob", "--no-mail", "--output", "json");

        assertThat(mailed.exit()).isEqualTo(3);
        assertThat(mailed.err()).contains("`bob` has no e-mail address to send a link to, hand one over instead");
        assertThat(given.out())
                .startsWith("https://roster.example/password#rpr_")
                .hasLineCount(1);
        assertThat(given.err()).contains("no mail was sent").doesNotContain("rpr_");
        assertThat(json.out())
                .contains(
                        "\"username\": \"bob\"",
                        "\"expires_at\": \"",
                        "\"link\": \"https://roster.example/password#rpr_");
        assertThat(roster.run("audit", "--output", "json").out())
                .contains("user.give-password-link")
                .doesNotContain("rpr_");
    }

    @Test
    void invitationPrintsItsLinkLast() {
        Ran ran = roster.run("invitations", "create", "eve@example.org", "--workspace", "legal:viewer");

        assertThat(last(ran)).startsWith("https://roster.example/invitation#rin_");
        assertThat(roster.run("invitations", "list", "--pending").out()).contains("eve@example.org", "link");
        assertThat(roster.run("invitations", "list", "--expired").err()).startsWith("no invitations");
        assertThat(roster.run("members", "list", "legal").out()).contains("eve@example.org", "viewer");
    }

    @Test
    void invitingAgainSaysThatNothingHappened() {
        roster.run("invitations", "create", "eve@example.org");

        Ran ran = roster.run("invitations", "create", "eve@example.org");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).startsWith("`eve@example.org` is already invited, nothing was changed or sent");
        assertThat(ran.out()).doesNotContain("rin_");
    }

    @Test
    void temporaryPasswordOfAnInvitationIsPrintedOnce() {
        Ran ran = roster.run(
                "invitations", "create", "eve@example.org", "--mode", "temporary-password", "--username", "eve");

        assertThat(hasPassword("eve", last(ran))).isTrue();
        assertThat(roster.run("invitations", "list", "--output", "json").out()).doesNotContain(last(ran));
    }

    @Test
    void invitationWithoutAMailMakesAnActiveAccount() {
        Ran ran = roster.run("invitations", "create", "eve@example.org", "--mode", "none", "--output", "json");

        assertThat(ran.out())
                .contains("\"status\": \"active\"", "\"link\": null", "\"temporary_password\": null", "\"id\": null");
    }

    @Test
    void resentInvitationHasAnotherLink() {
        String first = last(roster.run("invitations", "create", "eve@example.org"));

        String second = last(roster.run("invitations", "resend", "eve@example.org"));

        assertThat(second).startsWith("https://roster.example/invitation#rin_").isNotEqualTo(first);
    }

    @Test
    void revokingAnInvitationAsksFirst() {
        roster.run("invitations", "create", "eve@example.org");

        Ran unattended = roster.run("invitations", "revoke", "eve@example.org");
        Ran agreed = roster.run("invitations", "revoke", "eve@example.org", "--yes");

        assertThat(unattended.err()).contains("add --yes to really revoke the invitation of `eve@example.org`");
        assertThat(agreed.exit()).isZero();
        assertThat(roster.run("users", "show", "eve@example.org").exit()).isEqualTo(3);
    }

    @Test
    void inviteLinkIsShownAgainUntilItIsReset() {
        String made = last(roster.run("invite-link", "reset", "default", "--uses", "3", "--domain", "Example.org"));
        String shown = last(roster.run("invite-link", "show", "default"));
        String other = last(roster.run("invite-link", "reset", "default", "--expires", "7d"));

        assertThat(made)
                .startsWith("https://roster.example/sign-up#ril_")
                .isEqualTo(shown)
                .isNotEqualTo(other);
    }

    @Test
    void removedInviteLinkIsGone() {
        roster.run("invite-link", "reset", "default");

        Ran removed = roster.run("invite-link", "remove", "default");

        assertThat(removed.exit()).isZero();
        assertThat(roster.run("invite-link", "show", "default").err())
                .startsWith("roster: `default` has no invite link");
    }

    @Test
    void resetPasswordAsksForWhatIsMissing() {
        roster.given().user("zoe").session("one");
        roster.terminal().answer("zoe", SECRET);

        Ran ran = roster.run("reset-password");

        assertThat(ran.out()).isEqualTo("Password successfully changed" + System.lineSeparator());
        assertThat(ran.err()).startsWith("`zoe` has a new password, sessions ended: 1");
        assertThat(roster.terminal().questions()).containsExactly("Username: ", "(hidden) New password:");
        assertThat(hasPassword("zoe", SECRET)).isTrue();
        assertThat(roster.ports().sessions().of(user("zoe").id())).isEmpty();
    }

    @Test
    void resetPasswordSaysWhatStaysAndEndsItWhereAsked() {
        roster.given().user("zoe").token("token-of-zoe").apiKey("a key");

        Ran kept = roster.run("reset-password", "--username", "zoe", "--password", SECRET);
        Ran ended = roster.run(
                "reset-password", "--username", "zoe", "--password", SECRET + "!", "--end-keys", "--renew-token");

        assertThat(kept.err())
                .contains("API keys that stay: 1; see `roster keys list --user zoe`")
                .contains("the user token stays; renew it with `roster token renew zoe`");
        assertThat(ended.err())
                .startsWith(
                        "`zoe` has a new password, sessions ended: 0, API keys ended: 1, the user token was renewed")
                .doesNotContain("stay");
        assertThat(roster.run("keys", "list", "--user", "zoe", "--status", "active")
                        .out())
                .doesNotContain("a key");
        assertThat(last(roster.run("token", "show", "zoe"))).isNotEqualTo("token-of-zoe");
    }

    @Test
    void aSignUpIsConfirmedByLinkAndPasswordAndNoSessionStaysOpen() {
        roster.given().organization();
        SecretText secret = new SecretText("rsu_secret");
        SecretText link = new SecretText("ril_link");
        roster.ports()
                .inviteLinks()
                .put(InviteLinkBuilder.builder()
                        .organization(roster.given().organization().id())
                        .digest(link.digest())
                        .sealed("")
                        .createdAt(Given.THEN)
                        .uses(0)
                        .domains(Set.of())
                        .build());
        roster.ports()
                .pendingSignUps()
                .add(new PendingSignUp(
                        secret.digest(),
                        new EmailAddress("fay@example.org"),
                        new Username("fay"),
                        Profile.named(new Username("fay")),
                        roster.ports().passwordHasher().hash(Password.chosen(SECRET)),
                        link.digest(),
                        null,
                        Given.THEN,
                        Instant.parse("2100-01-01T00:00:00Z")));
        String url = "https://roster.example.org/confirm-sign-up#rsu_secret";

        Ran wrong = roster.run("sign-up", "confirm", url, "--password", "not the one");
        roster.terminal().answer(SECRET);
        Ran done = roster.run("sign-up", "confirm", url);

        assertThat(wrong.err()).contains("this is not the password that you signed up with");
        assertThat(done.err()).startsWith("`fay` has an account now");
        assertThat(done.out() + done.err()).doesNotContain(SECRET, "rsu_secret");
        assertThat(roster.ports().sessions().of(user("fay").id())).isEmpty();
    }

    @Test
    void resetPasswordTakesEverythingFromTheCommandLine() {
        Ran ran = roster.run("reset-password", "--username", "ana", "--password", SECRET);

        assertThat(ran.exit()).isZero();
        assertThat(ran.out() + ran.err()).doesNotContain(SECRET);
        assertThat(hasPassword("ana", SECRET)).isTrue();
    }

    @Test
    void resetPasswordIsAnsweredThroughAPipe() {
        roster.terminal().type("ana\n" + SECRET + "\n");

        Ran ran = roster.run("reset_password");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines()).containsExactly("Username: ", "New password:", "Password successfully changed");
        assertThat(hasPassword("ana", SECRET)).isTrue();
    }

    @Test
    void resetPasswordWithoutAnAnswerChangesNothing() {
        Ran noUser = roster.run("reset-password");
        Ran noPassword = roster.run("reset-password", "--username", "ana");
        roster.terminal().leaveUnasked();
        Ran typedInSight = roster.run("reset-password", "--username", "ana");

        assertThat(noUser.err()).startsWith("roster: the input ended, nothing was changed");
        assertThat(noPassword.err()).startsWith("roster: the input ended, nothing was changed");
        assertThat(typedInSight.err())
                .startsWith("roster: there is no terminal to ask for the password on, give --password");
        assertThat(List.of(noUser.exit(), noPassword.exit(), typedInSight.exit()))
                .containsOnly(3);
    }

    @Test
    void unknownUserIsToldBeforeThePasswordIsAskedFor() {
        roster.terminal().answer(SECRET);

        Ran ran = roster.run("reset-password", "--username", "nobody");
        Ran forPrograms = roster.run("reset-password", "--username", "nobody", "--output", "json");

        assertThat(ran).isEqualTo(new Ran(3, "User with username nobody not found" + System.lineSeparator(), ""));
        assertThat(roster.terminal().questions()).isEmpty();
        assertThat(forPrograms.out()).isEmpty();
        assertThat(forPrograms.err()).startsWith("roster: User with username nobody not found");
    }

    @Test
    void emptyPasswordIsNone() {
        roster.terminal().answer("");

        Ran asked = roster.run("reset-password", "--username", "ana");
        Ran given = roster.run("reset-password", "--username", "ana", "--password", "");

        assertThat(asked).isEqualTo(given);
        assertThat(asked).isEqualTo(new Ran(3, "Can not set empty password" + System.lineSeparator(), ""));
    }

    @Test
    void currentPasswordIsNoNewOne() {
        roster.given().user("zoe").password(SECRET).session("one");

        Ran ran = roster.run("reset-password", "--username", "zoe", "--password", SECRET);

        assertThat(ran).isEqualTo(new Ran(3, "Entered password is the same as current" + System.lineSeparator(), ""));
        assertThat(roster.ports().sessions().of(user("zoe").id())).hasSize(1);
    }

    @Test
    void resetPasswordKeepsToThePolicy() {
        Ran ran = roster.run("reset-password", "--username", "ana", "--password", "short");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("roster: --password: the password has 5 characters, expected 8 to 128");
    }

    @Test
    void nameOfOthersCannotSteerTheTerminal() {
        Ran ran = roster.run("reset-password", "--username", "\u001B[2Jnobody");

        assertThat(ran.out()).doesNotContain("\u001B");
    }
}
