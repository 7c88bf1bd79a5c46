package dev.roster.application.fake;

import dev.roster.application.port.PasswordResets;

/** The links with which users set a password, in memory. */
final class InMemoryPasswordResets extends InMemoryUserLinks implements PasswordResets {
    InMemoryPasswordResets(InMemoryStore store) {
        super(store, tables -> tables.passwordResets);
    }
}
