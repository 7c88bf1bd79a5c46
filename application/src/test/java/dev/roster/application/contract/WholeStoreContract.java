package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.given.SamplePicture;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.WholeStore;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipBuilder;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link WholeStore} must do. */
public interface WholeStoreContract extends StoreContract {
    private static <T> List<T> all(Function<PageRequest, Page<T>> source) {
        List<T> all = new ArrayList<>();
        Long after = 0L;
        while (after != null) {
            Page<T> page = source.apply(new PageRequest(after, 1));
            all.addAll(page.items());
            after = page.next();
        }
        return all;
    }

    private static User withEmail(User user, String address) {
        return user.withEmail(new EmailAddress(address));
    }

    private static List<User> users(Ports ports) {
        return ports.users()
                .list(UserFilter.all().withStatuses(Set.of(UserStatus.values())), PageRequest.first())
                .items();
    }

    @Test
    default void listsEverythingInOrderOfMaking() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Workspace sales = given.workspace("sales");
        Dataset letters = given.dataset("letters", legal);
        Dataset calls = given.dataset("calls", sales);
        AnnexOwner home = AnnexOwner.of(given.organization().id());
        GivenUser ana = given.user("ana").in(given.organization()).in(sales).in(legal, PredefinedRole.VIEWER.role());
        GivenUser bob = given.user("bob")
                .in(given.organization(), PredefinedRole.ADMIN.role())
                .in(legal);
        bob.assignedTo(letters).assignedTo(calls);
        given.user("eve").left(given.organization("beta"));
        given.user("dan").left(given.organization());
        ports.contributions().record(calls.id(), ana.id(), 3, Given.THEN);
        ports.contributions().record(letters.id(), ana.id(), 2, Given.THEN);
        ports.annexes().add(annex(AnnexOwner.of(calls.id()), "1"));
        ports.annexes().add(annex(AnnexOwner.of(bob.id()), "2"));
        ports.annexes().add(annex(home, "3"));
        ports.annexes().add(annex(AnnexOwner.of(ana.id()), "4"));

        WholeStore store = ports.wholeStore();

