package dev.roster.persistence.sql;

import dev.roster.application.port.PasswordResets;
import jakarta.inject.Inject;

/** The links with which users set a password. */
final class SqlPasswordResets extends UserLinks implements PasswordResets {
    @Inject
    SqlPasswordResets(Database database) {
        super(database, "password_resets");
    }
}
