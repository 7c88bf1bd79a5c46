package dev.roster.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.contract.MailCarrierContract;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.Letter.Kind;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    private static Wording wording(Kind kind, Map<String, String> values) {
        return Wording.of(new Letter(MailCarrierContract.ANA, kind, values));
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> values = new HashMap<>(MailCarrierContract.VALUES);
        values.put(name, value);
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasWordsWithoutGaps(Kind kind) {
        Wording wording = wording(kind, MailCarrierContract.VALUES);

        assertThat(wording.subject()).isNotBlank().doesNotContain("{", "\n");
        assertThat(wording.text()).isNotBlank().doesNotContain("{", "<");
        assertThat(wording.html()).startsWith("<!DOCTYPE html>").doesNotContain("{");
        for (String needed : kind.needed()) {
            String shown = needed.equals("expires")
                    ? "Monday, 9 March 2026, 08:30 UTC"
                    : MailCarrierContract.VALUES.getOrDefault(needed, "");
            assertThat(wording.text()).contains(shown);
            assertThat(wording.html()).contains(shown);
        }
    }

    @Test
    void paragraphWithoutItsValueIsLeftOut() {
        Map<String, String> values = new HashMap<>(MailCarrierContract.VALUES);
        values.remove("inviter");

        Wording wording = wording(Kind.INVITATION, values);

        assertThat(wording.text()).doesNotContain("Invited by").contains("Organization: Bird Watch");
        assertThat(wording.html()).doesNotContain("Invited by").contains("<strong>Bird Watch</strong>");
    }

    @Test
    void invitationSaysWhoInvitesWhereToAndWithWhichRole() {
        Wording wording = wording(Kind.INVITATION, MailCarrierContract.VALUES);

        assertThat(wording.text())
                .contains(
                        "Invited by: olga",
                        "Organization: Bird Watch",
                        "Workspaces: Owls (reviewer), Terns",
                        "Role: annotator");
        assertThat(wording.html())
                .contains(
                        "Invited by: <strong>olga</strong>",
                        "Workspaces: <strong>Owls (reviewer), Terns</strong>",
                        "Role: <strong>annotator</strong>");
    }

    @Test
    void namesAreNoHtml() {
        Wording wording = wording(Kind.INVITATION, with("inviter", "<a href='x'>\"Bob\" & co</a>"));

        assertThat(wording.html())
                .contains("&lt;a href=&#39;x&#39;&gt;&quot;Bob&quot; &amp; co&lt;/a&gt;")
                .doesNotContain("<a href='x'>");
        assertThat(wording.text()).contains("<a href='x'>\"Bob\" & co</a>");
    }

    @Test
    void linkIsEscapedInItsAttribute() {
        Wording wording = wording(Kind.INVITATION, with("link", "https://roster.example/?a=1&b=\"><script>"));

        assertThat(wording.html())
                .contains("href=\"https://roster.example/?a=1&amp;b=&quot;&gt;&lt;script&gt;\"")
                .doesNotContain("<script>");
        assertThat(wording.text()).contains("https://roster.example/?a=1&b=\"><script>");
    }

    @Test
    void namesStayOnTheirLineAndShort() {
        Wording wording = wording(
                Kind.INVITATION, with("organization", "Birds\r\n\r\nBcc: all@example.org\u202E" + "x".repeat(300)));

        assertThat(wording.text())
                .contains("Organization: BirdsBcc: all@example.orgx")
                .doesNotContain("\u202E");
        assertThat(wording.text().lines()).allMatch(line -> line.length() < 200);
    }

    @Test
    void valuesAreNotTemplates() {
        Wording wording = wording(Kind.INVITATION, with("inviter", "{link} $1 \\"));

        assertThat(wording.text()).contains("Invited by: {link} $1 \\");
    }
}