        assertThat(all(page -> store.memberships(Place.Kind.ORGANIZATION, page)))
                .extracting(Membership::user)
                .containsExactly(ana.id(), bob.id());
        assertThat(all(page -> store.memberships(Place.Kind.ORGANIZATION, page)))
                .extracting(Membership::role)
                .containsExactly(null, PredefinedRole.ADMIN.ref());
        assertThat(all(page -> store.memberships(Place.Kind.WORKSPACE, page)))
                .extracting(Membership::place)
                .containsExactly(Place.of(sales.id()), Place.of(legal.id()), Place.of(legal.id()));
        assertThat(all(page -> store.memberships(Place.Kind.WORKSPACE, page)))
                .containsExactly(
                        ports.memberships().find(Place.of(sales.id()), ana.id()).orElseThrow(),
                        ports.memberships().find(Place.of(legal.id()), ana.id()).orElseThrow(),
                        ports.memberships().find(Place.of(legal.id()), bob.id()).orElseThrow());
        assertThat(all(store::formerMembers))
                .extracting(FormerMembership::organization)
                .containsExactly(
                        given.organization("beta").id(), given.organization().id());
        assertThat(all(store::assignments)).extracting(Assignment::dataset).containsExactly(letters.id(), calls.id());
        assertThat(all(store::contributions)).extracting(Contribution::count).containsExactly(3L, 2L);
        assertThat(all(page -> store.annexes(AnnexOwner.Kind.DATASET, page)))
                .extracting(Annex::json)
                .containsExactly("1");
        assertThat(all(page -> store.annexes(AnnexOwner.Kind.ORGANIZATION, page)))
                .extracting(Annex::owner)
                .containsExactly(home);
        assertThat(all(page -> store.annexes(AnnexOwner.Kind.USER, page)))
                .extracting(Annex::json)
                .containsExactly("2", "4");
    }

    @Test
    default void findsPicturesPasswordsAndLoginsOfMany() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("Ana").email("ana@example.org").password("correct horse");
        GivenUser bob = given.user("bob");
        given.user("eve").status(UserStatus.DELETED);
        Avatar red = Avatar.ofPng(SamplePicture.png(0xff0000));
        ports.avatars().set(bob.id(), red);
        Set<UserId> both = Set.of(ana.id(), bob.id());

        WholeStore store = ports.wholeStore();

        assertThat(store.avatars(both)).isEqualTo(Map.of(bob.id(), red));
        assertThat(store.passwords(both))
                .isEqualTo(Map.of(ana.id(), ports.passwords().find(ana.id()).orElseThrow()));
        assertThat(store.takenLogins(
                        Set.of(NameKey.of("ana"), NameKey.of("ANA@example.org"), NameKey.of("eve"), NameKey.of("new"))))
                .containsExactlyInAnyOrder(NameKey.of("ana"), NameKey.of("ana@example.org"));
        assertThat(store.avatars(Set.of())).isEmpty();
        assertThat(store.passwords(Set.of())).isEmpty();
        assertThat(store.takenLogins(Set.of())).isEmpty();
    }

    @Test
    default void addsUsersAsTheyAreInTheirOrder() {
        Ports ports = ports();
        Given given = new Given(ports);
        User olga = given.owner("olga").user();
        User ana = withEmail(given.newUser("ana"), "ana@example.org").withLastActivityAt(Given.THEN);
        User gone = given.newUser("ana").withStatus(UserStatus.DELETED);
        User robot = given.newUser("robot").asServiceOf(ana.id());
        User mail = withEmail(given.newUser("mail@example.org"), "mail@example.org");

        List<Boolean> added = ports.wholeStore().addUsers(List.of(ana, olga, gone, robot, mail));

        assertThat(added).containsExactly(true, false, true, true, true);
        assertThat(users(ports))
                .extracting(user -> user.withNumber(0))
                .containsExactly(olga.withNumber(0), ana, gone, robot, mail);
        assertThat(users(ports)).extracting(User::number).isSorted().doesNotHaveDuplicates();
        assertThat(ports.users().findByEmail(NameKey.of("ana@example.org")).map(User::id))
                .contains(ana.id());
        assertThat(ports.users().findByUsername(NameKey.of("ana")).map(User::id))
                .contains(ana.id());
    }

    @Test
    default void takenLoginsAddNobody() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user("ana");
        List<User> wanted = List.of(given.newUser("bob"), withEmail(given.newUser("eve"), "eve@example.org"));
        List<User> doubled = List.of(given.newUser("bob"), given.newUser("ANA"));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ports.wholeStore().addUsers(doubled))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(RefusedException.Kind.CONFLICT));

        assertThat(users(ports)).hasSize(1);
        assertThat(ports.wholeStore().addUsers(wanted)).containsExactly(true, true);
    }

    @Test
    default void addsPasswordsLastingAndTemporary() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana");
        GivenUser bob = given.user("bob");
        Kept lasting = new Kept("a hash", null);
        Kept temporary = new Kept("another", Given.THEN.plusSeconds(60));

        ports.wholeStore().addPasswords(Map.of(ana.id(), lasting, bob.id(), temporary), Given.THEN);
        ports.wholeStore().addPasswords(Map.of(), Given.THEN);

        assertThat(ports.passwords().find(ana.id())).contains(lasting);
        assertThat(ports.passwords().find(bob.id())).contains(temporary);
    }

    @Test
    default void addsAnnexesThatAreNotThere() {
        Ports ports = ports();
        Given given = new Given(ports);
        AnnexOwner ana = AnnexOwner.of(given.user("ana").id());
        AnnexOwner bob = AnnexOwner.of(given.user("bob").id());
        ports.annexes().add(annex(ana, "1"));

        assertThat(ports.wholeStore().addAnnexes(List.of(annex(bob, "2"), annex(ana, "3"), annex(bob, "4"))))
                .containsExactly(true, false, false);
        assertThat(ports.wholeStore().addAnnexes(List.of())).isEmpty();

        assertThat(ports.annexes().of(Set.of(ana, bob), "argilla:field"))
                .extracting(Annex::json)
                .containsExactly("1", "2");
    }

    private static Annex annex(AnnexOwner owner, String json) {
        return new Annex(owner, 0, "argilla:field", "text", json, Given.THEN);
    }

    @Test
    default void addsMembershipsThatAreNotThere() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Organization home = given.organization();
        GivenUser ana =
                given.user("ana").in(legal, PredefinedRole.VIEWER.role()).in(home);
        GivenUser bob = given.user("bob");
        MembershipId taken = ports.memberships()
                .find(Place.of(legal.id()), ana.id())
                .orElseThrow()
                .id();
        Membership again = membership(ports, legal, ana, PredefinedRole.ADMIN);
        Membership fresh = membership(ports, legal, bob, PredefinedRole.ADMIN);
        Membership sameId = MembershipBuilder.builder()
                .id(taken)
                .number(0)
                .place(Place.of(legal.id()))
                .user(given.user("eve").id())
                .joinedAt(Given.THEN)
                .build();

        assertThat(ports.wholeStore().addMemberships(List.of(again, fresh, fresh, sameId)))
                .containsExactly(false, true, false, false);
        assertThat(ports.wholeStore().addMemberships(List.of(at(ports, home, ana), at(ports, home, bob))))
                .containsExactly(false, true);

        assertThat(ports.memberships().find(Place.of(legal.id()), bob.id()).map(one -> one.withNumber(0)))
                .contains(fresh);
        assertThat(ports.memberships().find(Place.of(legal.id()), ana.id()).map(Membership::role))
                .contains(PredefinedRole.VIEWER.ref());
        assertThat(ports.memberships().find(Place.of(home.id()), bob.id())).isPresent();
    }

    @Test
    default void addsWhoLeftAndIsNoMember() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization home = given.organization();
        GivenUser ana = given.user("ana").in(home);
        GivenUser bob = given.user("bob");
        GivenUser cid = given.user("cid").left(home);
        FormerMembership fresh = former(home, bob);

        assertThat(ports.wholeStore().addFormerMembers(List.of(former(home, ana), fresh, fresh, former(home, cid))))
                .containsExactly(false, true, false, false);

        assertThat(all(ports.wholeStore()::formerMembers))
                .extracting(FormerMembership::user)
                .containsExactly(cid.id(), bob.id());
        assertThat(all(ports.wholeStore()::formerMembers))
                .last()
                .extracting(one -> one.withNumber(0))
                .isEqualTo(fresh);
    }

    private static FormerMembership former(Organization organization, GivenUser user) {
        return new FormerMembership(0, organization.id(), user.id(), Given.THEN, Given.THEN.plusSeconds(7));
    }

    private static Membership membership(Ports ports, Workspace workspace, GivenUser user, PredefinedRole role) {
        return new Membership(
                new MembershipId(ports.ids().next()), 0, Place.of(workspace.id()), user.id(), role.ref(), Given.THEN);
    }

    private static Membership at(Ports ports, Organization organization, GivenUser user) {
        return MembershipBuilder.builder()
                .id(new MembershipId(ports.ids().next()))
                .number(0)
                .place(Place.of(organization.id()))
                .user(user.id())
                .joinedAt(Given.THEN)
                .build();
    }

    @Test
    default void addsWhatUsersHoldAndDid() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Dataset letters = given.dataset("letters", legal);
        GivenUser ana = given.user("ana").assignedTo(letters).granted(PredefinedRole.VIEWER.role(), letters);
        GivenUser bob = given.user("bob");
        ports.contributions().record(letters.id(), ana.id(), 3, Given.THEN);
        Assignment assignment = new Assignment(0, letters.id(), bob.id(), Given.THEN);
        Contribution done = new Contribution(0, letters.id(), bob.id(), 7, Given.THEN, Given.THEN.plusSeconds(5));

        WholeStore store = ports.wholeStore();

        assertThat(store.addAssignments(List.of(new Assignment(0, letters.id(), ana.id(), Given.THEN), assignment)))
                .containsExactly(false, true);
        assertThat(store.addContributions(
                        List.of(new Contribution(0, letters.id(), ana.id(), 9, Given.THEN, Given.THEN), done)))
                .containsExactly(false, true);
        assertThat(store.addGrants(List.of(
                        grant(ports, ana, legal, letters),
                        grant(ports, bob, legal, letters),
                        grant(ports, bob, legal, null))))
                .containsExactly(false, true, true);
        assertThat(all(store::contributions)).extracting(Contribution::count).containsExactly(3L, 7L);
        assertThat(all(store::contributions))
                .extracting(Contribution::lastAt)
                .last()
                .isEqualTo(done.lastAt());
        assertThat(all(store::assignments)).hasSize(2);
    }

    private static Grant grant(Ports ports, GivenUser user, Workspace workspace, @Nullable Dataset dataset) {
        return new Grant(
                new GrantId(ports.ids().next()),
                0,
                user.id(),
                PredefinedRole.ADMIN.ref(),
                workspace.id(),
                dataset == null ? null : dataset.id(),
                Given.THEN,
                Given.THEN);
    }

    @Test
    default void nothingToAddAddsNothing() {
        WholeStore store = ports().wholeStore();

        assertThat(store.addUsers(List.of())).isEmpty();
        assertThat(store.addMemberships(List.of())).isEmpty();
        assertThat(store.addFormerMembers(List.of())).isEmpty();
        assertThat(store.addGrants(List.of())).isEmpty();
    }
}
