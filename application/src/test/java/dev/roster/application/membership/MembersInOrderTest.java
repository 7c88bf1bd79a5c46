package dev.roster.application.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Memberships.Member;
import dev.roster.application.port.Memberships.Order;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserKind;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Members in an order of their own: for those who may see the members of the place, as in the order of joining. */
class MembersInOrderTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final ListMembers list = UseCases.over(ports, fakes.clock()).get(ListMembers.class);
    private final Organization acme = given.organization("acme");
    private final GivenUser zoe = given.user("Zoe");
    private final GivenUser mona = given.user("mona").in(acme, PredefinedRole.MANAGER.role());
    private final GivenUser ana = given.user("ana").in(acme);

    @Test
    void membersComeByUsernameOnNumberedPages() {
        zoe.in(acme);
        given.user("bot").serviceOf(mona).in(acme);
        given.user("out");

        CountedPage<Member> first = list.numbered(caller(mona), place(), query(1, 2));

        assertThat(first.count()).isEqualTo(3);
        assertThat(usernames(first.items())).containsExactly("ana", "mona");
        assertThat(usernames(list.numbered(caller(mona), place(), query(2, 2)).items()))
                .containsExactly("Zoe");
        assertThat(list.numbered(caller(mona), place(), query(3, 2))).isEqualTo(new CountedPage<>(List.of(), 3));
    }

    @Test
    void whoMayNotSeeTheMembersSeesNoneInAnyOrder() {
        for (GivenUser other : List.of(ana, zoe)) {
            for (Function<Place, ThrowingCallable> attempt : attempts(caller(other))) {
                assertThatExceptionOfType(RefusedException.class)
                        .isThrownBy(attempt.apply(place()))
                        .returns(Kind.FORBIDDEN, RefusedException::kind)
                        .returns("member:read", RefusedException::missing);
            }
        }
    }

    @Test
    void placeThatIsNotThereIsNotFound() {
        Place nowhere = Place.of(new OrganizationId(new UUID(1, 2)));
        for (Function<Place, ThrowingCallable> attempt : attempts(caller(mona))) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(attempt.apply(nowhere))
                    .returns(Kind.NOT_FOUND, RefusedException::kind);
        }
    }

    @Test
    void wholeListIsRefusedWhereItIsTooLongToHold() {
        UseCases useCases = UseCases.over(ports, fakes.clock());
        ListMembers crowded = new ListMembers(
                useCases.get(UnitOfWork.class), useCases.get(Places.class), crowded(ports.memberships()));

        assertThat(crowded.numbered(caller(mona), place(), query(1, 2)).count()).isEqualTo(1_000_000);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> crowded.numbered(caller(mona), place(), query(1, NumberedQuery.ALL)))
                .returns(Kind.INVALID, RefusedException::kind)
                .returns("page_size", RefusedException::field);
    }

    /** The same members, but that the pages are of a million. */
    private static Memberships crowded(Memberships few) {
        return (Memberships) Proxy.newProxyInstance(
                Memberships.class.getClassLoader(),
                new Class<?>[] {Memberships.class},
                (proxy, method, arguments) -> method.getReturnType().equals(CountedPage.class)
                        ? new CountedPage<Member>(List.of(), 1_000_000)
                        : method.invoke(few, arguments));
    }

    private List<Function<Place, ThrowingCallable>> attempts(Caller caller) {
        return List.of(
                place -> () -> list.handle(caller, place, PageRequest.first()),
                place -> () -> list.numbered(caller, place, query(1, 2)));
    }

    private static ListMembers.Query query(int page, int size) {
        return new ListMembers.Query(Set.of(UserKind.PERSON), Order.USERNAME, new NumberedQuery(page, size));
    }

    private Place place() {
        return Place.of(acme.id());
    }

    private static Stream<String> usernames(List<Member> members) {
        return members.stream().map(member -> member.user().username().value());
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }
}
