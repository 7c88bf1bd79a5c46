package dev.roster.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.work.Journal;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditFault;
import dev.roster.domain.audit.AuditReport;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Door;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a trail after its retention, and who may verify and prune it. */
class PruneAuditTrailTest {
    private static final Caller ROOT = Caller.operator("root", Origin.of(Door.CLI));

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final UseCases useCases = UseCases.over(ports, fakes.clock());

    private PruneAuditTrail prune(AuditRetention retention) {
        return new PruneAuditTrail(
                useCases.get(UnitOfWork.class),
                ports.auditTrail(),
                ports.auditSeals(),
                retention,
                ports.secretKeys(),
                ports.signing());
    }

    private PruneAuditTrail afterAYear() {
        return prune(new AuditRetention(Duration.ofDays(365)));
    }

    /** An event and its seal on each of three days. */
    private void threeDays() {
        for (int day = 0; day < 3; day++) {
            useCases.get(Journal.class).write(ROOT, "day." + day, Target.instance());
            useCases.get(AuditSealer.class).seal();
            fakes.clock().advance(Duration.ofDays(1));
        }
    }

    private List<String> actions() {
        return ports.auditTrail().list(AuditTrail.Filter.all(), PageRequest.first()).items().stream()
                .map(AuditEvent::action)
                .toList();
    }

    private AuditReport verify() {
        return useCases.get(VerifyAuditTrail.class).handle(ROOT, null, seen -> {});
    }

    @Test
    void prunedTrailStartsLaterAndIsIntact() {
        threeDays();
        fakes.clock().advance(Duration.ofDays(364).minusSeconds(1));

        assertThat(afterAYear().handle(ROOT)).isEqualTo(2);

        assertThat(actions()).containsExactly("audit.prune", "day.2");
        assertThat(verify().faults()).isEmpty();
        assertThat(verify().events()).isEqualTo(2);
    }

    @Test
    void everythingThatIsOldCanGo() {
        threeDays();
        fakes.clock().advance(Duration.ofDays(400));

        assertThat(afterAYear().handle(ROOT)).isEqualTo(3);

        assertThat(actions()).containsExactly("audit.prune");
        assertThat(verify().faults()).isEmpty();
    }

    @Test
    void aTrailCanBePrunedAgainAndAgain() {
        threeDays();
        fakes.clock().advance(Duration.ofDays(363));
        afterAYear().handle(ROOT);
        fakes.clock().advance(Duration.ofDays(1));
        afterAYear().handle(ROOT);

        assertThat(afterAYear().handle(ROOT)).isZero();
        assertThat(verify().faults()).isEmpty();
    }

    @Test
    void nothingGoesWhileItIsKeptForEver() {
        threeDays();
        fakes.clock().advance(Duration.ofDays(4_000));

        assertThat(prune(AuditRetention.forever()).handle(ROOT)).isZero();
        assertThat(actions()).hasSize(3);
    }

    @Test
    void whatIsNotSealedIsNotPruned() {
        useCases.get(Journal.class).write(ROOT, "day.0", Target.instance());
        fakes.clock().advance(Duration.ofDays(400));

        assertThat(afterAYear().handle(ROOT)).isZero();
    }

    @Test
    void whoCutsOffTheBeginningByHandIsFound() {
        threeDays();
        AuditSeal second = ports.auditSeals().after(1, 1).get(0);
        ports.auditTrail().removeUpTo(second.last());
        ports.auditSeals().anchor(second);

        assertThat(verify().faults())
                .contains(new AuditFault(AuditFault.Kind.MISSING, 1L, null))
                .contains(new AuditFault(AuditFault.Kind.MISSING, 2L, second.last()));
    }

    @Test
    void aSealThatWasSlippedInTakesNothingAway() {
        threeDays();
        AuditSeal newest = ports.auditSeals().newest().orElseThrow();
        ports.auditSeals()
                .add(new AuditSeal(
                        newest.number() + 1,
                        AuditSeal.Kind.BATCH,
                        1,
                        Long.MAX_VALUE,
                        "",
                        newest.digest(),
                        newest.at(),
                        newest.digest(),
                        newest.signature(),
                        ""));
        fakes.clock().advance(Duration.ofDays(400));

        assertThat(afterAYear().handle(ROOT)).isZero();
        assertThat(actions()).hasSize(3);
    }

    @Test
    void nobodyButOwnersVerifiesExportsOrPrunes() {
        Caller ana = Caller.user(new Given(ports).user("ana").user(), Origin.of(Door.API));

        assertForbidden(() -> useCases.get(VerifyAuditTrail.class).handle(ana, null, seen -> {}));
        assertForbidden(() -> useCases.get(ExportAuditTrail.class).handle(ana, record -> {}, seal -> {}));
        assertForbidden(() -> afterAYear().handle(ana));
    }

    private static void assertForbidden(Runnable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act::run)
                .returns(RefusedException.Kind.FORBIDDEN, RefusedException::kind);
    }
}
