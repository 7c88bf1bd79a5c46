package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.AuditEraser;
import dev.roster.application.audit.AuditSealer;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.fake.RememberingWitness;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.work.Changes;
import dev.roster.application.work.Journal;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.audit.AuditEventBuilder;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.audit.AuditFault;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditReport;
import dev.roster.domain.audit.AuditReport.ClockStep;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Door;
import dev.roster.domain.audit.SealMark;
import dev.roster.domain.audit.Signing;
import dev.roster.domain.user.UserId;
import dev.roster.persistence.secret.HmacSigning;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.SecretKeyException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody who can write the database, and does not have the secret key, changes history in every way there is. Each
 * sentence of docs/operations.md about what is found and what is not has its test here. An engine's test opens the store.
 */
abstract class AuditTampering {
    private static final InstantSource CLOCK = InstantSource.fixed(Given.THEN);
    private static final Signing OF_SOMEBODY_ELSE =
            new HmacSigning(InstallationSecret.of("the key of whoever can write the database"));
    private static final Caller ROOT = Caller.operator("root", Origin.of(Door.CLI));

    private List<Long> numbers = List.of();

    abstract Ports ports();

    /** Beside Roster. */
    abstract Handle direct();

    /** Starts Roster again. */
    abstract Ports reopened();

    private UseCases useCases() {
        return UseCases.over(ports(), CLOCK);
    }

    private AuditSealer sealer() {
        return useCases().get(AuditSealer.class);
    }

    /** Three batches of two events each. */
    @BeforeEach
    void writeATrail() {
        for (int i = 0; i < 6; i++) {
            append(i);
            if (i % 2 == 1) {
                sealer().seal();
            }
        }
        numbers = records().stream().map(record -> record.event().number()).toList();
        assertThat(faults()).isEmpty();
    }

