package dev.roster.persistence.sql;

import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.KnownKey;
import dev.roster.persistence.secret.SecretKeySource;
import dev.roster.persistence.sql.StoreAddress.SqliteFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** A SQLite file: one connection that writes, several that read, other processes beside them. */
final class SqliteEngine implements Engine {
    /** Another process may be bringing the tables up to date, or putting its log into the file as the last to close it. */
    private static final Duration WHILE_OPENING = Duration.ofSeconds(10);

    private static final int LEAST_READERS = 4;
    private static final int MOST_READERS = 8;

    private final SqliteFile address;
    private final Patience patience;
    private final Dialect dialect = new SqliteDialect();
    private final Jdbi writing;
    private final Jdbi reading;
    private final LastWrites lastWrites = new LastWrites();
    private final HandlePool writers;
    private final HandlePool readers;
    private final GroupCommit groupCommit;

    SqliteEngine(SqliteFile address, SqlLogger logger, Patience patience) {
        this.address = address;
        this.patience = patience;
        this.writing = jdbi(writingSource(patience.lock())::getConnection, logger);
        this.reading = jdbi(() -> connectForReading(patience.lock()), logger);
        this.writers = new HandlePool(writing, 1, patience);
        this.groupCommit = new GroupCommit(writers, patience, GroupCommit.Bounds.usual());
        int cores = Runtime.getRuntime().availableProcessors();
        this.readers = new HandlePool(reading, Math.max(LEAST_READERS, Math.min(MOST_READERS, cores)), patience);
    }

    private DataSource writingSource(Duration wait) {
        SQLiteConfig config = config(wait);
        config.setJournalMode(JournalMode.WAL);
        // A transaction that turned from reading to writing half way could fail there.
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return source(config);
    }

