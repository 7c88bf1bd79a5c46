package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.transfer.Entry;
import dev.roster.application.transfer.Entry.Seat;
import dev.roster.application.transfer.ExportEverything;
import dev.roster.application.transfer.ImportEverything;
import dev.roster.application.transfer.Line;
import dev.roster.application.transfer.TransferFile;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many statements an import and an export send: a few for each few hundred lines, never some for each line. */
class ImportStatementsTest {
    private static final int PEOPLE = 3_000;
    private static final Caller OPERATOR = Caller.operator("tester", Origin.of(Door.CLI));

    @TempDir
    private Path directory;

    private final OpenStores stores = new OpenStores();
    private final Counting counting = new Counting();

    private static final class Counting implements SqlLogger {
        private final AtomicInteger statements = new AtomicInteger();

        @Override
        public void logAfterExecution(StatementContext context) {
            statements.incrementAndGet();
        }
    }

    private Ports ports;
    private UseCases useCases;

    @BeforeEach
    void open() {
        ports = stores.open(StoreAddress.file(directory.resolve("roster.db")), counting);
        useCases = UseCases.over(ports, () -> Given.THEN);
        Given given = new Given(ports);
        given.owner("olga");
        given.workspace("legal");
        useCases.get(ImportEverything.class).handle(OPERATOR, new People(), false);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    /** People who all join one workspace. */
    private static final class People implements TransferFile {
        @Override
        public String name() {
            return "people.csv";
        }

        @Override
        public String read(Consumer<Line> lines) {
            List<Seat> seats = List.of(new Seat(new WorkspaceName("legal"), null));
            IntStream.range(0, PEOPLE)
                    .mapToObj(at ->
                            Entry.OfNewcomer.named(new Username("user-" + at)).withSeats(seats))
                    .forEach(person -> lines.accept(Line.of(1, person)));
            return "a digest";
        }
    }

    @Test
    void peopleComeInByTheHundreds() {
        assertThat(counting.statements).hasValueLessThan(PEOPLE / 20);
    }

    @Test
    void everythingGoesOutByTheHundreds() {
        counting.statements.set(0);
        AtomicInteger entries = new AtomicInteger();

        useCases.get(ExportEverything.class).handle(OPERATOR, true, new ExportEverything.Receiver() {
            @Override
            public void begin(Instant at) {}

            @Override
            public void add(Entry entry) {
                entries.incrementAndGet();
            }
        });

        assertThat(entries).hasValueGreaterThan(3 * PEOPLE);
        assertThat(counting.statements).hasValueLessThan(entries.get() / 50);
    }
}
