package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.credential.Credential;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inviting people by mail and by link, and the invitations that wait. */
class InvitationPagesTest {
    private static final Pattern ROW = Pattern.compile("/invitations/([0-9a-f-]{36})/revoke");
    private static final Pattern LINK = Pattern.compile("id=\"link\" value=\"([^\"]+)\"");

    private final TestServer server = TestServer.start();
    private final Visitor olga = new Visitor(server);
    private final Visitor mona = new Visitor(server);

    @BeforeEach
    void people() {
        server.given().user("olga").role(PredefinedRole.OWNER).password(Visitor.PASSWORD);
        server.given()
                .user("mona")
                .in(server.given().organization(), PredefinedRole.MANAGER.role())
                .password(Visitor.PASSWORD);
        server.given().user("anna").in("legal").password(Visitor.PASSWORD);
        olga.logIn("olga");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer invite(String addresses, String mode) {
        return olga.submit(
                "/invitations/new",
                Map.of(
                        "addresses",
                        addresses,
                        "mode",
                        mode,
                        "workspace",
                        server.given().workspace("legal").id().toString()));
    }

    @Test
    void manyAreInvitedAtOnceWithAResultForEach() {
        assertThat(olga.get("/invitations").text()).contains("There are no pending invitations.");
        Answer answer = invite("a@lab.example, b@lab.example\r\nc@lab.example;a@lab.example", "link");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text().split(">invited<", -1)).hasSize(4);
        assertThat(answer.text()).doesNotContain("rin_");
        assertThat(invite("a@lab.example d@lab.example", "link").text())
                .contains("already invited, nothing was sent", ">invited<");
        assertThat(olga.get("/invitations").text()).contains("4 pending invitations", "c@lab.example", "Link by mail");
        assertThat(olga.get("/people/?status=invited").text()).contains("4 people", "Pending invitations: 4", "legal");
    }

