package dev.roster.bootstrap.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;

/**
 * A PostgreSQL server and a streaming standby of it. The standby is begun from a copy of the running server's files, as the
 * manual describes it under "Making a Base Backup Using the Low Level API": the servers for tests come without pg_basebackup.
 */
public final class PostgresPair implements AutoCloseable {
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final EmbeddedPostgres primary;
    private EmbeddedPostgres standby;
    private final Path files;

    /** @param files where the standby is to have its files; nothing is there yet */
    public PostgresPair(Path files) throws Exception {
        this.files = files;
        primary = EmbeddedPostgres.builder()
                .setServerConfig("autovacuum", "off")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("wal_keep_size", "256MB")
                .start();
        copy();
        standby = startStandby(freePort());
    }

    private void copy() throws Exception {
        try (Connection connection = primary.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            Path from = Path.of(one(statement, "SHOW data_directory"));
            statement.execute("SELECT pg_backup_start('standby', true)");
            copy(from, files);
            Files.writeString(
                    files.resolve("backup_label"), one(statement, "SELECT labelfile FROM pg_backup_stop(false)"));
        }
        Files.createFile(files.resolve("standby.signal"));
        Files.writeString(
                files.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=" + primary.getPort() + " user=postgres'\n");
        Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwx------"));
    }

    private static String one(Statement statement, String sql) throws Exception {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes found) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
                boolean ofTheLog = file.startsWith(from.resolve("pg_wal"));
                if (!ofTheLog && !NOT_COPIED.contains(file.getFileName().toString())) {
                    copyUnlessGone(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void copyUnlessGone(Path file, Path to) throws IOException {
        try {
            Files.copy(file, to);
        } catch (NoSuchFileException gone) {
            // What goes away meanwhile is in the log.
        }
    }

    private EmbeddedPostgres startStandby(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(files)
                .setCleanDataDirectory(false)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String primary() {
        return address(primary);
    }

    public String standby() {
        return address(standby);
    }

    private static String address(EmbeddedPostgres server) {
        return "postgres://postgres@127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** From now on the standby stays as it is. Before that it has all that the primary has. */
    public void pause() throws Exception {
        catchUp();
        onStandby("SELECT pg_wal_replay_pause()");
        while (!"paused".equals(onStandby("SELECT pg_get_wal_replay_pause_state()"))) {
            Thread.sleep(20);
        }
    }

    public void resume() throws Exception {
        onStandby("SELECT pg_wal_replay_resume()");
    }

    /** Waits until the standby has what the primary has now. */
    public void catchUp() throws Exception {
        String now = onPrimary("SELECT pg_current_wal_lsn()");
        while (!"t".equals(onStandby("SELECT pg_last_wal_replay_lsn() >= '" + now + "'::pg_lsn"))) {
            Thread.sleep(20);
        }
    }

    public String onPrimary(String sql) throws Exception {
        return on(primary, sql);
    }

    public String onStandby(String sql) throws Exception {
        return on(standby, sql);
    }

    private static String on(EmbeddedPostgres server, String sql) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            return one(statement, sql);
        }
    }

    /** Something that is done while the standby is away. */
    interface Work {
        void run() throws Exception;
    }

    void restartStandby(Work work) throws Exception {
        int port = standby.getPort();
        standby.close();
        try {
            work.run();
        } finally {
            standby = startStandby(port);
        }
    }

    @Override
    public void close() throws IOException {
        standby.close();
        primary.close();
    }
}
