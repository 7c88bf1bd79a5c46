package dev.roster.persistence.sql;

import dev.roster.application.port.LogInLinks;
import jakarta.inject.Inject;

/** The links that log their user in, once. */
final class SqlLogInLinks extends UserLinks implements LogInLinks {
    @Inject
    SqlLogInLinks(Database database) {
        super(database, "log_in_links");
    }
}
