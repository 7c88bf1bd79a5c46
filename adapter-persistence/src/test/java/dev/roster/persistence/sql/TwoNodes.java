package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.RememberingCarrier;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.guest.EndStays;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.mail.Postbox;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.UserFilter;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.AttemptKey;
import dev.roster.domain.credential.Backoff;
import dev.roster.domain.credential.Failures;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.InviteLinkBuilder;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.membership.MembershipBuilder;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.ProfileBuilder;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceBuilder;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds when two nodes, each with pools of its own, work on one store. An engine's test opens them. */
abstract class TwoNodes {
    private static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");
    private static final int THREADS = 16;

    abstract Ports one();

    abstract Ports two();

    private Ports node(int number) {
        return number % 2 == 0 ? one() : two();
    }

    @Test
    void changeOfOneIsSeenByTheOther() {
        UserId ana = new Given(one()).user("ana").id();

        assertThat(two().users().find(ana)).isPresent();

        User renamed = two().users().get(ana).withStatus(UserStatus.DEACTIVATED);
        two().users().update(renamed);

        assertThat(one().users().get(ana).isActive()).isFalse();
    }

    @Test
    void roleThatOneEditedCountsForTheNextRequestOnTheOther() {
        Given given = new Given(one());
        Workspace legal = given.workspace("legal");
        Role curator = given.role("curator", RosterPermission.DATASET_READ);
        UserId ana = given.user("ana").in(legal, curator).id();

        assertThat(mayCreate(two(), ana, legal)).isFalse();

        one().roles().update(curator.withPermissions(PermissionSet.of(RosterPermission.DATASET_CREATE)));

        assertThat(mayCreate(two(), ana, legal)).isTrue();

        two().roles().update(curator);

        assertThat(mayCreate(one(), ana, legal)).isFalse();
    }

    private static boolean mayCreate(Ports ports, UserId user, Workspace workspace) {
        Target target = Target.of(workspace);
        Actor actor = ports.actors().find(user, List.of(target)).orElseThrow();
        return AccessPolicy.allows(actor, RosterPermission.DATASET_CREATE, target);
    }

    @Test
    void nodesTogetherLetInNoMoreThanTheLinkSays() {
        SecretDigest digest = SecretDigest.of("link");
        one().inviteLinks()
                .put(InviteLinkBuilder.builder()
                        .organization(new Given(one()).organization().id())
                        .digest(digest)
                        .sealed("sealed")
                        .createdAt(NOW)
                        .mostUses(5)
                        .uses(0)
                        .domains(Set.of())
                        .build());
        AtomicInteger used = new AtomicInteger();

        List<Kind> refusals =
                inParallel(runner -> used.addAndGet(node(runner).inviteLinks().use(digest, NOW) ? 1 : 0));

        assertThat(refusals).isEmpty();
        assertThat(used).hasValue(5);
    }

    @Test
    void oneOfManyGetsTheWorkspaceName() {
        Given given = new Given(one());
        Workspace model = given.workspace("model");
        List<Kind> refusals = inParallel(runner -> node(runner)
                .workspaces()
                .add(WorkspaceBuilder.builder()
                        .id(new WorkspaceId(one().ids().next()))
                        .number(0)
                        .organization(model.organization())
                        .name(new WorkspaceName(runner % 3 == 0 ? "legal" : "LEGAL"))
                        .description("")
                        .createdAt(NOW)
                        .updatedAt(NOW)
                        .build()));

        assertThat(refusals).hasSize(THREADS - 1).containsOnly(Kind.CONFLICT);
        assertThat(one().workspaces().findByName(NameKey.of("legal"))).isPresent();
    }

    @Test
    void aUsernameIsNeverAnothersAddress() {
        List<Kind> refusals = inParallel(runner -> {
            Given given = new Given(node(runner));
            if (runner % 2 == 0) {
                given.user("ana@example.org");
            } else {
                given.user("user-" + runner).email("ANA@example.org");
            }
        });

        assertThat(refusals).hasSize(THREADS - 1).containsOnly(Kind.CONFLICT);
        assertThat(one().users().findByLogin(NameKey.of("ana@example.org"))).isPresent();
    }

    @Test
    void noUpdateIsLost() {
        UserId ana = new Given(one()).user("ana").id();

        List<Kind> refusals =
                inParallel(runner -> node(runner).transactions().inTransaction(() -> countUp(node(runner), ana)));

        assertThat(refusals).isEmpty();
        assertThat(one().users().get(ana).profile().firstName()).isEqualTo(new PersonName("ana" + "+".repeat(THREADS)));
    }

    private static void countUp(Ports ports, UserId id) {
        User user = ports.users().get(id);
        PersonName more = new PersonName(user.profile().firstName() + "+");
        ports.users()
                .update(user.withProfile(
                        ProfileBuilder.builder().firstName(more).build()));
    }

    @Test
    void nobodyJoinsWhatAnotherNodeDeletes() {
        Given given = new Given(one());
        List<UserId> users = IntStream.range(0, THREADS)
                .mapToObj(i -> given.user("user-" + i).id())
                .toList();
        Workspace legal = given.workspace("legal");

        inParallel(runner -> {
            if (runner % 2 == 0) {
                users.forEach(user -> join(one(), user, legal));
            } else {
                users.forEach(user -> leaveForGood(two(), user));
            }
        });

        assertThat(one().memberships()
                        .members(Place.of(legal.id()), PageRequest.first())
                        .items())
                .isEmpty();
    }

    private static void join(Ports ports, UserId id, Workspace workspace) {
        ports.transactions().inTransaction(() -> {
            if (ports.users().find(id).isPresent()) {
                ports.memberships()
                        .add(MembershipBuilder.builder()
                                .id(new MembershipId(ports.ids().next()))
                                .number(0)
                                .place(Place.of(workspace.id()))
                                .user(id)
                                .joinedAt(NOW)
                                .build());
            }
        });
    }

