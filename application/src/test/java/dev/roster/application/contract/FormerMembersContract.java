package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.port.FormerMembers.Former;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link FormerMembers} must do. */
public interface FormerMembersContract extends StoreContract {
    @Test
    default void whatIsRememberedComesBackAsItWas() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        GivenUser ana = given.user("ana").status(UserStatus.DEACTIVATED);
        FormerMembership wanted = former(acme, ana);

        FormerMembership added = ports.formerMembers().add(wanted).orElseThrow();

        assertThat(added.number()).isPositive();
        assertThat(added).isEqualTo(wanted.withNumber(added.number()));
        assertThat(list(ports, acme)).containsExactly(new Former(ana.user(), added));
    }

    @Test
    default void leavingTwiceKeepsTheFirst() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        GivenUser ana = given.user("ana").left(acme);
        List<Former> before = list(ports, acme);

        FormerMembership again = new FormerMembership(0, acme.id(), ana.id(), Given.THEN, Given.THEN.plusSeconds(9));

        assertThat(ports.formerMembers().add(again)).isEmpty();
        assertThat(list(ports, acme)).isEqualTo(before);
    }

    @Test
    default void whoIsAMemberDidNotLeave() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Organization beta = given.organization("beta");
        GivenUser ana = given.user("ana").in(acme);

        assertThat(ports.formerMembers().add(former(acme, ana))).isEmpty();
        assertThat(ports.formerMembers().add(former(beta, ana))).isPresent();
        assertThat(list(ports, acme)).isEmpty();
    }

    @Test
    default void manyAreAskedAboutAtOnce() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Organization beta = given.organization("beta");
        UserId ana = given.user("ana").left(acme).id();
        UserId bob = given.user("bob").left(beta).id();
        UserId cid = given.user("cid").left(acme).left(beta).id();
        UserId dan = given.user("dan").id();
        UserId eve = given.user("eve").left(acme).id();

        assertThat(ports.formerMembers().formerOf(acme.id(), Set.of(ana, bob, cid, dan)))
                .containsExactlyInAnyOrder(ana, cid);
        assertThat(ports.formerMembers().formerOf(beta.id(), Set.of(ana, eve))).isEmpty();
        assertThat(ports.formerMembers().formerOf(acme.id(), Set.of())).isEmpty();
    }

    @Test
    default void forgettingSparesOthersAndOtherOrganizations() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Organization beta = given.organization("beta");
        UserId ana = given.user("ana").left(acme).left(beta).id();
        UserId bob = given.user("bob").left(acme).id();
        UserId cid = given.user("cid").left(acme).id();

        ports.formerMembers()
                .forget(acme.id(), Set.of(ana, bob, given.user("dan").id()));
        ports.formerMembers().forget(beta.id(), Set.of());

        assertThat(ports.formerMembers().formerOf(acme.id(), Set.of(ana, bob, cid)))
                .containsExactly(cid);
        assertThat(ports.formerMembers().formerOf(beta.id(), Set.of(ana))).containsExactly(ana);
    }

    @Test
    default void forgettingAUserEverywhereSparesOthers() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Organization beta = given.organization("beta");
        UserId ana = given.user("ana").left(acme).left(beta).id();
        UserId bob = given.user("bob").left(acme).id();

        ports.formerMembers().removeAllOf(ana);

        assertThat(ports.formerMembers().formerOf(acme.id(), Set.of(ana, bob))).containsExactly(bob);
        assertThat(list(ports, beta)).isEmpty();
    }

    @Test
    default void theyComeInOrderOfLeavingAndWhoLeavesAgainGoesLast() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        GivenUser zoe = given.user("zoe");
        GivenUser ana = given.user("ana").left(acme);
        zoe.left(acme);
        given.user("bob").left(given.organization("beta"));
        given.user("bea").left(acme);
        ports.formerMembers().forget(acme.id(), Set.of(ana.id()));
        ana.left(acme);

        assertThat(Pages.walk(1, page -> ports.formerMembers().list(acme.id(), page)))
                .extracting(former -> former.user().username().value())
                .containsExactly("zoe", "bea", "ana");
    }

    @Test
    default void peopleComeInNumberedPagesWithoutServiceAccounts() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        GivenUser zoe = given.user("zoe").left(acme);
        given.user("bot").serviceOf(zoe).left(acme);
        Stream.of("bea", "ana").forEach(name -> given.user(name).left(acme));
        given.user("bob").left(given.organization("beta"));

        assertThat(people(ports, acme, new NumberedQuery(1, 2))).containsExactly("zoe", "bea");
        assertThat(people(ports, acme, new NumberedQuery(2, 2))).containsExactly("ana");
        assertThat(people(ports, acme, new NumberedQuery(3, 2))).isEmpty();
        assertThat(people(ports, acme, new NumberedQuery(1, NumberedQuery.ALL))).containsExactly("zoe", "bea", "ana");
    }

    private static List<String> people(Ports ports, Organization organization, NumberedQuery query) {
        CountedPage<Former> page = ports.formerMembers().people(organization.id(), query);
        assertThat(page.count()).isEqualTo(3);
        return page.items().stream()
                .map(former -> former.user().username().value())
                .toList();
    }

    @Test
    default void aPersonIsFoundByNumberWhereTheyLeft() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Organization beta = given.organization("beta");
        GivenUser ana = given.user("ana").left(acme);
        GivenUser bot = given.user("bot").serviceOf(ana).left(acme);
        GivenUser bob = given.user("bob").in(acme);

        assertThat(ports.formerMembers().findPerson(acme.id(), ana.user().number()))
                .contains(list(ports, acme).get(0));
        for (GivenUser other : List.of(bot, bob)) {
            assertThat(ports.formerMembers().findPerson(acme.id(), other.user().number()))
                    .isEmpty();
        }
        assertThat(ports.formerMembers().findPerson(beta.id(), ana.user().number()))
                .isEmpty();
    }

    @Test
    default void whatIsRememberedGoesWithTheOrganization() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        UserId ana = given.user("ana").left(acme).id();

        ports.organizations().remove(acme.id());

        assertThat(ports.formerMembers().formerOf(acme.id(), Set.of(ana))).isEmpty();
        assertThat(list(ports, acme)).isEmpty();
    }

    private static FormerMembership former(Organization organization, GivenUser user) {
        return new FormerMembership(0, organization.id(), user.id(), Given.THEN, Given.THEN.plusSeconds(1));
    }

    private static List<Former> list(Ports ports, Organization organization) {
        return ports.formerMembers()
                .list(organization.id(), PageRequest.first())
                .items();
    }
}
