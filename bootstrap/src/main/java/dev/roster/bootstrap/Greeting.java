package dev.roster.bootstrap;

import dev.roster.application.instance.StartInstance;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.user.CreateUser;
import dev.roster.cli.terminal.CellText;
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
        started.account().ifPresent(account -> account(out, account));
        started.setUpLink().ifPresent(link -> setUp(out, urls.get(), link));
        foot(out);
    }

    /** That nothing is served yet, and where the store is. */
    void ready(PrintWriter out) {
        out.println("The store is ready: " + address);
        out.flush();
    }

    /** Why an account that was asked for was not created; nothing where it was. */
    void untouched(PrintWriter out, StartInstance.FirstOwner wanted, StartInstance.Fate fate) {
        String username = CellText.tame(wanted.username().value());
        switch (fate) {
            case OWNER, MEMBER -> {}
            case KNOWN -> out.println("User " + username + " already exists");
            case REFUSED ->
                out.println("No account `" + username + "` was created, as this installation has an owner: "
                        + "create it with `roster users create`");
        }
        out.flush();
    }

    /** The account that was created, with its token; nothing where none was. */
    void account(PrintWriter out, StartInstance.Account account) {
        account.made()
                .ifPresent(made -> out.printf(
                        """
                %s, `%s`, with this user token (`roster token show %s` shows it again):
                  %s

                """,
                        account.fate() == StartInstance.Fate.OWNER
                                ? "Made the first owner"
                                : "Created a member of the default organization",
                        made.user().username(),
                        made.user().username(),
                        made.token().reveal()));
        out.flush();
    }

    /** @param link logs the owner in */
    void demo(PrintWriter out, Map<String, CreateUser.Created> people, String link) {
        String url = urls.get();
        head(out, "a throw-away one with sample data, gone when you stop", files());
        out.printf("""
                Open this in a browser. It logs you in as olga, the owner, once:
                  %s

                """, link);
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
