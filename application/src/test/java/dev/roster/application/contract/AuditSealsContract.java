package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.AuditEraser;
import dev.roster.application.audit.AuditSealer;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.AuditSeals;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.audit.AuditReport;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AuditSeals} must do, alone and together with the trail that it seals. */
public interface AuditSealsContract extends StoreContract {
    UUID ELSEWHERE = new UUID(1, 2);

    @Test
    default void addedSealComesBackAsItWas() {
        AuditSeals seals = ports().auditSeals();
        assertThat(seals.newest()).isEmpty();
        AuditSeal first = seal(1, THEN);
        AuditSeal second = seal(2, THEN.plusSeconds(1));

        assertThat(seals.add(first)).isTrue();
        assertThat(seals.add(second)).isTrue();

        assertThat(seals.newest()).contains(second);
        assertThat(seals.after(0, 5)).containsExactly(first, second);
        assertThat(seals.after(0, 1)).containsExactly(first);
        assertThat(seals.after(1, 5)).containsExactly(second);
        assertThat(seals.newestBefore(THEN)).isEmpty();
        assertThat(seals.newestBefore(THEN.plusSeconds(1))).contains(first);
    }

    @Test
    default void aNumberIsSealedOnce() {
        AuditSeals seals = ports().auditSeals();
        seals.add(seal(1, THEN));

        assertThat(seals.add(seal(1, THEN.plusSeconds(1)))).isFalse();
        assertThat(seals.newest()).contains(seal(1, THEN));
    }

    @Test
    default void anchorIsKeptAndWhatWasBeforeIsNot() {
        Ports ports = ports();
        AuditSeals seals = ports.auditSeals();
        Stream.of(1, 2, 3).forEach(number -> seals.add(seal(number, THEN)));
        AuditSeal anchor = seal(2, THEN).asAnchor(ports.signing());

        seals.anchor(anchor);

        assertThat(anchor.anchor()).isNotEmpty();
        assertThat(seals.after(0, 5)).containsExactly(anchor, seal(3, THEN));
    }

    @Test
    default void sealedTrailIsIntact() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        write(ports, 3, ana, ELSEWHERE);
        sealer(ports).seal();
        write(ports, 2, null, ana.value());

        AuditReport report = verify(ports);

