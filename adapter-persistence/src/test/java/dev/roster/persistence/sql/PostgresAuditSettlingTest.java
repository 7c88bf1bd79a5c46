package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.AuditSealer;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.AuditEventBuilder;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.audit.AuditReport;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Door;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Transactions that end in another order than they got their numbers in. SQLite has none of those. */
class PostgresAuditSettlingTest {
    private final OpenStores stores = new OpenStores();
    private final Ports ports;
    private final UseCases useCases;
    private final ExecutorService slow = Executors.newSingleThreadExecutor();

    PostgresAuditSettlingTest() {
        ports = stores.open(Postgres.address());
        Postgres.empty();
        useCases = UseCases.over(ports, InstantSource.fixed(Given.THEN));
    }

    @AfterEach
    void close() {
        slow.shutdownNow();
        stores.close();
    }

    @Test
    void nothingIsSealedThatALowerNumberMayStillSlipInto() throws InterruptedException, ExecutionException {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<?> lower = slow.submit(() -> ports.transactions().inTransaction(() -> {
            append("lower");
            written.countDown();
            await(goOn);
        }));
        written.await();
        append("higher");

        useCases.get(AuditSealer.class).seal();
        assertThat(ports.auditSeals().newest())
                .hasValueSatisfying(seal -> assertThat(seal.kind()).isEqualTo(AuditSeal.Kind.BEGINNING));
        goOn.countDown();
        lower.get();

        AuditReport report = useCases.get(VerifyAuditTrail.class)
                .handle(Caller.operator("root", Origin.of(Door.CLI)), null, seen -> {});
        assertThat(report.faults()).isEmpty();
        assertThat(report.events()).isEqualTo(2);
        assertThat(ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 5))
                .extracting(record -> record.event().actorName())
                .containsExactly("lower", "higher");
    }

    private void append(String name) {
        ports.auditTrail()
                .append(AuditEventBuilder.builder()
                        .id(new AuditEventId(ports.ids().next()))
                        .number(0)
                        .at(Given.THEN)
                        .actorName(name)
                        .door(Door.API)
                        .action("thing.change")
                        .subjectKind("thing")
                        .subject(new UUID(1, 2))
                        .subjectName("thing")
                        .changes(Map.of())
                        .build());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
