package dev.roster.bootstrap;

import dev.roster.application.instance.StartInstance;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.user.CreateUser;
import dev.roster.domain.credential.SecretText;
import dev.roster.persistence.sql.StoreAddress;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.Map;

/** What people read when the server is up: where it is, and what to do next. */
final class Greeting {
    private final Environment environment;
    private final StoreAddress address;
    private final MailCarrier mail;
    private final PublicUrl urls;

    @Inject
    Greeting(Environment environment, StoreAddress address, MailCarrier mail, PublicUrl urls) {
        this.environment = environment;
        this.address = address;
        this.mail = mail;
        this.urls = urls;
    }

    void serving(PrintWriter out, StartInstance.Started started) {
        head(out, address.toString(), mail.keepsFiles() ? files() + ", set ROSTER_SMTP_URL to send it" : sent());
        started.owner().ifPresent(owner -> owner(out, owner));
        started.setUpLink().ifPresent(link -> setUp(out, urls.get(), link));
        foot(out);
    }

    void demo(PrintWriter out, Map<String, CreateUser.Created> people) {
        String url = urls.get();
        head(out, "a throw-away one with sample data, gone when you stop", files());
        out.printf("  %-9s %-10s %s%n", "USER", "ROLE", "TOKEN");
        people.forEach((username, made) -> out.printf(
                "  %-9s %-10s %s%n",
                username, made.user().role().name(), made.token().reveal()));
        out.printf(
                """

                Paste this next:
                  export OLGA=%s ANA=%s
                  curl -s -H "Authorization: Bearer $OLGA" %s/v1/users
                  curl -s -H "Authorization: Bearer $ANA" %s/v1/datasets
                """,
                DemoData.named(people, "olga").token().reveal(),
                DemoData.named(people, "ana").token().reveal(),
                url,
                url);
        foot(out);
    }

    private void head(PrintWriter out, String store, String mails) {
        out.printf("""
                Roster %s listens on %s
                  try it   %s/docs
                  store    %s
                  mail     %s

                """, environment.version(), urls.ofThisServer(), urls.get(), store, mails);
    }

    private String files() {
        return "written to files in " + mail.destination();
    }

    private String sent() {
        return "sent through " + mail.destination();
    }

    private static void owner(PrintWriter out, CreateUser.Created owner) {
        out.printf(
                """
                Made the first owner, `%s`, with this user token (`roster token show %s` shows it again):
                  %s

                """,
                owner.user().username(), owner.user().username(), owner.token().reveal());
    }

    private static void setUp(PrintWriter out, String url, SecretText link) {
        out.printf("""
                Nobody is here yet. Make the first owner within a day, by this one-time link:
                  %s/set-up#%s

                """, url, link.reveal());
    }

    private static void foot(PrintWriter out) {
        out.println("Stop with Ctrl-C.");
        out.flush();
    }
}
