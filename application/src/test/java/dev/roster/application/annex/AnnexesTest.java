package dev.roster.application.annex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.organization.DeleteOrganization;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail.Filter;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.DeactivateUser;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.EraseUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who may keep and see what doors keep beside users and organizations, and what becomes of it. */
class AnnexesTest {
    private static final Caller ROOT = Caller.operator("root", Origin.of(Door.CLI));
    private static final String HOTKEYS = "label-studio:hotkeys";
    private static final String SETTINGS = "label-studio:settings";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final PutAnnexes put = useCases.get(PutAnnexes.class);
    private final RemoveAnnex remove = useCases.get(RemoveAnnex.class);
    private final ListAnnexes list = useCases.get(ListAnnexes.class);
    private final DoorSettings settings = useCases.get(DoorSettings.class);
    private final Given given = new Given(ports);
    private final Organization acme = given.organization("acme");
    private final Organization other = given.organization("other");
    private final GivenUser olga = given.owner("olga");
    private final GivenUser ana = given.user("ana").in(acme);
    private final GivenUser bob = given.user("bob").in(acme);
    private final GivenUser mara = given.user("mara").in(acme, PredefinedRole.MANAGER.role());
    private final AnnexOwner anas = AnnexOwner.of(ana.id());
    private final AnnexOwner acmes = AnnexOwner.of(acme.id());

    @Test
    void everyoneKeepsSeesAndRemovesTheirOwn() {
        put.handle(by(ana), hotkeys(anas, "{}"));
        put.handle(by(ana), hotkeys(anas, "{\"a:b\":{}}"));

        assertThat(list.handle(by(ana), anas, HOTKEYS)).extracting(Annex::json).containsExactly("{\"a:b\":{}}");
        assertThat(remove.handle(by(ana), anas, HOTKEYS, "account")).isTrue();
        assertThat(remove.handle(by(ana), anas, HOTKEYS, "account")).isFalse();
        assertThat(list.handle(by(ana), anas, HOTKEYS)).isEmpty();
    }

    @Test
    void thoseOfOthersTakeReadingAndUpdatingUsers() {
        put.handle(by(olga), hotkeys(anas, "{}"));

        assertThat(list.handle(by(olga), anas, HOTKEYS)).hasSize(1);
        assertForbidden(() -> put.handle(by(bob), hotkeys(anas, "[]")));
        assertForbidden(() -> put.add(by(bob), anas, HOTKEYS, "other", "[]"));
        assertForbidden(() -> remove.handle(by(bob), anas, HOTKEYS, "account"));
        assertForbidden(() -> list.handle(by(bob), anas, HOTKEYS));
        assertForbidden(() -> list.handle(by(mara), anas, HOTKEYS));
        assertThat(list.handle(by(ana), anas, HOTKEYS)).extracting(Annex::json).containsExactly("{}");
        assertThat(remove.handle(by(olga), anas, HOTKEYS, "account")).isTrue();
    }

