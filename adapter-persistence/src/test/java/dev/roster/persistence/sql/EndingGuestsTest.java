package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.guest.EndStays;
import dev.roster.application.guest.StaysNotEndedException;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One guest whose account cannot be deleted, for whatever reason, does not keep the accounts of all the others. */
class EndingGuestsTest {
    private static final Caller ROSTER = Caller.roster(Origin.of(Door.SYSTEM));

    @TempDir
    private Path directory;

    private final OpenStores stores = new OpenStores();
    private final AtomicReference<String> spoilt = new AtomicReference<>("nothing");

    private Ports ports;
    private Given given;
    private EndStays end;

    @BeforeEach
    void open() {
        SqlLogger spoiling = new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (context.getRenderedSql().startsWith("UPDATE users")
                        && context.getBinding().toString().contains(spoilt.get())) {
                    throw new IllegalStateException("no more of " + context.getBinding());
                }
            }
        };
        ports = stores.open(StoreAddress.file(directory.resolve("roster.db")), spoiling);
        end = UseCases.over(ports, () -> Given.THEN).get(EndStays.class);
        given = new Given(ports);
        given.owner("olga");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private GivenUser guest(String name) {
        return given.user(name).staying(new Stay(null, Given.THEN));
    }

    @Test
    void theOthersEndAndTheLogNamesNobody() {
        GivenUser first = guest("gina-the-first");
        List<GivenUser> others = IntStream.range(0, 230)
                .mapToObj(number -> guest("guest-" + number))
                .toList();
        spoilt.set(first.id().toString());

        assertThatExceptionOfType(StaysNotEndedException.class)
                .isThrownBy(() -> end.handle(ROSTER))
                .withMessageContaining(first.id().toString())
                .withNoCause()
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("gina"));

        assertThat(first.user().status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(others).extracting(GivenUser::user).extracting(User::status).containsOnly(UserStatus.DELETED);
        spoilt.set("nothing");
        assertThat(end.handle(ROSTER)).isEqualTo(1);
        assertThat(first.user().status()).isEqualTo(UserStatus.DELETED);
    }

    @Test
    void manyThatCannotEndKeepNoneOfTheOthers() {
        IntStream.range(0, 120).forEach(number -> guest("bad-" + number));
        GivenUser last = guest("good");
        spoilt.set("bad-");

        assertThatExceptionOfType(StaysNotEndedException.class)
                .isThrownBy(() -> end.handle(ROSTER))
                .withMessageStartingWith("120 accounts");

        assertThat(last.user().status()).isEqualTo(UserStatus.DELETED);
    }
}