    @Test
    void whatIsWrongIsToldBesideTheAddresses() {
        Answer wrong = invite("a@lab.example, nonsense", "link");
        String many = IntStream.range(0, 51).mapToObj(n -> n + "@lab.example").collect(Collectors.joining("\n"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains(
                        "id=\"addresses-error\">Invalid e-mail address “nonsense”",
                        ">a@lab.example, nonsense</textarea>");
        assertThat(invite("", "link").text()).contains("id=\"addresses-error\">Fill this in.");
        assertThat(invite(many, "link").text()).contains("expected at most 50");
        assertThat(olga.get("/invitations").text()).contains("There are no pending invitations.");
    }

    @Test
    void aTemporaryPasswordIsShownToBeHandedOver() {
        Answer answer = invite("a@lab.example", "temporary-password");

        assertThat(answer.text())
                .contains("it is not shown again")
                .containsPattern("id=\"secret0\" value=\"[^\"]{8,}\"");
    }

    @Test
    void aLinkIsShownToBeHandedOver() {
        assertThat(invite("a@lab.example", "hand-over").text())
                .contains("it is not shown again")
                .containsPattern("id=\"secret0\" value=\"[^\"]+#rin_[^\"]+\"");
        Matcher row = ROW.matcher(olga.get("/invitations").text());
        assertThat(row.find()).isTrue();
        assertThat(olga.submit("/invitations/" + row.group(1) + "/resend", Map.of("hand_over", "on"))
                        .text())
                .containsPattern("id=\"secret0\" value=\"[^\"]+#rin_[^\"]+\"");
    }

    @Test
    void anInvitationIsSentAgainAndRevoked() {
        invite("a@lab.example", "link");
        Matcher row = ROW.matcher(olga.get("/invitations").text());
        assertThat(row.find()).isTrue();
        String path = "/invitations/" + row.group(1);

        assertThat(olga.get(path + "/resend").text()).contains("Send the invitation to a@lab.example again?");
        assertThat(olga.submit(path + "/resend", Map.of()).header("Location"))
                .isEqualTo("/invitations?done=invitation.sent");
        assertThat(olga.get(path + "/revoke").text()).contains("Revoke the invitation of a@lab.example?");
        assertThat(olga.submit(path + "/revoke", Map.of()).header("Location"))
                .isEqualTo("/invitations?done=invitation.revoked");
        assertThat(olga.get("/invitations").text()).contains("There are no pending invitations.");
        assertThat(server.fakes().ports().users().find(UserId.parse(row.group(1))))
                .isEmpty();
    }

    @Test
    void lookingAtTheLinkNeverChangesIt() {
        assertThat(olga.get("/invitations/new").text())
                .contains("There is no link.")
                .doesNotContain("id=\"link\"");
        olga.submit("/invitations/link", Map.of("organization", organization(), "do", "reset"));
        String first = link();

        assertThat(first).contains("#");
        assertThat(link()).isEqualTo(first);
        Answer reset = olga.submit("/invitations/link", Map.of("organization", organization(), "do", "reset"));
        assertThat(reset.header("Location")).doesNotContain("ril_").contains("done=invite.reset");
        assertThat(link()).isNotEqualTo(first);
        olga.submit("/invitations/link", Map.of("organization", organization(), "do", "remove"));
        assertThat(olga.get("/invitations/new").text()).contains("There is no link.");
    }

    private String organization() {
        return server.given().organization().id().toString();
    }

    @Test
    void anOldSessionIsNeitherShownTheLinkNorResetsIt() {
        olga.submit("/invitations/link", Map.of("organization", organization(), "do", "reset"));
        server.fakes().clock().advance(Credential.PROVEN_FOR);

        Answer page = olga.get("/invitations/new");
        Answer reset = olga.submit("/invitations/link", Map.of("organization", organization(), "do", "reset"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("log out and log in again", "name=\"addresses\"")
                .doesNotContain("id=\"link\"", "There is no link.", "ril_");
        assertThat(reset.status()).isEqualTo(403);
    }

    private String link() {
        Matcher link = LINK.matcher(olga.get("/invitations/new").text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void managersOfAnOrganizationHandOverItsLinkAlone() {
        assertThat(mona.logIn("mona").get("/invitations/new").text())
                .contains("Link of default")
                .doesNotContain("name=\"addresses\"");
        assertThat(mona.get("/invitations").status()).isEqualTo(403);
        assertThat(mona.submit("/invitations/new", Map.of("addresses", "a@lab.example", "mode", "link"))
                        .status())
                .isIn(200, 403);
        assertThat(server.fakes().ports().users().findByEmail(NameKey.of("a@lab.example")))
                .isEmpty();
        assertThat(mona.submit("/invitations/link", Map.of("organization", organization(), "do", "reset"))
                        .status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/invitations", "/invitations/new"})
    void annotatorsInviteNobody(String path) {
        Visitor anna = new Visitor(server).logIn("anna");

        assertThat(anna.get(path).status()).isEqualTo(403);
        assertThat(anna.submit("/invitations/link", Map.of("organization", organization(), "do", "reset"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() {
        assertThat(olga.form("/invitations/new", Map.of("addresses", "a@lab.example", "mode", "link"))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(olga.form("/invitations/link", Map.of("organization", organization(), "do", "reset"))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(olga.get("/invitations/new").text()).contains("There is no link.");
    }

    @Test
    void whatIsTypedStaysText() {
        assertThat(olga.submit(
                                "/invitations/new",
                                Map.of("addresses", "</textarea><script>alert(1)</script>", "mode", "link"))
                        .text())
                .doesNotContain("</textarea><script>", "<script>alert");
        assertThat(olga.get("/invitations/new?email=%3C/textarea%3E%3Cscript%3Ealert(1)%3C/script%3E")
                        .text())
                .doesNotContain("<script>alert");
    }
}
