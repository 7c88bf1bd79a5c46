package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.AuditTrail.Filter;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.audit.AuditEventBuilder;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link AuditTrail} must do. */
public interface AuditTrailContract extends StoreContract {
    UUID SUBJECT = new UUID(3, 4);

    @Test
    default void appendedEventComesBackAsItWas() {
        Ports ports = ports();
        AuditEvent event = new AuditEvent(
                new AuditEventId(ports.ids().next()),
                0,
                THEN,
                new Given(ports).user("ana").id(),
                "ana `the 1st` 🦊",
                Door.LABEL_STUDIO,
                "2001:db8::1",
                "user.update",
                "user",
                SUBJECT,
                "bob",
                new UUID(5, 6),
                new UserId(new UUID(6, 7)),
                Map.of(
                        "email", Change.to("bob@example.org"),
                        "last_name", Change.from("\"Ünal\"\n"),
                        "first_name", new Change("Bob", "")));

        ports.auditTrail().append(event);

        AuditEvent found = only(ports, Filter.all());
        assertThat(found.number()).isPositive();
        assertThat(found).isEqualTo(event.withNumber(found.number()));
    }

    @Test
    default void eventMayHaveNoActorAddressPlaceOrChange() {
        Ports ports = ports();
        AuditEvent event = event(ports, null, "user.create", Door.CLI, THEN);

        ports.auditTrail().append(event);

        AuditEvent found = only(ports, Filter.all());
        assertThat(found).isEqualTo(event.withNumber(found.number()));
        assertThat(found.actor()).isNull();
        assertThat(found.changes()).isEmpty();
    }

    @Test
    default void trailTakesEventsAboutWhatIsGone() {
        Ports ports = ports();
        UserId neverStored = new UserId(new UUID(7, 8));

        ports.auditTrail().append(event(ports, neverStored, "user.delete", Door.API, THEN));

        assertThat(only(ports, Filter.all().withActor(neverStored)).actor()).isEqualTo(neverStored);
    }

    @Test
    default void eventsComeNewestFirst() {
        Ports ports = ports();
        List<String> actions = List.of("user.create", "user.update", "user.delete", "role.create", "member.add");
        actions.forEach(action -> ports.auditTrail().append(event(ports, null, action, Door.API, THEN)));

        List<AuditEvent> walked = Pages.walk(2, page -> ports.auditTrail().list(Filter.all(), page));

        assertThat(walked)
                .extracting(AuditEvent::action)
                .containsExactly("member.add", "role.create", "user.delete", "user.update", "user.create");
    }

    @Test
    default void orderIsThatOfWritingNotOfClocks() {
        Ports ports = ports();
        ports.auditTrail().append(event(ports, null, "user.create", Door.API, THEN.plusSeconds(60)));
        ports.auditTrail().append(event(ports, null, "user.update", Door.API, THEN));

        assertThat(listed(ports, Filter.all())).containsExactly("user.update", "user.create");
    }

    @Test
    default void newEventsDoNotShiftLaterPages() {
        Ports ports = ports();
        Stream.of("one.a", "two.a", "three.a")
                .forEach(action -> ports.auditTrail().append(event(ports, null, action, Door.API, THEN)));
        Page<AuditEvent> first = ports.auditTrail().list(Filter.all(), PageRequest.first(2));
        ports.auditTrail().append(event(ports, null, "four.a", Door.API, THEN));

        long next = first.next() == null ? 0 : first.next();
        Page<AuditEvent> second = ports.auditTrail().list(Filter.all(), new PageRequest(next, 2));

        assertThat(first.items()).extracting(AuditEvent::action).containsExactly("three.a", "two.a");
        assertThat(second.items()).extracting(AuditEvent::action).containsExactly("one.a");
        assertThat(second.next()).isNull();
    }

    @Test
    default void actionFilterTakesOneOrAKind() {
        Ports ports = ports();
        Stream.of("user.create", "user.create-token", "users.import", "user.update")
                .forEach(action -> ports.auditTrail().append(event(ports, null, action, Door.API, THEN)));

        assertThat(listed(ports, Filter.all().withAction("user.create"))).containsExactly("user.create");
        assertThat(listed(ports, Filter.all().withAction("user.")))
                .containsExactly("user.update", "user.create-token", "user.create");
        assertThat(listed(ports, Filter.all().withAction("user"))).isEmpty();
        assertThat(listed(ports, Filter.all().withAction("user%."))).isEmpty();
    }

