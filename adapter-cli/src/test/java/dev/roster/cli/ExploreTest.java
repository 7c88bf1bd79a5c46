package dev.roster.cli;

import org.junit.jupiter.api.Test;

final class ExploreTest {
    Roster roster = new Roster();

    void run(String line) {
        System.out.println("$ roster " + line);
        Roster.Ran ran = roster.run(line.isEmpty() ? new String[0] : line.split(" "));
        System.out.print(ran.out());
        System.out.print(ran.err().replaceAll("(?m)^", "! "));
        System.out.println("=> " + ran.exit());
    }

    @Test
    void explore() {
        roster.given().workspace("legal");
        for (String line : """

            --version
            --help
            users
            users --help
            users create --help
            users update --help
            help users list
            help users
            help can
            start --help
            audit --help
            users create ada --email ada@example.org --role owner --password sesame-open
            users create bob --workspace legal
            users create eve --email nope
            users create eve --role nobody
            users list
            users list --output json
            --output csv users list
            users list --limit 1
            users list --limit 0
            users list --status gone
            users show ADA@example.org
            users shw ada
            users list --serch x
            users update bob --clear-email --email x@y.org
            users update bob --email bob@example.org --last-name Builder
            users update bob --clear-last-name
            users delete bob
            users show carl
            members add legal ada --role manager
            members set-role legal bob --role viewer
            members set-role legal bob
            members set-role legal bob --no-role
            members list legal
            datasets register legal/contracts
            datasets assign legal/contracts bob
            datasets contribute legal/contracts bob --count 12
            datasets contributions --user bob --output json
            datasets list
            datasets show legal/contracts
            can bob dataset:annotate legal/contracts
            can bob dataset:delete legal/contracts
            can bob dataset:delete legal/contracts --output json
            can bob user:create
            can bob dataset:raed legal
            can bob foo:bar legal
            what-can bob
            what-can ada
            who-can dataset:annotate legal/contracts
            permissions
            roles list
            roles show annotator
            workspaces delete legal --yes
            token show ada
            token renew ada
            sessions list ada
            audit
            audit --subject user:bob --output csv
            audit --since yesterday
            settings
            doctor
            backup taken.db
            backup fresh.db
            organizations list
            organizations update default --description Hi
            users deactivate ada
            users count
            workspaces show
            """.lines().map(String::strip).toList()) {
            run(line);
        }
    }
}
