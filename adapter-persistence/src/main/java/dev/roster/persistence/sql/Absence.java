package dev.roster.persistence.sql;

/** What to do where a store is to be opened and there is none. */
enum Absence {
    /** Create one. */
    CREATE,
    /** Say so, and leave nothing behind. */
    REFUSE
}