    @Test
    default void timeFilterTakesItsStartAndNotItsEnd() {
        Ports ports = ports();
        Instant micro = THEN.plusNanos(1_000);
        Instant two = micro.plusNanos(1_000);
        ports.auditTrail().append(event(ports, null, "at.then", Door.API, THEN));
        ports.auditTrail().append(event(ports, null, "at.micro", Door.API, micro));
        ports.auditTrail().append(event(ports, null, "at.two", Door.API, two));

        assertThat(listed(ports, Filter.all().withSince(micro))).containsExactly("at.two", "at.micro");
        assertThat(listed(ports, Filter.all().withUntil(micro))).containsExactly("at.then");
        assertThat(listed(ports, Filter.all().withSince(micro).withUntil(two))).containsExactly("at.micro");
    }

    @Test
    default void daysAreCountedInOrder() {
        Ports ports = ports();
        UserId ana = new UserId(new UUID(7, 8));
        Instant midnight = Instant.parse("2026-03-02T00:00:00Z");
        ports.auditTrail().append(event(ports, ana, "at.two", Door.API, midnight));
        ports.auditTrail().append(event(ports, null, "at.one", Door.API, midnight.minusNanos(1_000)));
        ports.auditTrail().append(event(ports, null, "at.two", Door.API, midnight.plusSeconds(86_399)));
        ports.auditTrail().append(event(ports, ana, "at.four", Door.API, midnight.plusSeconds(2 * 86_400)));
        Filter range = Filter.all().withSince(THEN).withUntil(midnight.plusSeconds(3 * 86_400));

        assertThat(ports.auditTrail().perDay(range))
                .containsExactly(
                        new AuditTrail.Day(LocalDate.parse("2026-03-01"), 1),
                        new AuditTrail.Day(LocalDate.parse("2026-03-02"), 2),
                        new AuditTrail.Day(LocalDate.parse("2026-03-04"), 1));
        assertThat(ports.auditTrail().perDay(range.withActor(ana).withUntil(midnight.plusSeconds(1))))
                .containsExactly(new AuditTrail.Day(LocalDate.parse("2026-03-02"), 1));
        assertThat(ports.auditTrail().perDay(range.withAction("nothing."))).isEmpty();
    }

    @Test
    default void filtersByActorSubjectAndDoor() {
        Ports ports = ports();
        UserId ana = new UserId(new UUID(7, 8));
        ports.auditTrail().append(event(ports, ana, "by.ana", Door.API, THEN));
        ports.auditTrail().append(event(ports, null, "by.operator", Door.CLI, THEN));
        ports.auditTrail().append(event(ports, ana, "by.ana-again", Door.CLI, THEN));

        assertThat(listed(ports, Filter.all().withActor(ana))).containsExactly("by.ana-again", "by.ana");
        assertThat(listed(ports, Filter.all().withDoor(Door.CLI))).containsExactly("by.ana-again", "by.operator");
        assertThat(listed(
                        ports,
                        Filter.all()
                                .withActor(ana)
                                .withAction("by.")
                                .withSubject(SUBJECT)
                                .withDoor(Door.CLI)
                                .withSince(THEN)
                                .withUntil(THEN.plusSeconds(1))))
                .containsExactly("by.ana-again");
        assertThat(listed(ports, Filter.all().withSubject(new UUID(9, 9)))).isEmpty();
        assertThat(listed(ports, Filter.all().withSubject(SUBJECT))).hasSize(3);
    }

    @Test
    default void filteredAuditPagesReachTheEnd() {
        Ports ports = ports();
        for (int i = 0; i < 9; i++) {
            ports.auditTrail().append(event(ports, null, i % 4 == 0 ? "hit." + i : "miss." + i, Door.API, THEN));
        }

        Filter hits = Filter.all().withAction("hit.");

        assertThat(Pages.walk(1, page -> ports.auditTrail().list(hits, page)))
                .extracting(AuditEvent::action)
                .containsExactly("hit.8", "hit.4", "hit.0");
    }

    @Test
    default void recordsComeOldestFirstWithTheirEvidence() {
        Ports ports = ports();
        for (int i = 0; i < 5; i++) {
            ports.auditTrail().append(event(ports, null, "at." + i, Door.API, THEN));
        }
        List<AuditRecord> all = ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 10);
        long second = all.get(1).event().number();
        long fourth = all.get(3).event().number();

