package dev.roster.persistence.sql;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Which transactions took a right away from anyone, written down by PostgreSQL itself in the same transaction, whichever program
 * runs it. Only there once a node reads from a standby. Adding rows to these tables gives rights and takes none.
 */
final class LostRights {
    /** What decides about rights, and what of a row does so. */
    static final Map<String, List<String>> WATCHED = Map.of(
            "users", List.of("role_id", "status", "maker_id", "stay_workspace_id", "stay_until"),
            "roles", List.of("*"),
            "registered_permissions", List.of("*"),
            "organization_members", List.of("organization_id", "user_id", "role_id"),
            "workspaces", List.of("organization_id"),
            "workspace_members", List.of("workspace_id", "user_id", "role_id"),
            "datasets", List.of("workspace_id", "access", "restricted_at"),
            "grants", List.of("user_id", "role_id", "workspace_id", "dataset_id", "place_id"),
            "assignments", List.of("dataset_id", "user_id"));

    private static final String TABLE = "lost_rights";

    /** Those with a higher number than any transaction has are from a dump of another server. */
    private static final String LATEST = """
            SELECT coalesce(max(transaction), 0)
            FROM lost_rights
            WHERE transaction < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
            """;

    private LostRights() {}

    /** Has them written down from now on, and forgets those that later ones stand for. */
    static void watch(Handle handle) {
        if (!isWatched(handle)) {
            handle.useTransaction(LostRights::install);
        }
        handle.execute("DELETE FROM lost_rights WHERE transaction < (" + LATEST + ")");
    }

    private static boolean isWatched(Handle handle) {
        int triggers = handle.createQuery("""
                        SELECT count(*)
                        FROM pg_trigger
                        WHERE tgname IN ('lost_by_update', 'lost_by_delete') AND tgenabled IN ('O', 'A')
                            AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(current_schema())))
                        """).mapTo(Integer.class).one();
        return triggers == 2 * WATCHED.size();
    }

    private static void install(Handle handle) {
        handle.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (transaction BIGINT NOT NULL PRIMARY KEY)");
        handle.execute("""
                CREATE OR REPLACE FUNCTION lose_rights() RETURNS trigger LANGUAGE plpgsql AS '
                BEGIN
                    INSERT INTO lost_rights (transaction) VALUES (pg_current_xact_id()::text::bigint)
                    ON CONFLICT DO NOTHING;
                    RETURN NULL;
                END'
                """);
        WATCHED.forEach((table, columns) -> {
            handle.execute("CREATE OR REPLACE TRIGGER lost_by_update AFTER UPDATE ON " + table + " FOR EACH ROW WHEN ("
                    + changed(columns) + ") EXECUTE FUNCTION lose_rights()");
            handle.execute("CREATE OR REPLACE TRIGGER lost_by_delete AFTER DELETE ON " + table
                    + " FOR EACH ROW EXECUTE FUNCTION lose_rights()");
        });
    }

    private static String changed(List<String> columns) {
        return row("OLD.", columns) + " IS DISTINCT FROM " + row("NEW.", columns);
    }

    private static String row(String of, List<String> columns) {
        return "ROW(" + of + String.join(", " + of, columns) + ")";
    }

    /** The number of the last transaction that took something and can be seen; 0 if there was none. */
    static long latest(Handle handle) {
        return handle.createQuery(LATEST).mapTo(Long.class).one();
    }
}
