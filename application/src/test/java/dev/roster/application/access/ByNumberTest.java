package dev.roster.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.dataset.FindDataset;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.organization.FindOrganization;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.FindPerson;
import dev.roster.application.user.FindUser;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found by its number is found by those who find it by its id, and refused to the others in the same words. */
class ByNumberTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Organization acme = given.organization("acme");
    private final Workspace legal = given.workspace("legal", acme);
    private final Dataset contracts = given.dataset("contracts", legal);
    private final GivenUser ana = given.user("ana").in(acme).in(legal, PredefinedRole.MEMBER.role());
    private final List<GivenUser> callers = List.of(
            ana,
            given.owner("olga"),
            given.user("mona").in(acme, PredefinedRole.MANAGER.role()),
            given.user("ben").in(acme),
            given.user("stranger"),
            given.user("away").role(PredefinedRole.OWNER).status(UserStatus.DEACTIVATED));

    @Test
    void numberGetsTheAnswerOfTheId() {
        assertSame(
                caller -> get(FindUser.class).handle(caller, ana.id()),
                caller -> get(FindUser.class).byNumber(caller, ana.user().number()));
        assertSame(
                caller -> get(FindOrganization.class).handle(caller, acme.id()),
                caller -> get(FindOrganization.class).byNumber(caller, acme.number()));
        assertSame(
                caller -> get(FindWorkspace.class).handle(caller, legal.id()),
                caller -> get(FindWorkspace.class).byNumber(caller, legal.number()));
        assertSame(
                caller -> get(FindDataset.class).handle(caller, contracts.id()),
                caller -> get(FindDataset.class).byNumber(caller, contracts.number()));
    }

    private void assertSame(Function<Caller, Object> byId, Function<Caller, Object> byNumber) {
        List<String> answers = outcomes(byNumber);
        assertThat(answers).isEqualTo(outcomes(byId));
        assertThat(answers).anyMatch(answer -> answer.startsWith("found"));
        assertThat(answers).anyMatch(answer -> answer.startsWith("FORBIDDEN"));
        assertThat(answers).last().asString().startsWith("UNAUTHENTICATED");
    }

    private List<String> outcomes(Function<Caller, Object> find) {
        return callers.stream()
                .map(caller -> outcome(() -> find.apply(caller(caller))))
                .toList();
    }

    private static String outcome(Supplier<Object> find) {
        try {
            return "found " + find.get();
        } catch (RefusedException refusal) {
            return refusal.kind() + " " + refusal.reason();
        }
    }

    @Test
    void personIsFoundByNumberByThoseWhoFindThemByTheirId() {
        for (GivenUser caller : callers.subList(0, 5)) {
            String byId = outcome(() -> get(FindPerson.class).handle(caller(caller), ana.id()));
            String byNumber = outcome(() ->
                    get(FindPerson.class).byNumber(caller(caller), ana.user().number()));

            assertThat(byNumber)
                    .isEqualTo(
                            byId.replace("`" + ana.id() + "`", "`" + ana.user().number() + "`"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 4711, Long.MAX_VALUE})
    void unknownNumberIsNotFound(long number) {
        Caller olga = caller(callers.get(1));
        Map<String, Supplier<Object>> finders = Map.of(
                "user", () -> get(FindUser.class).byNumber(olga, number),
                "organization", () -> get(FindOrganization.class).byNumber(olga, number),
                "workspace", () -> get(FindWorkspace.class).byNumber(olga, number),
                "dataset", () -> get(FindDataset.class).byNumber(olga, number));

        finders.forEach((thing, find) -> assertNotFound(thing, number, find));
        assertNotFound("user", number, () -> get(FindPerson.class).byNumber(olga, number));
    }

    @Test
    void deletedUserIsNotFoundByNumber() {
        long number = given.user("gone").status(UserStatus.DELETED).user().number();
        Caller olga = caller(callers.get(1));

        Stream.<Supplier<Object>>of(
                        () -> get(FindUser.class).byNumber(olga, number),
                        () -> get(FindPerson.class).byNumber(olga, number))
                .forEach(find -> assertNotFound("user", number, find));
    }

    private static void assertNotFound(String thing, long number, Supplier<Object> find) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(find::get)
                .withMessage("no " + thing + " `" + number + "`")
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
                    assertThat(refusal.field()).isEqualTo(thing);
                });
    }

    private <T> T get(Class<T> useCase) {
        return useCases.get(useCase);
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }
}
