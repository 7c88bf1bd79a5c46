package dev.roster.persistence.sql;

import dev.roster.application.fault.FaultContract;
import dev.roster.application.fault.Faults;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqliteFaultsTest extends FaultContract {
    private final OpenStores stores = new OpenStores();
    private Path template = Path.of("");
    private @Nullable Handle observer;
    /** SQLite counts for each connection what others commit. */
    private long seenVersion;

    private List<String> seenContents = List.of();

    @TempDir
    private Path directory;

    @BeforeAll
    void open(@TempDir Path templates) {
        template = templates.resolve("empty.db");
        try (OpenStores first = new OpenStores()) {
            first.open(StoreAddress.file(template));
        }
    }

    @Override
    protected Ports emptyStore(Faults faults) {
        try {
            Path file = Files.copy(
                    template, Files.createTempDirectory(directory, "store").resolve("roster.db"));
            faults.failNoMore();
            Ports ports = stores.open(StoreAddress.file(file), new FailingStatements(faults));
            observer = Jdbi.create("jdbc:sqlite:" + file).open();
            seenVersion = 0;
            return ports;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterEach
    void close() {
        if (observer != null) {
            observer.close();
        }
        stores.close();
    }

    @Override
    protected boolean failsByItself() {
        return true;
    }

    @Override
    protected Object contents() {
        Handle handle = Objects.requireNonNull(observer, "no store yet");
        long version =
                handle.createQuery("PRAGMA data_version").mapTo(Long.class).one();
        if (version != seenVersion) {
            seenVersion = version;
            seenContents = Contents.ofSqlite(handle);
        }
        return seenContents;
    }

    @Override
    protected InstantSource clock() {
        return () -> Given.THEN.plusSeconds(3_600);
    }
}
