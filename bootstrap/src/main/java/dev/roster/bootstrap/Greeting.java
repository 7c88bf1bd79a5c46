package dev.roster.bootstrap;

import dev.roster.application.instance.StartInstance;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.user.CreateUser;
import dev.roster.cli.terminal.AccountRequest;
import dev.roster.cli.terminal.CellText;
import dev.roster.cli.terminal.Terminal;
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
    private final TokenFile tokenFile;
    private final Terminal terminal;

    @Inject
    Greeting(
            Environment environment,
            StoreAddress address,
            MailCarrier mail,
            PublicUrl urls,
            TokenFile tokenFile,
            Terminal terminal) {
        this.environment = environment;
        this.address = address;
        this.mail = mail;
        this.urls = urls;
        this.tokenFile = tokenFile;
        this.terminal = terminal;
    }

    void serving(PrintWriter out, StartInstance.Started started, AccountRequest request) {
        head(out, address.toString(), mail.keepsFiles() ? files() + ", set ROSTER_SMTP_URL to send it" : sent());
        started.account().filter(account -> account.made().isPresent()).ifPresent(account -> {
            account(out, account, request);
            out.println();
        });
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

    /**
     * The account that was created, with its token; nothing where none was. What goes to no terminal stays in the logs of
     * somebody, so there the token goes to a file.
     */
    void account(PrintWriter out, StartInstance.Account account, AccountRequest request) {
        account.made().ifPresent(made -> {
            out.print(
                    account.fate() == StartInstance.Fate.OWNER
                            ? "Created the first owner"
                            : "Created a member of the default organization");
            out.println(", `" + CellText.tame(made.user().username().value()) + "`" + token(made, request));
        });
        out.flush();
    }

    private String token(CreateUser.Created made, AccountRequest request) {
        String username = CellText.tame(made.user().username().value());
        if (terminal.columns().isPresent()) {
            return ", with this user token (`roster token show " + username + "` shows it again):\n"
                    + made.token().reveal();
        }
        return tokenFile.isToldBy(request, made)
                ? ", with the user token that you gave."
                : ". The user token is in the file\n  " + tokenFile.write(made);
    }

    /** @param link logs the owner in */
    void demo(PrintWriter out, Map<String, CreateUser.Created> people, String link) {
        String url = urls.get();
        head(out, "a temporary one with sample data, deleted when you stop", files());
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

                mia manages bird-watch. ivo is %s on the restricted dataset legal-team/settlements.
                %s is invited, and finds the link in a file in the outbox. %s is a service account.

                Paste this next:
                  export OLGA=%s ANA=%s
                  curl -s -H "Authorization: Bearer $OLGA" %s/v1/users
                  curl -s -H "Authorization: Bearer $ANA" %s/v1/datasets
                """,
                DemoAccess.PROOF_READER.value(),
                DemoAccess.INVITED.value(),
                DemoAccess.SERVICE_ACCOUNT.value(),
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
                There is no owner yet. Create the first one within a day, with this one-time link:
                  %s/set-up#%s

                """, url, link.reveal());
    }

    private static void foot(PrintWriter out) {
        out.println("Stop with Ctrl-C.");
        out.flush();
    }
}
