package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Memberships.Joined;
import dev.roster.application.port.Memberships.Member;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.organization.MembershipId;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Membership;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Memberships} must do. */
public interface MembershipsContract extends StoreContract {
    @Test
    default void addedMembershipComesBackAsItWas() {
        Ports ports = ports();
        Given given = new Given(ports);
        Role curator = given.role("curator");
        Membership wanted = membership(
                        ports, given.workspace("legal"), given.user("ana").id())
                .withRole(curator.ref());

        Membership added = ports.memberships().add(wanted).orElseThrow();

        assertThat(added.number()).isPositive();
        assertThat(added).isEqualTo(wanted.withNumber(added.number()));
        assertThat(ports.memberships().find(wanted.workspace(), wanted.user())).contains(added);
    }

    @Test
    default void addingTwiceKeepsTheFirst() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana").in(legal).id();
        Membership first = ports.memberships().find(legal.id(), ana).orElseThrow();

        Membership again = membership(ports, legal, ana).withRole(PredefinedRole.ADMIN.ref());

        assertThat(ports.memberships().add(again)).isEmpty();
        assertThat(ports.memberships().find(legal.id(), ana)).contains(first);
    }

    @Test
    default void roleOfAMembershipCanBeSetAndTakenAway() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana").in(legal).id();
        Membership plain = ports.memberships().find(legal.id(), ana).orElseThrow();
        Membership manager = plain.withRole(PredefinedRole.MANAGER.ref());

        assertThat(ports.memberships().update(manager)).isTrue();
        assertThat(ports.memberships().find(legal.id(), ana)).contains(manager);
        assertThat(ports.memberships().update(plain)).isTrue();
        assertThat(ports.memberships().find(legal.id(), ana)).contains(plain);
    }

    @Test
    default void missingMembershipIsNotUpdated() {
        Ports ports = ports();
        Given given = new Given(ports);
        Membership never =
                membership(ports, given.workspace("legal"), given.user("ana").id());

        assertThat(ports.memberships().update(never)).isFalse();
        assertThat(ports.memberships().find(never.workspace(), never.user())).isEmpty();
    }

    @Test
    default void removingTwiceIsSeen() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana").in(legal).in("other").id();
        UserId bob = given.user("bob").in(legal).id();

        assertThat(ports.memberships().remove(legal.id(), ana)).isTrue();
        assertThat(ports.memberships().remove(legal.id(), ana)).isFalse();
        assertThat(usernames(ports, legal)).containsExactly("bob");
        assertThat(ports.memberships().find(legal.id(), bob)).isPresent();
        assertThat(ports.memberships().find(given.workspace("other").id(), ana)).isPresent();
    }

    @Test
    default void whoComesBackGoesLast() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        GivenUser ana = given.user("ana").in(legal);
        given.user("bob").in(legal);
        Membership before = ports.memberships().find(legal.id(), ana.id()).orElseThrow();
        ports.memberships().remove(legal.id(), ana.id());

        ana.in(legal);

        Membership after = ports.memberships().find(legal.id(), ana.id()).orElseThrow();
        assertThat(after.number()).isGreaterThan(before.number());
        assertThat(usernames(ports, legal)).containsExactly("bob", "ana");
    }

    @Test
    default void membershipNumbersAreNeverReused() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        GivenUser ana = given.user("ana").in(legal);
        Membership before = ports.memberships().find(legal.id(), ana.id()).orElseThrow();
        ports.memberships().remove(legal.id(), ana.id());

        ana.in(legal);

        assertThat(ports.memberships().find(legal.id(), ana.id()))
                .hasValueSatisfying(after -> assertThat(after.number()).isGreaterThan(before.number()));
    }

    @Test
    default void removingAllLeavesOthersIn() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        UserId ana = given.user("ana").in(legal).in("other").id();
        given.user("bob").in(legal);

        ports.memberships().removeAllOf(ana);

        assertThat(ports.memberships().workspacesOf(ana, PageRequest.first()).items())
                .isEmpty();
        assertThat(usernames(ports, legal)).containsExactly("bob");
    }

    @Test
    default void removingFromAnOrganizationSparesOthers() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace kept = given.workspace("kept", given.organization("beta"));
        Workspace one = given.workspace("one", acme);
        Workspace two = given.workspace("two", acme);
        UserId ana = given.user("ana").in(one).in(kept).in(two).id();
        given.user("bob").in(one);

        ports.memberships().removeAllOf(ana, acme.id());

        assertThat(ports.memberships().workspacesOf(ana, PageRequest.first()).items())
                .extracting(Joined::workspace)
                .containsExactly(kept);
        assertThat(usernames(ports, one)).containsExactly("bob");
    }

    @Test
    default void membersComeInOrderOfJoining() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        List<GivenUser> users = Stream.of("zoe", "bob", "ana").map(given::user).toList();
        users.get(2).in(legal);
        users.get(0).in(legal);
        users.get(1).in("other").in(legal);

        List<Member> walked = Pages.walk(1, page -> ports.memberships().members(legal.id(), page));

        assertThat(walked)
                .extracting(Member::user)
                .containsExactly(
                        users.get(2).user(), users.get(0).user(), users.get(1).user());
        assertThat(walked)
                .extracting(member -> member.membership().number())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    default void whoJoinsBetweenPagesIsSeen() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Stream.of("ana", "bob", "cid").forEach(name -> given.user(name).in(legal));
        Page<Member> first = ports.memberships().members(legal.id(), PageRequest.first(2));
        given.user("dan").in(legal);

        long next = first.next() == null ? 0 : first.next();
        Page<Member> second = ports.memberships().members(legal.id(), new PageRequest(next, 2));

        assertThat(second.items())
                .extracting(member -> member.user().username().value())
                .containsExactly("cid", "dan");
        assertThat(second.next()).isNull();
    }

    @Test
    default void workspacesOfAUserComeInOrderOfJoining() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace first = given.workspace("first");
        Workspace second = given.workspace("second");
        given.user("bob").in(first);
        User ana = given.user("ana")
                .in(second, PredefinedRole.ADMIN.role())
                .in(first)
                .user();

        List<Joined> walked = Pages.walk(1, page -> ports.memberships().workspacesOf(ana.id(), page));

        assertThat(walked).extracting(Joined::workspace).containsExactly(second, first);
        assertThat(walked)
                .extracting(Joined::membership)
                .extracting(Membership::role)
                .containsExactly(PredefinedRole.ADMIN.ref(), null);
    }

    @Test
    default void workspacesOfManyUsersComeInOneAnswer() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace first = given.workspace("first");
        Workspace second = given.workspace("second");
        UserId ana = given.user("ana").in(second).in(first).id();
        UserId bob = given.user("bob").in(first).id();
        UserId cid = given.user("cid").id();
        given.user("dan").in(first);

        assertThat(ports.memberships().workspacesOf(Set.of(ana, bob, cid)))
                .containsOnlyKeys(ana, bob)
                .containsEntry(ana, List.of(second, first))
                .containsEntry(bob, List.of(first));
        assertThat(ports.memberships().workspacesOf(Set.of())).isEmpty();
    }

    private static List<String> usernames(Ports ports, Workspace workspace) {
        return ports.memberships().members(workspace.id(), PageRequest.first()).items().stream()
                .map(member -> member.user().username().value())
                .toList();
    }

    private static Membership membership(Ports ports, Workspace workspace, UserId user) {
        return new Membership(new MembershipId(ports.ids().next()), 0, workspace.id(), user, null, THEN);
    }
}
