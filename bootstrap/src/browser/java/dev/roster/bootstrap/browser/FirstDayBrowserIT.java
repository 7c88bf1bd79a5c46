package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From an empty folder to a team, without a terminal after the start. */
class FirstDayBrowserIT {
    /** Somebody who is to come, where to, and as what. */
    private record Newcomer(String name, String workspace, String role) {
        String address() {
            return name + "@lab.example";
        }
    }

    private static final List<Newcomer> TEAM = List.of(
            new Newcomer("mona", "legal", "manager"),
            new Newcomer("ana", "legal", "annotator"),
            new Newcomer("vera", "birds", "viewer"));

    @RegisterExtension
    final Visitors visitors = new Visitors();

    @Test
    void ownerBringsATeamInWithoutATerminal() throws Exception {
        try (Site site = Site.empty()) {
            Visitor olga = visitors.to(site).goTo("/set-up#" + Site.secretIn(site.greeting()));
            choose(olga, "olga");
            olga.press("Create the first owner");
            olga.sees("Welcome, olga").follow("Go to the home page");
            olga.sees("First steps");

            create(olga, "legal");
            create(olga, "birds");
            for (Newcomer newcomer : TEAM) {
                accept(visitors.to(site), newcomer, invite(olga, newcomer));
            }

            for (Newcomer newcomer : TEAM) {
                olga.goTo("/people/" + newcomer.name());
                assertThat(olga.text()).contains(newcomer.workspace(), newcomer.role());
            }
            olga.close();
        }
    }

    private static void choose(Visitor visitor, String username) {
        visitor.field("username").fill(username);
        visitor.field("password").fill(Site.PASSWORD);
        visitor.field("again").fill(Site.PASSWORD);
    }

    private static void create(Visitor olga, String workspace) {
        olga.goTo("/workspaces");
        // Where there is none yet, the form is open.
        if (!olga.field("title").isVisible()) {
            olga.page().locator("details.fold > summary").click();
        }
        olga.field("title").fill(workspace);
        olga.submit("title");
        olga.sees("The workspace is created.");
    }

    /** Returns the link to hand over. */
    private static String invite(Visitor olga, Newcomer newcomer) {
        olga.goTo("/people/").follow("Invite people");
        olga.field("addresses").fill(newcomer.address());
        olga.page().getByLabel(newcomer.workspace()).check();
        olga.field("place_role").selectOption(new SelectOption().setLabel(newcomer.role()));
        olga.field("mode").selectOption("hand-over");
        olga.press("Invite");
        return olga.page().locator("#secret0").inputValue();
    }

    private static void accept(Visitor visitor, Newcomer newcomer, String link) {
        visitor.goTo("/invitation#" + Site.secretIn(link));
        visitor.sees(newcomer.address());
        choose(visitor, newcomer.name());
        visitor.press("Accept the invitation");
        visitor.goTo("/").sees(newcomer.workspace());
        assertThat(visitor.text()).contains(newcomer.role());
        visitor.close();
    }
}
