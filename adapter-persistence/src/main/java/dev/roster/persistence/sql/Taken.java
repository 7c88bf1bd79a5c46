package dev.roster.persistence.sql;

import dev.roster.domain.RefusedException;

/**
 * The refusal that a violated unique constraint stands for.
 *
 * @param reason says that something is taken
 */
record Taken(String constraint, String field, String reason) {
    static Taken id(String table, Object id) {
        return new Taken(table + "_id", "id", "id `" + id + "` is taken");
    }

    static Taken name(String constraint, Object name) {
        return new Taken(constraint, "name", "name `" + name + "` is taken");
    }

    RefusedException refusal() {
        return RefusedException.conflict(field, reason);
    }
}
