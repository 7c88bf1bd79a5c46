package dev.roster.persistence.sql;

import dev.roster.application.given.Given;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.persistence.secret.HmacSigning;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Batch;

/** The PostgreSQL server of this test run: started when first asked for, ended with the JVM. */
final class Postgres {
    private static final EmbeddedPostgres SERVER = start();

    private static final Jdbi JDBI = jdbi(SERVER);

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            // Statistics about a handful of rows would lead to plans that no real store gets.
            return EmbeddedPostgres.builder()
                    .setServerConfig("autovacuum", "off")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static int port() {
        return SERVER.getPort();
    }

    private static Jdbi jdbi(EmbeddedPostgres server) {
        Jdbi jdbi = Jdbi.create(server.getPostgresDatabase());
        jdbi.registerArgument(new DomainArguments());
        return jdbi;
    }

    static Jdbi jdbi() {
        return JDBI;
    }

    /** Sends statements as they are, which EXPLAIN needs for parameters without values. */
    static Jdbi forPlans() {
        return Jdbi.create(SERVER.getJdbcUrl("postgres", "postgres") + "&preferQueryMode=simple");
    }

    static StoreAddress address() {
        return address("postgres", "postgres", "any");
    }

    static StoreAddress address(String database, String user, String password) {
        return StoreAddress.parse(
                "postgres://" + user + ":" + password + "@localhost:" + SERVER.getPort() + "/" + database);
    }

    /** Makes a database of its own, for tests that care about more than rows. */
    static StoreAddress newDatabase(String name) {
        JDBI.useHandle(handle -> handle.execute("CREATE DATABASE " + name));
        return address(name, "postgres", "any");
    }

    static DataSource source(String database) {
        return SERVER.getDatabase("postgres", database);
    }

    static void change(String database, String sql) {
        Jdbi.create(SERVER.getDatabase("postgres", database)).useHandle(handle -> handle.execute(sql));
    }

    /** Takes everything out of the usual database that its first start did not put there. */
    static void empty() {
        JDBI.useHandle(handle -> {
            handle.execute("SET session_replication_role = replica");
            Batch deletes = handle.createBatch()
                    .add("DELETE FROM roles WHERE NOT predefined")
                    .add("UPDATE roles SET permissions = '', assigned_only = '' WHERE permissions <> ''");
            growingTables(handle).forEach(table -> deletes.add("DELETE FROM " + table));
            deletes.execute();
            handle.execute("INSERT INTO secret_keys VALUES (1, ?)", OpenStores.SECRET.fingerprint());
            SqlAuditSeals.insert(
                    handle, AuditSeal.beginning(null, null, Given.THEN, new HmacSigning(OpenStores.SECRET)));
        });
    }

    private static List<String> growingTables(Handle handle) {
        return handle.createQuery("""
                        SELECT tablename
                        FROM pg_tables
                        WHERE schemaname = 'public' AND tablename NOT IN ('roles', 'flyway_schema_history')
                        """).mapTo(String.class).list();
    }
}