        assertThat(all)
                .extracting(record -> record.event().action())
                .containsExactly("at.0", "at.1", "at.2", "at.3", "at.4");
        assertThat(all)
                .doesNotHaveDuplicates()
                .allMatch(record -> record.evidence().proofs().size() == 1)
                .allMatch(record -> record.isGenuine(ports.signing()));
        assertThat(ports.auditTrail().records(second, fourth, 10)).isEqualTo(all.subList(2, 4));
        assertThat(ports.auditTrail().records(second, Long.MAX_VALUE, 1)).isEqualTo(all.subList(2, 3));
    }

    @Test
    default void eachEventNamesTheNewestSeal() {
        Ports ports = ports();
        AuditSeal beginning = ports.auditSeals().newest().orElseThrow();
        ports.auditTrail().append(event(ports, null, "at.once", Door.API, THEN));
        AuditRecord first =
                ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 1).get(0);
        AuditSeal next = AuditSeal.over(beginning, List.of(first), THEN, ports.signing());
        ports.auditSeals().add(next);

        ports.auditTrail().append(event(ports, null, "at.last", Door.API, THEN));

        assertThat(ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 2))
                .extracting(AuditRecord::after)
                .containsExactly(Given.brief(beginning.mark()), Given.brief(next.mark()));
    }

    @Test
    default void recordsOfAUserAreThoseThatTheyDidOrThatWereDoneToOrWithThem() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        UserId bob = new Given(ports).user("bob").id();
        ports.auditTrail().append(event(ports, ana, "by.ana", Door.API, THEN));
        ports.auditTrail().append(event(ports, bob, "by.bob", Door.API, THEN));
        ports.auditTrail().append(event(ports, null, "with.ana", Door.API, THEN).withPerson(ana));
        ports.auditTrail().append(event(ports, null, "with.bob", Door.API, THEN).withPerson(bob));
        ports.auditTrail()
                .append(event(ports, ana, "by.ana-with.ana", Door.API, THEN).withPerson(ana));

        List<AuditRecord> first = ports.auditTrail().recordsOf(ana, Long.MIN_VALUE, 2);
        List<AuditRecord> rest =
                ports.auditTrail().recordsOf(ana, first.get(1).event().number(), 2);

        assertThat(first).extracting(record -> record.event().action()).containsExactly("by.ana", "with.ana");
        assertThat(rest).extracting(record -> record.event().action()).containsExactly("by.ana-with.ana");
        assertThat(ports.auditTrail().recordsOf(new UserId(SUBJECT), Long.MIN_VALUE, 9))
                .hasSize(5);
    }

    @Test
    default void recordsAreErasedFromAndSignedAnew() {
        Ports ports = ports();
        UserId ana = new Given(ports).user("ana").id();
        ports.auditTrail().append(event(ports, ana, "by.ana", Door.API, THEN));
        ports.auditTrail().append(event(ports, null, "by.nobody", Door.API, THEN));
        List<AuditRecord> before = ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 2);
        AuditRecord erased = before.get(0).erase(ana);
        AuditRecord signed = before.get(1).signedAnew(bytes -> "another signature");

        ports.auditTrail().erase(List.of(erased));
        ports.auditTrail().sign(List.of(signed));

        assertThat(erased).isNotEqualTo(before.get(0));
        assertThat(signed).isNotEqualTo(before.get(1));
        assertThat(ports.auditTrail().records(Long.MIN_VALUE, Long.MAX_VALUE, 2))
                .containsExactly(erased, signed);
    }

    @Test
    default void whatIsCommittedIsSettled() {
        Ports ports = ports();
        assertThat(ports.auditTrail().settled()).isEmpty();

        ports.auditTrail().append(event(ports, null, "at.once", Door.API, THEN));

        assertThat(ports.auditTrail().settled())
                .hasValue(only(ports, Filter.all()).number());
    }

    @Test
    default void eventsAreRemovedUpToANumber() {
        Ports ports = ports();
        for (int i = 0; i < 3; i++) {
            ports.auditTrail().append(event(ports, null, "at." + i, Door.API, THEN));
        }
        long second = ports.auditTrail()
                .records(Long.MIN_VALUE, Long.MAX_VALUE, 2)
                .get(1)
                .event()
                .number();

        assertThat(ports.auditTrail().removeUpTo(second)).isEqualTo(2);
        assertThat(listed(ports, Filter.all())).containsExactly("at.2");
    }

    private static AuditEvent only(Ports ports, Filter filter) {
        List<AuditEvent> found =
                ports.auditTrail().list(filter, PageRequest.first()).items();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> listed(Ports ports, Filter filter) {
        return ports.auditTrail().list(filter, PageRequest.first()).items().stream()
                .map(AuditEvent::action)
                .toList();
    }

    private static AuditEvent event(Ports ports, @Nullable UserId actor, String action, Door door, Instant at) {
        return AuditEventBuilder.builder()
                .id(new AuditEventId(ports.ids().next()))
                .number(0)
                .at(at)
                .actor(actor)
                .actorName("somebody")
                .door(door)
                .action(action)
                .subjectKind("user")
                .subject(SUBJECT)
                .subjectName("bob")
                .changes(Map.of())
                .build();
    }
}
