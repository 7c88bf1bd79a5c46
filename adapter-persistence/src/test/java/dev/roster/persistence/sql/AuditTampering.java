package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.AuditSealer;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.audit.AuditFault;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.Door;
import dev.roster.domain.audit.SealMark;
import dev.roster.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who can write the database changes history, in every way there is. An engine's test opens the store. */
abstract class AuditTampering {
    private static final InstantSource CLOCK = InstantSource.fixed(Given.THEN);

    private List<Long> numbers = List.of();

    abstract Ports ports();

    /** Beside Roster. */
    abstract Handle direct();

    private UseCases useCases() {
        return UseCases.over(ports(), CLOCK);
    }

    /** Three batches of two events each. */
    @BeforeEach
    void writeATrail() {
        for (int i = 0; i < 6; i++) {
            ports().auditTrail().append(event(i));
            if (i % 2 == 1) {
                useCases().get(AuditSealer.class).seal();
            }
        }
        numbers = ports().auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 10).stream()
                .map(record -> record.event().number())
                .toList();
        assertThat(faults()).isEmpty();
    }

    private AuditEvent event(int index) {
        return new AuditEvent(
                new AuditEventId(ports().ids().next()),
                0,
                Given.THEN.plusSeconds(index),
                new UserId(new UUID(7, index)),
                "olga",
                Door.EMBEDDED,
                "192.0.2.7",
                "user.update",
                "user",
                new UUID(8, index),
                "ana",
                new UUID(9, index),
                Map.of("role", new Change("annotator", "owner")));
    }

    private List<String> faults() {
        return faults(null);
    }

    private List<String> faults(@Nullable SealMark kept) {
        return useCases()
                .get(VerifyAuditTrail.class)
                .handle(Caller.operator("root", Origin.of(Door.CLI)), kept, seen -> {})
                .faults()
                .stream()
                .map(AuditFault::describe)
                .toList();
    }

    private void tamper(String sql) {
        try (Handle handle = direct()) {
            assertThat(handle.createUpdate(sql)
                            .bind("third", numbers.get(2))
                            .bind("fourth", numbers.get(3))
                            .bind("last", numbers.get(5))
                            .execute())
                    .isPositive();
        }
    }

    private String third() {
        return "event " + numbers.get(2);
    }

    private String fourth() {
        return "event " + numbers.get(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = 'b54c3a80-98de-4a9c-a3f7-5a53a0a2f0ce'",
                "id = 'nonsense'",
                "at = at + 1",
                "actor_id = '00000000-0000-0007-0000-000000000009'",
                "actor_id = NULL",
                "actor_name = 'ivan'",
                "actor_name = 'erased'",
                "address = '192.0.2.8'",
                "address = NULL",
                "door = 'cli'",
                "door = 'nonsense'",
                "action = 'user.create'",
                "action_kind = 'role.'",
                "subject_kind = 'role'",
                "subject_id = '00000000-0000-0008-0000-000000000009'",
                "subject_name = 'bob'",
                "place_id = NULL",
                "changes = '{}'",
                "changes = '{\"role\":{\"before\":\"annotator\",\"after\":\"admin\"}}'",
                "changes = 'nonsense'",
                "evidence = ''",
                "evidence = 'a:b c:d e:f'",
                "evidence = (SELECT evidence FROM audit_events AS other WHERE other.number = :fourth)"
            })
    void aChangedColumnIsFound(String change) {
        tamper("UPDATE audit_events SET " + change + " WHERE number = :third AND :fourth > 0 AND :last > 0");

        assertThat(faults()).containsExactly(third() + " was changed (batch 2)");
    }

    @Test
    void aRemovedEventIsFound() {
        tamper("DELETE FROM audit_events WHERE number = :third AND :fourth > 0 AND :last > 0");

        assertThat(faults()).containsExactly(third() + " is missing (batch 2)");
    }

    @Test
    void anEventThatMovedToAnotherBatchIsFound() {
        tamper("UPDATE audit_events SET number = 0 WHERE number = :third AND :fourth > 0 AND :last > 0");

        assertThat(faults())
                .containsExactlyInAnyOrder("event 0 was added (batch 1)", third() + " is missing (batch 2)");
    }

    @Test
    void eventsThatChangedPlacesAreFound() {
        tamper("UPDATE audit_events SET number = -number WHERE number IN (:third, :fourth) AND :last > 0");
        tamper("UPDATE audit_events SET number = :fourth WHERE number = -:third AND :last > 0");
        tamper("UPDATE audit_events SET number = :third WHERE number = -:fourth AND :last > 0");

        assertThat(faults()).containsExactly(third() + " was changed (batch 2)", fourth() + " was changed (batch 2)");
    }

    @Test
    void aRemovedSealIsFound() {
        tamper("DELETE FROM audit_seals WHERE number = 2 AND :third + :fourth + :last > 0");

        assertThat(faults()).contains("seal 2 is missing");
    }

    @Test
    void aRemovedFirstSealIsFound() {
        tamper("DELETE FROM audit_seals WHERE number = 1 AND :third + :fourth + :last > 0");

        assertThat(faults()).contains("seal 1 is missing");
    }

    @Test
    void aRemovedBatchIsFound() {
        tamper("DELETE FROM audit_events WHERE number IN (:third, :fourth) AND :last > 0");
        tamper("DELETE FROM audit_seals WHERE number = 2 AND :third + :fourth + :last > 0");

        assertThat(faults()).containsExactly("seal 2 is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contents = contents || ' 99:0123456789abcdef'",
                "contents = ''",
                "first_event = first_event - 1",
                "last_event = last_event - 1",
                "last_event = last_event + 1",
                "previous = 'nonsense'",
                "sealed_at = sealed_at + 1",
                "signature = 'nonsense'",
                "number = 7"
            })
    void aChangedSealIsFound(String change) {
        tamper("UPDATE audit_seals SET " + change + " WHERE number = 2 AND :third + :fourth + :last > 0");

        assertThat(faults()).isNotEmpty();
    }

    @Test
    void anEndThatWasCutOffIsFoundByASealKeptElsewhere() {
        SealMark kept = ports().auditSeals().newest().orElseThrow().mark();
        tamper("DELETE FROM audit_events WHERE number > :fourth AND :third + :last > 0");
        tamper("DELETE FROM audit_seals WHERE number = 3 AND :third + :fourth + :last > 0");

        assertThat(faults()).isEmpty();
        assertThat(faults(kept)).containsExactly("seal 3 is missing");
        ports().auditTrail().append(event(6));
        assertThat(faults(kept)).containsExactly("seal 3 was changed");
    }

    @Test
    void aBatchCannotBeSealedAnewWithoutTheKey() {
        List<AuditRecord> batch = ports().auditTrail().records(numbers.get(1), numbers.get(3), 10);
        tamper("UPDATE audit_events SET action = 'user.create' WHERE number = :third AND :fourth + :last > 0");
        AuditRecord changed =
                ports().auditTrail().records(numbers.get(1), numbers.get(2), 10).get(0);
        assertThat(changed).isNotEqualTo(batch.get(0));
        var first = ports().auditSeals().after(0, 1).get(0);
        var forged = dev.roster.domain.audit.AuditSeal.over(
                first, List.of(changed, batch.get(1)), Given.THEN, bytes -> "0".repeat(64));

        try (Handle handle = direct()) {
            handle.execute(
                    "UPDATE audit_seals SET contents = ?, signature = ? WHERE number = 2",
                    forged.contents(),
                    forged.signature());
        }

        assertThat(faults()).contains("seal 2 was changed");
    }

    @Test
    void erasingIsNoWayToRewrite() {
        AuditRecord third =
                ports().auditTrail().records(numbers.get(1), numbers.get(2), 1).get(0);
        String[] proofs = third.evidence().text().split(" ", -1);
        String withoutSalt = proofs[1].substring(proofs[1].indexOf(':'));

        try (Handle handle = direct()) {
            handle.execute(
                    "UPDATE audit_events SET subject_name = 'bob', evidence = ? WHERE number = ?",
                    proofs[0] + " " + withoutSalt + " " + proofs[2],
                    numbers.get(2));
        }

        assertThat(faults()).containsExactly(third() + " was changed (batch 2)");
    }

    @Test
    void aPruningOfOnesOwnIsFound() {
        tamper("DELETE FROM audit_events WHERE number <= :fourth AND :third + :last > 0");
        tamper("DELETE FROM audit_seals WHERE number = 1 AND :third + :fourth + :last > 0");
        tamper("UPDATE audit_seals SET anchor = signature WHERE number = 2 AND :third + :fourth + :last > 0");

        assertThat(faults()).contains("seal 1 is missing");
    }
}