    private static void leaveForGood(Ports ports, UserId id) {
        ports.transactions().inTransaction(() -> {
            ports.users().find(id).ifPresent(user -> ports.users().update(user.withStatus(UserStatus.DELETED)));
            ports.memberships().removeAllOf(id);
        });
    }

    @Test
    void manyCreateAtOnceWithoutOneFailing() {
        Given first = new Given(one());
        UserId owner = first.owner("olga").id();

        List<Kind> refusals = inParallel(runner -> {
            Ports ports = node(runner);
            for (int i = 0; i < 10; i++) {
                String name = "user-" + runner + "-" + i;
                ports.transactions().inTransaction(() -> {
                    ports.actors().find(owner, List.of());
                    new Given(ports).user(name);
                });
                ports.users().list(UserFilter.all(), PageRequest.first());
            }
        });

        assertThat(refusals).isEmpty();
        assertThat(one().users().count(UserFilter.all())).isEqualTo(1 + THREADS * 10);
    }

    @Test
    void nodesDeleteEachGuestOnce() {
        Given given = new Given(one());
        given.owner("olga");
        IntStream.range(0, 250).forEach(number -> given.user("guest-" + number).staying(new Stay(null, NOW)));
        AtomicInteger ended = new AtomicInteger();

        List<Kind> refusals = inParallel(runner -> {
            if (runner < 2) {
                EndStays end = UseCases.over(node(runner), () -> NOW).get(EndStays.class);
                ended.addAndGet(end.handle(Caller.roster(Origin.of(Door.SYSTEM))));
            }
        });

        assertThat(refusals).isEmpty();
        assertThat(ended).hasValue(250);
        assertThat(one().auditTrail()
                        .list(AuditTrail.Filter.all().withAction("user.delete"), PageRequest.first(1_000))
                        .items())
                .hasSize(250);
    }

    @Test
    void nodesCountFailuresTogether() {
        AttemptKey ana = AttemptKey.ofAccount(Guess.LOG_IN, "ana");

        List<Kind> refusals = inParallel(runner -> node(runner).attempts().add(ana, NOW, Backoff.since(NOW)));

        assertThat(refusals).isEmpty();
        assertThat(one().attempts().find(List.of(ana))).containsEntry(ana, new Failures(THREADS, NOW));
        assertThat(two().attempts().find(List.of(ana)))
                .isEqualTo(one().attempts().find(List.of(ana)));
    }

    @Test
    void twoNodesSendEachMailOnce() {
        List<Letter> posted =
                IntStream.range(0, 40).mapToObj(i -> post("user-" + i)).toList();

        List<Kind> refusals = inParallel(runner -> UseCases.over(node(runner), () -> NOW)
                .get(DeliverMail.class)
                .handle(Caller.roster(Origin.of(Door.SYSTEM)), posted.size()));

        assertThat(refusals).isEmpty();
        assertThat(Stream.of(one(), two()).flatMap(TwoNodes::carried)).containsExactlyInAnyOrderElementsOf(posted);
        assertThat(one().outbox().backlog()).isEqualTo(new Outbox.Backlog(0, null, 0, null));
    }

    private Letter post(String username) {
        EmailAddress address = new EmailAddress(username + "@example.org");
        Letter letter = new Letter(address, Letter.Kind.PASSWORD_CHANGED, Map.of("username", username));
        UseCases.over(one(), () -> NOW).get(Postbox.class).send(letter);
        return letter;
    }

    private static Stream<Letter> carried(Ports ports) {
        return ((RememberingCarrier) ports.mailCarrier()).carried().stream();
    }

    @Test
    void readerCannotWrite() {
        Ports ports = one();

        assertThatThrownBy(() -> ports.transactions()
                        .reading(() -> new Given(ports).user("ana").id()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only reads");
        assertThat(ports.users().isEmpty()).isTrue();
    }

    @Test
    void aFailureInsideCannotBeSwallowed() {
        Ports ports = one();

        assertThatThrownBy(() -> ports.transactions().inTransaction(() -> {
                    new Given(ports).user("ana");
                    assertThatExceptionOfType(RefusedException.class)
                            .isThrownBy(() -> ports.transactions().inTransaction(() -> {
                                throw RefusedException.conflict("name", "inside");
                            }));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ports.users().isEmpty()).isTrue();
    }

    @Test
    void oddTextIsFoundNowhere() {
        Ports ports = one();
        new Given(ports).user("a?");

        for (String odd : List.of("a\u0000", "a\uD83E", "\uDD8Aa")) {
            assertThat(ports.users().findByLogin(NameKey.of(odd))).isEmpty();
            assertThat(ports.users()
                            .list(UserFilter.all().withText(odd), PageRequest.first())
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void predefinedRolesAreSeededAsTheCodeHasThem() {
        for (PredefinedRole role : PredefinedRole.values()) {
            assertThat(one().roles().find(role.id())).contains(role.role());
            assertThat(one().roles().findByName(role.role().name().key())).contains(role.role());
        }
    }

    /** Runs a step on many threads at once and returns how the refused ones were refused. */
    private static List<Kind> inParallel(IntConsumer step) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int runner = i;
                running.add(threads.submit(() -> step.accept(runner)));
            }
            return running.stream().flatMap(future -> refusal(future).stream()).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Kind> refusal(Future<?> future) {
        try {
            future.get();
            return List.of();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RefusedException refused) {
                return List.of(refused.kind());
            }
            throw new AssertionError("a runner failed", failed);
        } catch (InterruptedException stop) {
            throw new AssertionError("interrupted", stop);
        }
    }
}