    private void append(int index) {
        ports().auditTrail().append(event(index));
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
                new UserId(new UUID(10, index)),
                Map.of("role", new Change("annotator", "owner"), "email", Change.to("ana@example.org")));
    }

    private List<AuditRecord> records() {
        return ports().auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 50);
    }

    private List<AuditSeal> seals() {
        return ports().auditSeals().after(Long.MIN_VALUE, 50);
    }

    private SealMark newestMark() {
        return ports().auditSeals().newest().orElseThrow().mark();
    }

    private List<String> faults() {
        return faults(null);
    }

    private List<String> faults(@Nullable SealMark kept) {
        return report(kept).faults().stream().map(AuditFault::describe).toList();
    }

    private AuditReport report(@Nullable SealMark kept) {
        return useCases().get(VerifyAuditTrail.class).handle(ROOT, kept, seen -> {});
    }

    private void tamper(String sql) {
        try (Handle handle = direct()) {
            assertThat(handle.execute(sql.replace(":second", numbers.get(1).toString())
                            .replace(":third", numbers.get(2).toString())
                            .replace(":fourth", numbers.get(3).toString())
                            .replace(":last", numbers.get(5).toString())))
                    .isPositive();
        }
    }

    private String third() {
        return "event " + numbers.get(2);
    }

    private String fourth() {
        return "event " + numbers.get(3);
    }

    private static String unsigned(long number) {
        return "event " + number + " is not as this installation wrote it, or was never written by it (not sealed)";
    }

    // Edit.

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
                "action = 'user.erase'",
                "action_kind = 'role.'",
                "subject_kind = 'role'",
                "subject_id = '00000000-0000-0008-0000-000000000009'",
                "subject_name = 'bob'",
                "place_id = NULL",
                "person_id = NULL",
                "person_id = '00000000-0000-0007-0000-000000000009'",
                "changes = '{}'",
                "changes = '{\"role\":{\"before\":\"annotator\",\"after\":\"admin\"}}'",
                "changes = replace(changes, 'ana@', 'bob@')",
                "changes = replace(changes, 'annotator', 'viewer')",
                "changes = 'nonsense'",
                "evidence = ''",
                "evidence = 'ACTOR:b:c SUBJECT:e:f'",
                "evidence = (SELECT evidence FROM audit_events AS other WHERE other.number = :fourth)",
                "after_seal = ''",
                "after_seal = '0:0123456789abcdef'",
                "signature = ''",
                "signature = (SELECT signature FROM audit_events AS other WHERE other.number = :fourth)"
            })
    void anEditedEventIsFound(String change) {
        tamper("UPDATE audit_events SET " + change + " WHERE number = :third");

        assertThat(faults()).containsExactly(third() + " was changed (batch 2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor_name = 'ivan'", "at = at - 1", "action = 'user.create'", "signature = ''"})
    void anEventThatIsEditedBeforeItIsSealedIsFoundAndNeverSealed(String change) {
        append(6);
        long number = records().get(6).event().number();
        tamper("UPDATE audit_events SET " + change + " WHERE number = " + number);

        sealer().seal();

        assertThat(faults()).containsExactly(unsigned(number));
        append(7);
        sealer().seal();
        assertThat(faults()).containsExactly("event " + number + " was added (batch 4)");
        assertThat(seals()).noneMatch(seal -> seal.contents().contains(number + ":"));
    }

    // Delete.

    @Test
    void aDeletedEventIsFound() {
        tamper("DELETE FROM audit_events WHERE number = :third");

        assertThat(faults()).containsExactly(third() + " is missing (batch 2)");
    }

    @Test
    void aDeletedBatchIsFound() {
        tamper("DELETE FROM audit_events WHERE number IN (:third, :fourth)");
        tamper("DELETE FROM audit_seals WHERE number = 2");

        assertThat(faults()).containsExactly("seal 2 is missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aDeletedSealIsFound(int number) {
        tamper("DELETE FROM audit_seals WHERE number = " + number);

        assertThat(faults()).contains("seal " + number + " is missing");
    }

    @Test
    void whoDeletesTheSealsAndEditsGetsNothingSealed() {
        tamper("DELETE FROM audit_seals");
        tamper("UPDATE audit_events SET action = 'user.create' WHERE number = :third");

        sealer().seal();

        assertThat(seals()).isEmpty();
        assertThat(faults()).contains("seal 0 is missing", unsigned(numbers.get(2)));
        assertThat(((RememberingWitness) ports().auditWitness()).suspicions())
                .contains("the beginning of the audit trail is missing");
    }

    @Test
    void whoLeavesTheBeginningOnlyGetsNothingSealedThatIsNotGenuine() {
        tamper("DELETE FROM audit_seals WHERE number > 0");
        tamper("UPDATE audit_events SET action = 'user.create' WHERE number = :third");

        sealer().seal();

        assertThat(seals()).noneMatch(seal -> seal.contents().contains(numbers.get(2) + ":"));
        assertThat(faults()).contains(unsigned(numbers.get(2)));
    }

    @Test
    void aDeletedEventIsFoundAlsoWithAllSealsDeletedAfterIt() {
        tamper("DELETE FROM audit_seals WHERE number > 1");
        tamper("DELETE FROM audit_events WHERE number = :third");

        sealer().seal();

        assertThat(seals()).hasSize(2);
        assertThat(faults()).contains("seal 2 is missing");
    }

    @Test
    void sealsThatWereMadeAnewAfterADeletionAreFound() {
        tamper("DELETE FROM audit_seals WHERE number > 1");
        tamper("DELETE FROM audit_events WHERE number = :third");
        AuditSeal second = AuditSeal.over(seals().get(1), List.of(records().get(2)), Given.THEN, ports().signing());
        ports().auditSeals().add(second);

        assertThat(faults()).contains("seal 2 was changed");
    }

    @Test
    void anEventThatIsDeletedBeforeItIsSealedIsNotFound() {
        append(6);
        append(7);
        tamper("DELETE FROM audit_events WHERE number = (SELECT max(number) - 1 FROM audit_events)");

        assertThat(faults()).isEmpty();
    }

    // Cut the tail.

    @Test
    void aTailThatIsCutOffIsFoundByASealKeptElsewhereAndByNothingElse() {
        SealMark kept = newestMark();
        tamper("DELETE FROM audit_events WHERE number > :fourth");
        tamper("DELETE FROM audit_seals WHERE number = 3");

        assertThat(faults()).isEmpty();
        assertThat(faults(kept)).containsExactly("seal 3 is missing");
        append(6);
        assertThat(faults(kept)).containsExactly("seal 3 was changed");
    }

    @Test
    void aTailThatIsCutOffUnderARunningServerIsTold() {
        AuditSealer running = sealer();
        running.seal();
        tamper("DELETE FROM audit_events WHERE number > :fourth");
        tamper("DELETE FROM audit_seals WHERE number = 3");
        append(6);

        running.seal();

        assertThat(seals()).hasSize(3);
        assertThat(((RememberingWitness) ports().auditWitness()).suspicions())
                .contains("seal 2 of the audit trail is not the one that was created");
    }

    // Swap.

    @Test
    void eventsThatChangedPlacesAreFound() {
        tamper("UPDATE audit_events SET number = -number WHERE number IN (:third, :fourth)");
        tamper("UPDATE audit_events SET number = :fourth WHERE number = -:third");
        tamper("UPDATE audit_events SET number = :third WHERE number = -:fourth");

        assertThat(faults()).containsExactly(third() + " was changed (batch 2)", fourth() + " was changed (batch 2)");
    }

    @Test
    void anEventThatMovedToAnotherBatchIsFound() {
        tamper("UPDATE audit_events SET number = 0 WHERE number = :third");

        assertThat(faults())
                .containsExactlyInAnyOrder("event 0 was added (batch 1)", third() + " is missing (batch 2)");
    }

    @Test
    void sealsThatChangedPlacesAreFound() {
        tamper("UPDATE audit_seals SET number = 99 WHERE number = 1");
        tamper("UPDATE audit_seals SET number = 1 WHERE number = 2");
        tamper("UPDATE audit_seals SET number = 2 WHERE number = 99");

        assertThat(faults()).contains("seal 1 was changed", "seal 2 was changed");
    }

    // Insert and back-date.

    private void insert(long number, String at) {
        tamper("INSERT INTO audit_events (number, id, at, actor_id, actor_name, door, address, action_kind, action,"
                + " subject_kind, subject_id, subject_name, place_id, person_id, changes, evidence, after_seal, signature)"
                + " SELECT " + number + ", 'b54c3a80-98de-4a9c-a3f7-5a53a0a2f0ce', " + at
                + ", actor_id, actor_name, door, address, action_kind, action, subject_kind, subject_id, subject_name,"
                + " place_id, person_id, changes, evidence, after_seal, signature"
                + " FROM audit_events WHERE number = :third");
    }

    @Test
    void anEventThatIsInsertedAtTheEndIsFoundAndNeverSealed() {
        long number = numbers.get(5) + 1_000;
        insert(number, "at");

        sealer().seal();

        assertThat(faults()).containsExactly(unsigned(number));
        append(6);
        sealer().seal();
        assertThat(seals()).noneMatch(seal -> seal.contents().contains(number + ":"));
        assertThat(faults()).hasSize(1).first().asString().startsWith("event " + number);
    }

    @Test
    void anEventThatIsDatedAYearAgoIsFoundAndNeverSealed() {
        long number = numbers.get(5) + 1_000;
        insert(number, Long.toString(Times.micros(Given.THEN.minus(Duration.ofDays(365)))));

        sealer().seal();

        assertThat(faults()).containsExactly(unsigned(number));
        assertThat(seals()).noneMatch(seal -> seal.contents().contains(number + ":"));
    }

    @Test
    void anEventThatIsInsertedAmongSealedOnesIsFound() {
        insert(0, "at");

        assertThat(faults()).containsExactly("event 0 was added (batch 1)");
    }

    @Test
    void manyInsertedEventsDoNotKeepGenuineOnesFromBeingSealed() {
        for (int i = 0; i < 3; i++) {
            tamper("INSERT INTO audit_events (number, id, at, actor_name, door, action_kind, action, subject_kind,"
                    + " subject_id, subject_name, changes) VALUES (:last + 1 + " + i + ", 'id " + i
                    + "', 1, 'olga', 'api', 'user.', 'user.update', 'user', 'nobody', 'ana', '{}')");
        }
        ports().transactions().inTransaction(() -> skipNumbers());
        append(6);
        long genuine = records().get(9).event().number();

        sealer().seal();

        assertThat(ports().auditSeals().newest().orElseThrow().contents()).startsWith(genuine + ":");
        assertThat(faults()).hasSize(3).allMatch(fault -> fault.endsWith("was added (batch 4)"));
    }

    /** PostgreSQL gives numbers from a sequence, which knows nothing of what was inserted beside it. */
    abstract void skipNumbers();

    /** Whoever has the key may have a wrong clock. That is told, and sealed all the same: it is what happened. */
    @Test
    void aClockThatWasSetBackIsTold() {
        AuditEvent earlier = event(6);
        ports().auditTrail()
                .append(AuditEventBuilder.builder()
                        .id(earlier.id())
                        .number(0)
                        .at(Given.THEN.minus(Duration.ofDays(2)))
                        .actorName("root")
                        .door(Door.CLI)
                        .action("user.update")
                        .subjectKind("user")
                        .subject(earlier.subject())
                        .subjectName("ana")
                        .changes(Map.of())
                        .build());

        AuditReport report = report(null);

        assertThat(report.isIntact()).isTrue();
        assertThat(report.clockSteps())
                .containsExactly(new ClockStep(
                        records().get(6).event().number(), Duration.ofDays(2).plusSeconds(5)));
    }

    // Blank.

    private void blank(AuditRecord record, UserId owner) {
        AuditRecord left = record.erase(owner);
        assertThat(left).isNotEqualTo(record);
        try (Handle handle = direct()) {
            handle.execute(
                    "UPDATE audit_events SET actor_name = ?, address = ?, subject_name = ?, changes = ?, evidence = ?"
                            + " WHERE number = ?",
                    left.event().actorName(),
                    left.event().address(),
                    left.event().subjectName(),
                    AuditRows.toJson(left.event().changes()),
                    left.evidence().text(),
                    left.event().number());
        }
    }

    private void erase(UserId user) {
        ports().transactions().inTransaction(() -> {
            Changes left = useCases().get(AuditEraser.class).erase(user);
            useCases().get(Journal.class).write(ROOT, "user.erase", Target.user(user, "erased-1", false), left);
        });
    }

    @Test
    void textsThatAreBlankedInTheWholeTrailAreFound() {
        SealMark kept = newestMark();
        for (AuditRecord record : records()) {
            UserId actor = record.event().actor();
            blank(record, actor == null ? new UserId(record.event().subject()) : actor);
        }

        List<String> expected = Stream.of(1, 1, 2, 2, 3, 3)
                .map(batch -> "had personal data taken out without an erasure (batch " + batch + ")")
                .toList();
        assertThat(faults()).hasSize(6).allSatisfy(fault -> assertThat(expected).anyMatch(fault::endsWith));
        assertThat(faults(kept)).isEqualTo(faults());
    }

    @Test
    void textsThatAreBlankedBesideAnErasureOfSomebodyElseAreFound() {
        erase(new UserId(new UUID(7, 1)));
        assertThat(faults()).isEmpty();

        blank(records().get(2), new UserId(new UUID(7, 2)));

        assertThat(faults()).containsExactly(third() + " had personal data taken out without an erasure (batch 2)");
    }

    @Test
    void anErasureThatIsForgedExplainsNothing() {
        blank(records().get(2), new UserId(new UUID(7, 2)));
        insert(numbers.get(5) + 1_000, "at");
        tamper("UPDATE audit_events SET action = 'user.erase', subject_id = '" + new UUID(7, 2) + "' WHERE number = "
                + (numbers.get(5) + 1_000));

        assertThat(faults()).contains(third() + " had personal data taken out without an erasure (batch 2)");
    }

    @Test
    void anErasureThatIsDeletedIsMissed() {
        UserId third = new UserId(new UUID(7, 2));
        erase(third);
        sealer().seal();
        assertThat(faults()).isEmpty();

        tamper("DELETE FROM audit_events WHERE action = 'user.erase'");

        assertThat(faults()).contains(third() + " had personal data taken out without an erasure (batch 2)");
    }

    @Test
    void erasingIsNoWayToRewrite() {
        erase(new UserId(new UUID(8, 2)));

        tamper("UPDATE audit_events SET subject_name = 'bob' WHERE number = :third");

        assertThat(faults()).containsExactly(third() + " was changed (batch 2)");
    }

    @Test
    void rolesAndPlacesCannotBeBlankedEvenBesideAnErasure() {
        erase(new UserId(new UUID(10, 2)));

        tamper("UPDATE audit_events SET changes = replace(changes, 'annotator', 'erased') WHERE number = :third");

        assertThat(faults()).containsExactly(third() + " was changed (batch 2)");
    }

    // Seal again.

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
                "kind = 'found'",
                "kind = 'beginning'",
                "kind = 'nonsense'",
                "digest = 'nonsense'",
                "signature = 'nonsense'",
                "number = 7"
            })
    void aChangedSealIsFound(String change) {
        tamper("UPDATE audit_seals SET " + change + " WHERE number = 2");

        assertThat(faults()).isNotEmpty();
    }

    @Test
    void aBatchThatIsSealedAgainWithAnotherKeyIsFound() {
        tamper("UPDATE audit_events SET action = 'user.create' WHERE number = :third");
        List<AuditSeal> chain = seals();
        AuditSeal forged = AuditSeal.over(chain.get(1), records().subList(2, 4), Given.THEN, OF_SOMEBODY_ELSE);

        replaceSeals(List.of(forged));

        assertThat(faults()).contains(third() + " was changed (batch 2)", "seal 2 was changed");
    }

    @Test
    void aTrailThatIsWrittenAgainAsAWholeWithAnotherKeyIsFound() {
        List<AuditRecord> forged = new ArrayList<>();
        for (AuditRecord record : records()) {
            forged.add(record.signedAnew(OF_SOMEBODY_ELSE));
        }
        AuditSeal beginning = AuditSeal.beginning(null, null, Given.THEN, OF_SOMEBODY_ELSE);
        AuditSeal first = AuditSeal.over(beginning, forged, Given.THEN, OF_SOMEBODY_ELSE);
        try (Handle handle = direct()) {
            forged.forEach(record -> handle.execute(
                    "UPDATE audit_events SET signature = ? WHERE number = ?",
                    record.signature(),
                    record.event().number()));
            handle.execute("DELETE FROM audit_seals");
        }
        replaceSeals(List.of(beginning, first));

        sealer().seal();

        assertThat(seals()).hasSize(2);
        assertThat(faults())
                .contains("seal 0 was changed", "seal 1 was changed")
                .contains(third() + " was changed (batch 1)");
    }

    private void replaceSeals(List<AuditSeal> seals) {
        try (Handle handle = direct()) {
            for (AuditSeal seal : seals) {
                handle.execute("DELETE FROM audit_seals WHERE number = ?", seal.number());
                handle.execute(
                        "INSERT INTO audit_seals (number, kind, first_event, last_event, contents, previous, sealed_at,"
                                + " digest, signature, anchor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        seal.number(),
                        seal.kind().word(),
                        seal.first(),
                        seal.last(),
                        seal.contents(),
                        seal.previous(),
                        Times.micros(seal.at()),
                        seal.digest(),
                        seal.signature(),
                        seal.anchor());
            }
        }
    }

    @Test
    void nothingIsSealedAfterASealThatWasSlippedIn() {
        AuditSeal forged = AuditSeal.over(seals().get(3), records().subList(5, 6), Given.THEN, OF_SOMEBODY_ELSE);
        replaceSeals(List.of(forged));
        append(6);

        sealer().seal();

        assertThat(seals()).hasSize(5);
        assertThat(faults()).contains("seal 4 was changed");
    }

    @Test
    void aPruningOfOnesOwnIsFound() {
        tamper("DELETE FROM audit_events WHERE number <= :fourth");
        tamper("DELETE FROM audit_seals WHERE number < 2");
        tamper("UPDATE audit_seals SET anchor = signature WHERE number = 2");

        assertThat(faults()).contains("seal 0 is missing", "seal 1 is missing");
    }

    @Test
    void aBeginningIsNeverMadeAgain() {
        tamper("DELETE FROM audit_seals");

        Ports again = reopened();
        UseCases.over(again, CLOCK).get(AuditSealer.class).seal();

        assertThat(again.auditSeals().newest()).isEmpty();
    }

    // Wrong key.

    @Test
    void aStoreThatWasGivenAnotherKeyDoesNotOpen() {
        String other = InstallationSecret.of("the key of whoever can write the database")
                .fingerprint();
        String own = OpenStores.SECRET.fingerprint();
        tamper("UPDATE secret_keys SET fingerprint = '" + other + "'");

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(this::reopened)
                .withMessageContaining("belongs to the key " + other.substring(0, 8));

        tamper("UPDATE secret_keys SET fingerprint = '" + own + "'");
        assertThat(faults()).isEmpty();
    }

    @Test
    void aStoreThatLostItsFingerprintDoesNotGetAnotherOne() {
        tamper("DELETE FROM secret_keys");

        assertThatExceptionOfType(SecretKeyException.class)
                .isThrownBy(this::reopened)
                .withMessageContaining("has lost the fingerprint of its key");

        tamper("INSERT INTO secret_keys (slot, fingerprint) VALUES (1, '" + OpenStores.SECRET.fingerprint() + "')");
    }

    // Put back a backup.

    @Test
    void aBackupThatWasPutBackIsFoundByASealKeptElsewhereAndByNothingElse() {
        copyAway();
        append(6);
        sealer().seal();
        SealMark kept = newestMark();

        putBack();

        assertThat(faults()).isEmpty();
        assertThat(faults(kept)).containsExactly("seal 4 is missing");
        ports().transactions().inTransaction(() -> append(7));
        assertThat(faults(kept)).containsExactly("seal 4 was changed");
    }

    @Test
    void aBackupThatWasPutBackUnderARunningServerIsTold() {
        copyAway();
        AuditSealer running = sealer();
        append(6);
        running.seal();

        putBack();
        append(7);
        running.seal();

        assertThat(seals()).hasSize(4);
        assertThat(((RememberingWitness) ports().auditWitness()).suspicions())
                .contains("seal 3 of the audit trail is not the one that was created");
    }

    private void copyAway() {
        try (Handle handle = direct()) {
            handle.execute("DROP TABLE IF EXISTS kept_events");
            handle.execute("DROP TABLE IF EXISTS kept_seals");
            handle.execute("CREATE TABLE kept_events AS SELECT * FROM audit_events");
            handle.execute("CREATE TABLE kept_seals AS SELECT * FROM audit_seals");
        }
    }

    private void putBack() {
        try (Handle handle = direct()) {
            handle.execute("DELETE FROM audit_events");
            handle.execute("DELETE FROM audit_seals");
            handle.execute("INSERT INTO audit_events SELECT * FROM kept_events");
            handle.execute("INSERT INTO audit_seals SELECT * FROM kept_seals");
            handle.execute("DROP TABLE kept_events");
            handle.execute("DROP TABLE kept_seals");
        }
    }

    @Test
    void eachSealIsToldAsItIsMade() {
        RememberingWitness witness = (RememberingWitness) ports().auditWitness();
        AuditSealer running = sealer();
        running.seal();
        append(6);

        running.seal();

        assertThat(witness.seals()).endsWith(seals().get(3), seals().get(4));
        assertThat(faults(SealMark.parse(witness.seals().get(0).mark().toString())))
                .isEmpty();
    }
}
