package dev.roster.bootstrap.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages that links in mails lead to: what stands behind the {@code #} decides what they show. */
class LinkPagesBrowserIT {
    @RegisterExtension
    final Visitors visitors = new Visitors();

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.owned();
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void invitationSaysForWhomItIs() throws Exception {
        String secret = Site.secretIn(site.run("invitations", "create", "eve@example.org"));

        visitors.to(site).goTo("/invitation#" + secret).sees("eve@example.org").sees("Accept the invitation");
    }

    @Test
    void deadInvitationIsSaidToBeDead() {
        visitors.to(site).expecting(422).goTo("/invitation#rin_nothing").sees("wrong, expired or used");
    }

    @Test
    void signUpByLinkAsksForAUsername() throws Exception {
        String secret = Site.secretIn(site.run("invite-link", "reset", "default", "--domain", "example.org"));

        visitors.to(site).goTo("/sign-up#" + secret).sees("Username").sees("Password again");
    }

    @Test
    void signUpIsConfirmedWithItsPassword() {
        visitors.to(site).goTo("/confirm-sign-up#rsu_nothing").sees("Confirm your sign-up");
    }

    @Test
    void linkWithoutItsSecretIsNotComplete() {
        visitors.to(site).goTo("/confirm-sign-up").sees("The link is not complete");
        visitors.to(site).goTo("/set-password").sees("The link is not complete");
    }

    @Test
    void linkSetsANewPassword() throws Exception {
        site.person("ana", "annotator");
        String secret = Site.secretIn(site.run("users", "password-link", "ana"));

        visitors.to(site).goTo("/set-password#" + secret).sees("New password");
    }

    @Test
    void forgottenAndTemporaryPasswordsHaveTheirPages() {
        visitors.to(site).goTo("/forgot-password").sees("e-mail");
        visitors.to(site).goTo("/change-password").sees("emporary password");
    }

    @Test
    void documentationIsDrawn() {
        visitors.to(site).goTo("/docs").sees("Roster");
    }
}