    private Connection connectForReading(Duration wait) throws SQLException {
        Connection connection = source(config(wait)).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    /** @param wait for another process's lock, as long as nobody set a {@link LockWait} */
    private static SQLiteConfig config(Duration wait) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(wait.toMillis()));
        config.setSynchronous(SynchronousMode.FULL);
        // A store that is looked for and not there stays away; StoreFile makes the file of a new one.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config;
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + address.path());
        return source;
    }

    private static Jdbi jdbi(ConnectionFactory connecting, SqlLogger logger) {
        Jdbi jdbi = Jdbi.create(connecting);
        jdbi.setStatementBuilderFactory(connection -> new StatementCache());
        jdbi.setTransactionHandler(new SqliteTransactions());
        jdbi.registerArgument(new DomainArguments());
        jdbi.getConfig(SqlStatements.class).setSqlLogger(logger);
        return jdbi;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Connections writers() {
        return writers;
    }

    @Override
    public Optional<GroupCommit> groupCommit() {
        return Optional.of(groupCommit);
    }

    @Override
    public Connections readers() {
        return readers;
    }

    @Override
    public LastWrites lastWrites() {
        return lastWrites;
    }

    @Override
    public InstallationSecret open(SecretKeySource keys, Absence absence) {
        StoreFile file = new StoreFile(address);
        file.completeRestore();
        if (absence == Absence.CREATE) {
            file.createIfMissing();
        } else if (file.isMissing()) {
            throw new NoStoreException(address);
        }
        Object mark = file.mark();
        try {
            Schema schema = schema();
            schema.require(absence);
            if (!schema.isNewest()) {
                file.upgradeAlone(() -> upgrade(schema, keys));
            }
            InstallationSecret secret = keys.choose(schema.key());
            checkWritable();
            file.requireStill(mark);
            return secret;
        } catch (JdbiException failure) {
            throw cannotOpen(failure);
        }
    }

    private Schema schema() {
        return new Schema(Jdbi.create(() -> connectForReading(opening())), dialect, address);
    }

    @Override
    public boolean isMissing() {
        try {
            return new StoreFile(address).isMissing() || schema().isMissing();
        } catch (JdbiException unreadable) {
            return false;
        }
    }

    private void upgrade(Schema schema, SecretKeySource keys) {
        if (!schema.isNewest()) {
            schema.migrate(writingSource(opening()), keys.choose(schema.key()));
        }
    }

    @Override
    public Optional<KnownKey> key() {
        try {
            return Files.isRegularFile(address.path())
                    ? Optional.of(new Schema(reading, dialect, address).key())
                    : Optional.empty();
        } catch (JdbiException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Served> served() {
        try {
            return Files.isRegularFile(address.path())
                    ? new Schema(reading, dialect, address).served()
                    : Optional.empty();
        } catch (JdbiException unreadable) {
            return Optional.empty();
        }
    }

    private Duration opening() {
        return patience.lock().compareTo(WHILE_OPENING) < 0 ? WHILE_OPENING : patience.lock();
    }

    /** What is locked for now, or full, can be read all the same. */
    private void checkWritable() {
        Handle handle = writers.takeWithin(Duration.ZERO);
        try {
            handle.begin();
            handle.execute("DELETE FROM set_up_links WHERE slot = 0");
            handle.commit();
        } catch (JdbiException failure) {
            Trouble trouble = dialect.trouble(failure).orElse(Trouble.FAILING);
            if (trouble != Trouble.LOCKED && trouble != Trouble.FULL) {
                throw failure;
            }
        } finally {
            writers.giveBack(handle);
        }
    }

    private StoreException cannotOpen(JdbiException failure) {
        SQLException cause = Database.sqlCause(failure);
        String reason = cause == null ? "unknown reason" : reason(cause);
        return new StoreException("the store " + address + " cannot be opened: " + reason, failure);
    }

    private static String reason(SQLException cause) {
        if (SqliteDialect.is(cause, SQLiteErrorCode.SQLITE_NOTADB)
                || SqliteDialect.is(cause, SQLiteErrorCode.SQLITE_CORRUPT)) {
            return "it is not a SQLite database or it is damaged; name another file or restore a backup";
        }
        if (SqliteDialect.is(cause, SQLiteErrorCode.SQLITE_BUSY)) {
            return "another process has locked it; wait for it or end it";
        }
        if (SqliteDialect.is(cause, SQLiteErrorCode.SQLITE_READONLY)
                || SqliteDialect.is(cause, SQLiteErrorCode.SQLITE_CANTOPEN)
                || SqliteDialect.is(cause, SQLiteErrorCode.SQLITE_PERM)) {
            return "it is not writable; give the account that runs Roster the right to write it and its directory";
        }
        if (SqliteDialect.is(cause, SQLiteErrorCode.SQLITE_FULL)) {
            return "the disk is full; make room";
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("unknown reason");
    }

    @Override
    public void backup(Path target) {
        if (Files.exists(target)) {
            throw new StoreException("`" + target + "` exists; name a new file for the backup");
        }
        Path directory = target.toAbsolutePath().getParent();
        try {
            Path partial = Files.createTempFile(directory, "roster", ".partial");
            try {
                copyTo(partial);
                Files.move(partial, target);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException failure) {
            throw new StoreException("the backup cannot be written to `" + target + "`", failure);
        }
    }

    private void copyTo(Path file) throws IOException {
        try (Handle handle = writing.open()) {
            handle.execute("VACUUM INTO ?", file.toString());
        } catch (JdbiException failure) {
            throw new StoreException("the backup failed: " + reasonOf(failure), failure);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static String reasonOf(JdbiException failure) {
        SQLException cause = Database.sqlCause(failure);
        return cause == null ? "unknown reason" : reason(cause);
    }

    @Override
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fact("store", address));
        if (new StoreFile(address).isRestoring()) {
            findings.add(Finding.expecting(
                    false, "restore", "it was cut off, or is running", "run any command but this, it completes it"));
        }
        try (Handle handle = reading.open()) {
            findings.add(Finding.fact("engine", "SQLite " + pragma(handle, "SELECT sqlite_version()")));
            findings.addAll(new Schema(reading, dialect, address).findings(handle));
            String journal = pragma(handle, "PRAGMA journal_mode");
            findings.add(
                    Finding.expecting("wal".equals(journal), "journal mode", journal, "put the store on a local disk"));
            String damage = pragma(handle, "PRAGMA quick_check(1)");
            findings.add(Finding.expecting("ok".equals(damage), "quick check", damage, "restore a backup"));
        } catch (JdbiException failure) {
            findings.add(Finding.expecting(false, "quick check", "failed", reasonOf(failure)));
        }
        findings.addAll(fileFindings());
        return findings;
    }

    private List<Finding> fileFindings() {
        try {
            return List.of(
                    Finding.fact("size", Files.size(address.path()) + " bytes"),
                    Finding.expecting(
                            Files.isWritable(address.path()),
                            "writable",
                            Files.isWritable(address.path()) ? "yes" : "no",
                            "give the account that runs Roster the right to write the file"));
        } catch (IOException failure) {
            return List.of(Finding.expecting(false, "size", "unknown", "look at the file's rights"));
        }
    }

    private static String pragma(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(String.class).one();
    }

    @Override
    public void close() {
        readers.close();
        // The writer goes last: it puts what is in the log into the file.
        writers.close();
    }
}
