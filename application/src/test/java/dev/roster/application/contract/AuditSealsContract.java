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
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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
        AuditSeal first = seal(1, THEN);
        AuditSeal second = seal(2, THEN.plusSeconds(1));

        assertThat(seals.add(first)).isTrue();
        assertThat(seals.add(second)).isTrue();

        assertThat(seals.newest()).contains(second);
        assertThat(seals.after(0, 5)).containsExactly(first, second);
        assertThat(seals.after(0, 1)).containsExactly(first);
        assertThat(seals.after(1, 5)).containsExactly(second);
        assertThat(seals.newestBefore(Instant.EPOCH)).isEmpty();
        assertThat(seals.newestBefore(THEN.plusSeconds(1))).contains(first);
    }

    @Test
    default void aNewStoreHasASignedBeginning() {
        Ports ports = ports();

        assertThat(ports.auditSeals().after(Long.MIN_VALUE, 5)).singleElement().satisfies(beginning -> {
            assertThat(beginning.kind()).isEqualTo(AuditSeal.Kind.BEGINNING);
            assertThat(beginning.number()).isZero();
            assertThat(beginning.isGenuine(ports.signing())).isTrue();
        });
        assertThat(ports.auditSeals().newest())
                .isEqualTo(ports.auditSeals().after(-1, 1).stream().findFirst());
    }

    @Test
    default void sealsAreSignedAnew() {
        Ports ports = ports();
        AuditSeal beginning = ports.auditSeals().newest().orElseThrow();
        AuditSeal signed = beginning.signedAnew(ports.signing(), bytes -> "another signature");

        ports.auditSeals().sign(List.of(signed));

        assertThat(signed).isNotEqualTo(beginning);
        assertThat(ports.auditSeals().newest()).contains(signed);
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
        Map<String, Change> joined = Map.of("user", Change.to("ana"), "role", Change.to("viewer"));
        ports.auditTrail().append(named(ports, ana, "ana", ELSEWHERE, "legal", Map.of()));
        ports.auditTrail()
                .append(about(ports, ana, Map.of("email", Change.to("ana@x.org"), "role", Change.to("admin"))));
        ports.auditTrail()
                .append(named(ports, null, "olga", ELSEWHERE, "legal", joined).withPerson(ana));
        ports.auditTrail().append(named(ports, null, "olga", ELSEWHERE, "legal", Map.of("name", new Change("a", "b"))));
        sealer(ports).seal();

        erase(ports, ana);

        List<AuditEvent> left = ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 4).stream()
                .map(AuditRecord::event)
                .toList();
        assertThat(left.toString()).doesNotContain("=ana", "ana@", "192.0.2.7,").contains("olga", "legal");
        assertThat(left).extracting(AuditEvent::actorName).containsExactly("erased", "olga", "olga", "olga");
        assertThat(left).extracting(AuditEvent::subjectName).containsExactly("legal", "erased", "legal", "legal");
        assertThat(left.get(0).actor()).isEqualTo(ana);
        assertThat(left.get(1).changes())
                .containsEntry("role", Change.to("admin"))
                .containsEntry("email", new Change("erased", "erased"));
        assertThat(left.get(2).changes())
                .containsEntry("role", Change.to("viewer"))
                .containsEntry("user", new Change("erased", "erased"));
        assertThat(left.get(3).changes()).containsEntry("name", new Change("a", "b"));
        assertThat(verify(ports).faults()).isEmpty();
        assertThat(verify(ports).erased()).isEqualTo(3);
    }

    @Test
    default void erasureSaysWhatItTookOut() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.auditTrail().append(about(ports, ana, Map.of("email", Change.to("ana@x.org"))));

        erase(ports, ana);

        assertThat(ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 9))
                .last()
                .satisfies(record -> assertThat(record.event().changes())
                        .containsEntry("events", Change.to("1"))
                        .containsEntry("texts", Change.to("email, subject")));
    }

    @Test
    default void whoIsCalledAsAnErasedUserWasKeepsTheirTraces() {
        Ports ports = ports();
        UserId lent = new Given(ports).user("lent").id();
        UserId ana = new Given(ports).user("ana").id();
        Map<String, Change> joined = Map.of("user", Change.to("ana"));
        ports.auditTrail().append(about(ports, ana, Map.of("username", Change.to("ana"))));
        ports.auditTrail()
                .append(named(ports, null, "olga", ELSEWHERE, "legal", joined).withPerson(ana));
        ports.auditTrail().append(named(ports, ana, "ana", ELSEWHERE, "legal", Map.of()));
        ports.auditTrail().append(about(ports, lent, Map.of("username", new Change("lent", "ana"))));
        List<AuditRecord> before = ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 3);

        erase(ports, lent);

        assertThat(ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 3))
                .isEqualTo(before);
        assertThat(verify(ports).faults()).isEmpty();
    }

    @Test
    default void textsAreNotTakenOutWithoutAnErasure() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        UserId bob = new Given(ports).user("bob").id();
        ports.auditTrail().append(named(ports, ana, "ana", ELSEWHERE, "legal", Map.of()));
        ports.auditTrail().append(named(ports, bob, "bob", ELSEWHERE, "legal", Map.of()));
        sealer(ports).seal();
        erase(ports, ana);
        AuditRecord second =
                ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 2).get(1);

        ports.auditTrail().erase(List.of(second.erase(bob)));

        assertThat(verify(ports).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.describe())
                        .isEqualTo("event " + second.event().number()
                                + " had personal data taken out without an erasure (batch 1)"));
    }

    @Test
    default void anErasureDoesNotCoverWhatIsTakenOutOfLaterEvents() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        erase(ports, ana);
        ports.auditTrail().append(named(ports, ana, "ana", ELSEWHERE, "legal", Map.of()));
        AuditRecord later =
                ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 9).get(1);

        ports.auditTrail().erase(List.of(later.erase(ana)));

        assertThat(verify(ports).faults()).extracting(AuditFault::kind).containsExactly(AuditFault.Kind.BLANKED);
    }

    @Test
    default void aTrailCanBeErasedBeforeItIsSealed() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.auditTrail().append(named(ports, ana, "ana", ana.value(), "ana", Map.of()));

        erase(ports, ana);

        assertThatCode(() -> sealer(ports).seal()).doesNotThrowAnyException();
        assertThat(verify(ports).faults()).isEmpty();
    }

    @Test
    default void nothingIsSealedThatWasNotWrittenHere() {
        Ports ports = ports();
        write(ports, 3, null, ELSEWHERE);
        AuditRecord second =
                ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 2).get(1);
        ports.auditTrail().sign(List.of(second.signedAnew(bytes -> "a forgery")));

        sealer(ports).seal();

        AuditReport report = verify(ports);
        assertThat(ports.auditSeals().newest().orElseThrow().contents().split(" "))
                .hasSize(2)
                .noneMatch(entry -> entry.startsWith(second.event().number() + ":"));
        assertThat(report.faults())
                .containsExactly(
                        new AuditFault(AuditFault.Kind.ADDED, 1L, second.event().number()));
    }

    @Test
    default void nothingIsSealedAfterASealThatIsNotGenuine() {
        Ports ports = ports();
        write(ports, 1, null, ELSEWHERE);
        sealer(ports).seal();
        AuditSeal newest = ports.auditSeals().newest().orElseThrow();
        ports.auditSeals().sign(List.of(newest.signedAnew(ports.signing(), bytes -> "a forgery")));
        write(ports, 1, null, ELSEWHERE);

        sealer(ports).seal();

        assertThat(ports.auditSeals().newest().orElseThrow().number()).isEqualTo(newest.number());
        assertThat(verify(ports).faults())
                .containsExactly(new AuditFault(AuditFault.Kind.CHANGED, newest.number(), null));
    }

    private static void erase(Ports ports, UserId user) {
        ports.transactions().inTransaction(() -> {
            Changes left = useCases(ports).get(AuditEraser.class).erase(user);
            Target erased = Target.user(user, "erased-1", false);
            useCases(ports)
                    .get(Journal.class)
                    .write(Caller.operator("root", Origin.of(Door.CLI)), "user.erase", erased, left);
        });
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
        return new AuditSeal(
                number,
                AuditSeal.Kind.BATCH,
                number * 10,
                number * 10 + 9,
                "contents",
                "previous",
                at,
                "digest",
                "signature",
                "");
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
        return AuditEventBuilder.builder()
                .id(new AuditEventId(ports.ids().next()))
                .number(0)
                .at(THEN)
                .actor(actor)
                .actorName(actorName)
                .door(Door.API)
                .address(actor == null ? null : "192.0.2.7")
                .action("thing.change")
                .subjectKind("thing")
                .subject(subject)
                .subjectName(subjectName)
                .changes(changes)
                .build();
    }

    private static AuditEvent about(Ports ports, UserId user, Map<String, Change> changes) {
        return AuditEventBuilder.builder()
                .id(new AuditEventId(ports.ids().next()))
                .number(0)
                .at(THEN)
                .actorName("olga")
                .door(Door.API)
                .action("user.update")
                .subjectKind("user")
                .subject(user.value())
                .subjectName("ana")
                .changes(changes)
                .build();
    }
}
