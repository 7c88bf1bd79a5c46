package dev.roster.persistence.sql;

import dev.roster.application.port.FreshnessMark;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A database of a PostgreSQL server and of its standbys.
 *
 * @param id the same for all of them, and for no other
 * @param since from where on a standby has the tables of this Roster
 */
record Cluster(String id, FreshnessMark since) {
    /** A standby is a copy down to the ids of its databases. */
    static final String ID = """
            (SELECT system_identifier || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())
            FROM pg_control_system())""";

    private static final String POSITION = "position";

    static Cluster of(Handle handle) {
        return new Cluster(id(handle), now(handle));
    }

    static String id(Handle handle) {
        return handle.createQuery("SELECT " + ID).mapTo(String.class).one();
    }

    static boolean isStandby(Handle handle) {
        return handle.createQuery("SELECT pg_is_in_recovery()")
                .mapTo(Boolean.class)
                .one();
    }

    /** How much of the log of the store a standby has not replayed. */
    static long lag(Handle store, Jdbi standby) {
        String replayed = standby.withHandle(handle -> handle.createQuery("SELECT pg_last_wal_replay_lsn()::text")
                .mapTo(String.class)
                .one());
        return Math.max(
                0,
                now(store).position() - FreshnessMark.parse(POSITION, replayed).position());
    }

    /** Where the log ends; also what was committed without waiting for the disk is before that. */
    static FreshnessMark now(Handle handle) {
        return FreshnessMark.parse(
                POSITION,
                handle.createQuery("SELECT pg_current_wal_insert_lsn()::text")
                        .mapTo(String.class)
                        .one());
    }
}
