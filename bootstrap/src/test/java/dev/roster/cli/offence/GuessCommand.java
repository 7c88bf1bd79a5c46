package dev.roster.cli.offence;

import dev.roster.application.access.Caller;
import dev.roster.application.user.FindUser;
import dev.roster.domain.user.User;

/** Looks a name up by itself. */
public final class GuessCommand {
    private final FindUser users;

    GuessCommand(FindUser users) {
        this.users = users;
    }

    User guess(Caller caller, String name) {
        return users.byLogin(caller, name);
    }
}