    @Test
    void whoIsNotActiveAnyMoreKeepsNothing() {
        Caller before = by(ana);
        useCases.get(DeactivateUser.class).handle(ROOT, ana.id());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> put.handle(before, hotkeys(anas, "{}")))
                .returns(Kind.UNAUTHENTICATED, RefusedException::kind);
    }

    @Test
    void thoseOfAnOrganizationTakeReadingAndUpdatingItThere() {
        put.handle(by(mara), new PutAnnexes.Command(acmes, SETTINGS, Map.of("legacy", "true")));

        assertThat(list.handle(by(mara), acmes, SETTINGS)).hasSize(1);
        assertForbidden(() -> put.handle(by(ana), new PutAnnexes.Command(acmes, SETTINGS, Map.of("legacy", "false"))));
        assertForbidden(() -> remove.handle(by(ana), acmes, SETTINGS, "legacy"));
        AnnexOwner others = AnnexOwner.of(other.id());
        assertForbidden(
                () -> put.handle(by(mara), new PutAnnexes.Command(others, SETTINGS, Map.of("legacy", "false"))));
        assertForbidden(() -> list.handle(by(mara), others, SETTINGS));
    }

    @Test
    void oneLookShowsThoseOfMany() {
        AnnexOwner bobs = AnnexOwner.of(bob.id());
        AnnexOwner unknown = AnnexOwner.of(new UserId(ports.ids().next()));
        put.handle(by(ana), hotkeys(anas, "1"));
        put.handle(by(bob), hotkeys(bobs, "2"));
        Set<AnnexOwner> wanted = Set.of(anas, bobs, unknown, AnnexOwner.of(olga.id()));

        Map<AnnexOwner, List<Annex>> seen = list.ofMany(by(olga), wanted, HOTKEYS);

        assertThat(seen).containsOnlyKeys(anas, bobs);
        assertThat(seen.get(bobs)).extracting(Annex::json).containsExactly("2");
        assertThat(list.ofMany(by(bob), wanted, HOTKEYS)).containsOnlyKeys(bobs);
        assertThat(list.ofMany(by(olga), Set.of(), HOTKEYS)).isEmpty();
    }

    @Test
    void doorsReadTheirSettingsOfAnOrganizationBeforeThereIsACaller() {
        put.handle(by(mara), new PutAnnexes.Command(acmes, SETTINGS, Map.of("legacy", "false")));

        assertThat(settings.of(acme.id(), SETTINGS)).extracting(Annex::json).containsExactly("false");
        assertThat(settings.of(other.id(), SETTINGS)).isEmpty();
    }

    @Test
    void theTrailSaysKindAndKeysButNotTheContent() {
        put.handle(by(ana), new PutAnnexes.Command(anas, HOTKEYS, Map.of("one", "secret", "two", "secret")));
        remove.handle(by(ana), anas, HOTKEYS, "one");
        remove.handle(by(ana), anas, HOTKEYS, "one");

        List<AuditEvent> events =
                ports.auditTrail().list(Filter.all(), PageRequest.first()).items();

        assertThat(events).extracting(AuditEvent::action).containsExactly("user.detach", "user.attach");
        assertThat(events.get(0).changes()).isEqualTo(Map.of(HOTKEYS, AuditEvent.Change.from("one")));
        assertThat(events.get(1).changes()).isEqualTo(Map.of(HOTKEYS, AuditEvent.Change.to("one, two")));
        assertThat(events.toString()).doesNotContain("secret");
    }

    @Test
    void thereIsABoundAndBeyondItNothingIsKept() {
        Map<String, String> many = IntStream.range(0, Annex.MOST_OF_A_KIND)
                .mapToObj(String::valueOf)
                .collect(Collectors.toMap(key -> key, key -> "{}"));
        put.handle(by(ana), new PutAnnexes.Command(anas, HOTKEYS, many));
        put.handle(by(ana), new PutAnnexes.Command(anas, HOTKEYS, Map.of("0", "again")));
        put.handle(by(ana), new PutAnnexes.Command(anas, SETTINGS, Map.of("0", "of another kind")));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> put.handle(by(ana), hotkeys(anas, "one more")))
                .returns(Kind.CONFLICT, RefusedException::kind)
                .returns("kind", RefusedException::field);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> put.add(by(ana), anas, HOTKEYS, "one more", "{}"))
                .returns("kind", RefusedException::field);
        assertThat(list.handle(by(ana), anas, HOTKEYS)).hasSize(Annex.MOST_OF_A_KIND);
    }

    @Test
    void whatIsAddedMustBeNew() {
        put.add(by(ana), anas, HOTKEYS, "account", "1");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> put.add(by(ana), anas, HOTKEYS, "account", "2"))
                .returns(Kind.CONFLICT, RefusedException::kind)
                .returns("key", RefusedException::field);
        assertThat(list.handle(by(ana), anas, HOTKEYS)).extracting(Annex::json).containsExactly("1");
    }

    @Test
    void theyEndWithTheAccount() {
        put.handle(by(ana), hotkeys(anas, "{}"));
        put.handle(by(bob), hotkeys(AnnexOwner.of(bob.id()), "{}"));

        useCases.get(DeleteUser.class).handle(ROOT, ana.id());

        assertThat(ports.annexes().of(anas, HOTKEYS)).isEmpty();
        assertThat(list.handle(by(bob), AnnexOwner.of(bob.id()), HOTKEYS)).hasSize(1);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> put.handle(ROOT, hotkeys(anas, "{}")))
                .returns(Kind.NOT_FOUND, RefusedException::kind)
                .returns("user", RefusedException::field);
    }

    @Test
    void erasureLeavesNothing() {
        useCases.get(DeleteUser.class).handle(ROOT, ana.id());
        ports.annexes().put(new Annex(anas, 0, HOTKEYS, "account", "{}", Given.THEN));

        useCases.get(EraseUser.class).handle(ROOT, ana.id());

        assertThat(ports.annexes().of(anas, HOTKEYS)).isEmpty();
    }

    @Test
    void theyEndWithTheOrganization() {
        put.handle(by(olga), new PutAnnexes.Command(AnnexOwner.of(other.id()), SETTINGS, Map.of("legacy", "true")));

        useCases.get(DeleteOrganization.class).handle(ROOT, other.id());

        assertThat(settings.of(other.id(), SETTINGS)).isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> list.handle(ROOT, AnnexOwner.of(other.id()), SETTINGS))
                .returns("organization", RefusedException::field);
    }

    @Test
    void thoseOfADatasetTakeReadingAndUpdatingIt() {
        Workspace legal = given.workspace("legal", acme);
        Dataset letters = given.dataset("letters", legal);
        GivenUser vera = given.user("vera").in(acme).in(legal, PredefinedRole.VIEWER.role());
        AnnexOwner owner = AnnexOwner.of(letters.id());
        put.handle(by(mara), new PutAnnexes.Command(owner, "argilla:field", Map.of("text", "{}")));

        assertThat(list.handle(by(vera), owner, "argilla:field")).hasSize(1);
        assertThat(list.ofMany(by(vera), Set.of(owner), "argilla:field")).containsOnlyKeys(owner);
        assertForbidden(() -> put.handle(by(vera), new PutAnnexes.Command(owner, "argilla:field", Map.of())));
        assertForbidden(() -> list.handle(by(bob), owner, "argilla:field"));
        assertThat(list.ofMany(by(bob), Set.of(owner), "argilla:field")).isEmpty();
    }

    private static PutAnnexes.Command hotkeys(AnnexOwner owner, String json) {
        return new PutAnnexes.Command(owner, HOTKEYS, Map.of("account", json));
    }

    private static Caller by(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .returns(Kind.FORBIDDEN, RefusedException::kind);
    }
}
