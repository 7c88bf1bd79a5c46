package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.guest.CreateGuests;
import dev.roster.application.guest.CreateGuests.Created;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.CreateUser;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many statements it takes to create users and guests: a few for each, and a few for however many names are taken. */
class NewAccountStatementsTest {
    private static final Caller OPERATOR = Caller.operator("tester", Origin.of(Door.CLI));

    @TempDir
    private Path directory;

    private final OpenStores stores = new OpenStores();
    private final AtomicInteger statements = new AtomicInteger();

    private Ports ports;
    private Workspace legal;

    @BeforeEach
    void open() {
        SqlLogger counting = new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        };
        ports = stores.open(StoreAddress.file(directory.resolve("roster.db")), counting);
        Given given = new Given(ports);
        given.owner("olga");
        legal = given.workspace("legal");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private List<String> created(int count) {
        CreateGuests.Command command = CreateGuests.Command.of(
                legal.id(), new CreateGuests.Numbered(CreateGuests.Numbered.USUAL_PREFIX, count));
        statements.set(0);
        return UseCases.over(ports, () -> Given.THEN).get(CreateGuests.class).handle(OPERATOR, command).stream()
                .map(Created::user)
                .map(user -> user.username().value())
                .toList();
    }

    private void take(int from, int to) {
        Given given = new Given(ports);
        List<User> users = IntStream.rangeClosed(from, to)
                .mapToObj(number -> given.newUser("guest-" + number))
                .toList();
        for (int at = 0; at < users.size(); at += PageRequest.MOST) {
            List<User> some = users.subList(at, Math.min(at + PageRequest.MOST, users.size()));
            ports.transactions().inTransaction(() -> ports.wholeStore().addUsers(some));
        }
    }

    /**
     * Five rows, the role twice, the default organization, the next number of the trail, and the secrets shown before, which a token
     * ends. A new account has no past to ask for.
     */
    @Test
    void oneUserCostsTenStatements() {
        CreateUser createUser = UseCases.over(ports, () -> Given.THEN).get(CreateUser.class);
        createUser.handle(OPERATOR, CreateUser.Command.named(new Username("ada")));
        statements.set(0);

        createUser.handle(OPERATOR, CreateUser.Command.named(new Username("ben")));

        assertThat(statements.get()).isEqualTo(10);
    }

    /** Two for each event, of which there are three, one for the link and one for who was shown it. */
    @Test
    void manyGuestsCostAFewStatementsEach() {
        created(1);
        int one = statements.get();

        assertThat(created(101)).hasSize(101);
        assertThat(statements.get() - one).isLessThanOrEqualTo(100 * 8);
    }

    @Test
    void manyNamesThatAreTakenCostFewQuestions() {
        created(1);
        int usual = statements.get();
        take(2, 20_000);

        assertThat(created(2)).containsExactly("guest-20001", "guest-20002");
        assertThat(statements.get() - usual).isLessThan(20);
    }
}
