package dev.roster.http;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.domain.audit.Door;
import dev.roster.http.console.Console;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Manners;
import dev.roster.http.web.Problem;
import dev.roster.http.web.Routes;
import io.javalin.http.Context;

/** The paths at the root where there is nothing: browsers get a page, others what the dialect says that is served there. */
final class Elsewhere implements Dialect {
    private final Dialect root;
    private final Console console;

    Elsewhere(Dialect root, Console console) {
        this.root = root;
        this.console = console;
    }

    @Override
    public String prefix() {
        return root.prefix();
    }

    @Override
    public Door door() {
        return root.door();
    }

    @Override
    public Manners manners() {
        return root.manners();
    }

    @Override
    public Caller authenticate(Context context, Origin origin) {
        return root.authenticate(context, origin);
    }

    @Override
    public void refuse(Context context, Problem problem) {
        if (Console.isForBrowser(context)) {
            console.refuse(context, problem);
        } else {
            root.refuse(context, problem);
        }
    }

    @Override
    public void register(Routes routes) {
        root.register(routes);
    }
}
