package dev.roster.application.fake;

import dev.roster.application.port.LogInLinks;

/** The links that log their user in, in memory. */
final class InMemoryLogInLinks extends InMemoryUserLinks implements LogInLinks {
    InMemoryLogInLinks(InMemoryStore store) {
        super(store, tables -> tables.logInLinks);
    }
}
