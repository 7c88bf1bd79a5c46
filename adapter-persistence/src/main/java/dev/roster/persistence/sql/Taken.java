package dev.roster.persistence.sql;

import dev.roster.domain.RefusedException;

/** The refusal that a violated unique constraint stands for. */
record Taken(String constraint, String field, String what) {
    static Taken id(String table, Object id) {
        return new Taken(table + "_id", "id", "id `" + id + "`");
    }

    static Taken name(String constraint, Object name) {
        return new Taken(constraint, "name", "name `" + name + "`");
    }

    RefusedException refusal() {
        return RefusedException.conflict(field, what + " is taken");
    }
}