        assertThat(report.isIntact()).isTrue();
        assertThat(report.events()).isEqualTo(5);
        assertThat(report.seals()).isEqualTo(2);
        assertThat(report.unsealed()).isZero();
        assertThat(report.newest()).isEqualTo(ports.auditSeals().newest().orElseThrow());
    }

    @Test
    default void manyEventsTakeSeveralSeals() {
        Ports ports = ports();
        ports.transactions().inTransaction(() -> write(ports, AuditSeal.MOST + 1, null, ELSEWHERE));

        AuditReport report = verify(ports);

        assertThat(report.isIntact()).isTrue();
        assertThat(report.events()).isEqualTo(AuditSeal.MOST + 1);
        assertThat(report.seals()).isEqualTo(2);
    }

    @Test
    default void oddTextsVerifyToo() {
        Ports ports = ports();
        AuditEvent odd = event(ports, null, "nul \u0000 half \uD83E fox \uD83E\uDD8A", ELSEWHERE);

        ports.auditTrail().append(odd);

        assertThat(verify(ports).faults()).isEmpty();
    }

    @Test
    default void severalSealersMakeOneChain() throws InterruptedException, ExecutionException {
        Ports ports = ports();

        Race.run(6, runner -> () -> {
            for (int i = 0; i < 5; i++) {
                write(ports, 2, null, ELSEWHERE);
                sealer(ports).seal();
            }
        });

        AuditReport report = verify(ports);
        assertThat(report.faults()).isEmpty();
        assertThat(report.events() + report.unsealed()).isEqualTo(60);
        assertThat(report.unsealed()).isZero();
    }

    @Test
    default void erasedTrailNamesNobodyAndIsIntact() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.auditTrail().append(named(ports, ana, "ana", ELSEWHERE, "legal", Map.of()));
        ports.auditTrail()
                .append(named(ports, null, "olga", ana.value(), "ana", Map.of("email", new Change(null, "ana@x.org"))));
        ports.auditTrail()
                .append(named(ports, null, "olga", ELSEWHERE, "legal", Map.of("user", new Change("ana@x.org", null))));
        ports.auditTrail().append(named(ports, null, "olga", ELSEWHERE, "legal", Map.of("name", new Change("a", "b"))));
        sealer(ports).seal();

        ports.transactions()
                .inTransaction(() -> useCases(ports).get(AuditEraser.class).erase(ana));

        List<AuditEvent> left = ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 10).stream()
                .map(record -> record.event())
                .toList();
        assertThat(left.toString()).doesNotContain("ana", "192.0.2.7,").contains("olga", "legal");
        assertThat(left).extracting(AuditEvent::actorName).containsExactly("erased", "olga", "olga", "olga");
        assertThat(left).extracting(AuditEvent::subjectName).containsExactly("legal", "erased", "legal", "legal");
        assertThat(left.get(0).actor()).isEqualTo(ana);
        assertThat(left.get(3).changes()).containsEntry("name", new Change("a", "b"));
        assertThat(verify(ports).faults()).isEmpty();
        assertThat(verify(ports).erased()).isEqualTo(3);
    }

    @Test
    default void whatIsCalledLikeAnErasedUserStays() {
        Ports ports = ports();
        UserId admin = new Given(ports).user("admin").id();
        Map<String, Change> promotion = Map.of("role", new Change("annotator", "admin"));
        ports.auditTrail().append(named(ports, null, "olga", ELSEWHERE, "admin", promotion));

        useCases(ports).get(AuditEraser.class).erase(admin, Set.of("admin"));

        assertThat(ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 5))
                .singleElement()
                .satisfies(record -> assertThat(record.event().changes()).isEqualTo(promotion))
                .satisfies(record -> assertThat(record.event().subjectName()).isEqualTo("admin"));
    }

    @Test
    default void aTrailCanBeErasedBeforeItIsSealed() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.auditTrail().append(named(ports, ana, "ana", ana.value(), "ana", Map.of()));

        useCases(ports).get(AuditEraser.class).erase(ana);

        assertThatCode(() -> sealer(ports).seal()).doesNotThrowAnyException();
        assertThat(verify(ports).faults()).isEmpty();
    }

    private static AuditReport verify(Ports ports) {
        return useCases(ports)
                .get(VerifyAuditTrail.class)
                .handle(Caller.operator("root", Origin.of(Door.CLI)), null, seen -> {});
    }

    private static AuditSealer sealer(Ports ports) {
        return useCases(ports).get(AuditSealer.class);
    }

    private static UseCases useCases(Ports ports) {
        return UseCases.over(ports, InstantSource.fixed(THEN));
    }

    private static void write(Ports ports, int count, @Nullable UserId actor, UUID subject) {
        for (int i = 0; i < count; i++) {
            ports.auditTrail().append(event(ports, actor, "somebody", subject));
        }
    }

    private static AuditSeal seal(long number, Instant at) {
        return new AuditSeal(number, number * 10, number * 10 + 9, "contents", "previous", at, "signature", "");
    }

    private static AuditEvent event(Ports ports, @Nullable UserId actor, String actorName, UUID subject) {
        return named(ports, actor, actorName, subject, "thing", Map.of("name", new Change(actorName, "after")));
    }

    private static AuditEvent named(
            Ports ports,
            @Nullable UserId actor,
            String actorName,
            UUID subject,
            String subjectName,
            Map<String, Change> changes) {
        return new AuditEvent(
                new AuditEventId(ports.ids().next()),
                0,
                THEN,
                actor,
                actorName,
                Door.API,
                actor == null ? null : "192.0.2.7",
                "thing.change",
                "thing",
                subject,
                subjectName,
                null,
                changes);
    }
}
