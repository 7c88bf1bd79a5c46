package dev.roster.application.contract;

import static dev.roster.application.contract.Refusals.assertConflict;
import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.contract.Race.Outcome;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.Users;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PhoneNumber;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.ProfileBuilder;
import dev.roster.domain.user.Pronouns;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of {@link Users} must do. */
public interface UsersContract extends StoreContract {
    @Test
    default void addedUserComesBackAsItWas() {
        Ports ports = ports();
        User user = new User(
                new UserId(ports.ids().next()),
                0,
                UserKind.SERVICE,
                new Username("Ana Ünal 李"),
                new EmailAddress("Ana.Unal@Example.org"),
                ProfileBuilder.builder()
                        .firstName(new PersonName("Ana"))
                        .lastName(new PersonName("Ünal"))
                        .displayName(new PersonName("A. Ü. 🦊"))
                        .phone(new PhoneNumber("+49 30 901820"))
                        .pronouns(new Pronouns("elle / iel 🦊"))
                        .build(),
                PredefinedRole.ADMIN.ref(),
                true,
                new Given(ports).user("maker").user().id(),
                UserStatus.INVITED,
                new Stay(new Given(ports).workspace("legal").id(), Instant.parse("2026-12-31T22:00:00.000001Z")),
                Instant.parse("2026-02-03T00:00:00.000003Z"),
                Instant.parse("2026-01-31T23:59:59.999999Z"),
                Instant.parse("2026-02-01T00:00:00.000001Z"));

        User added = ports.users().add(user);

        assertThat(added).isEqualTo(user.withNumber(added.number()));
        assertThat(ports.users().find(user.id())).contains(added);
    }

    @Test
    default void emptyFieldsComeBackEmpty() {
        Ports ports = ports();

        User added = ports.users().add(new Given(ports).newUser("ana"));

        assertThat(ports.users().find(added.id())).hasValueSatisfying(found -> {
            assertThat(found.email()).isNull();
            assertThat(found.profile()).isEqualTo(Profile.named(new Username("ana")));
        });
    }

    @Test
    default void namesKeepTheirDigitsAndQuotes() {
        Ports ports = ports();
        Given given = new Given(ports);
        List<String> names = List.of("007", "1e3", "null", "'; DROP TABLE users; --", "a\\b", "NaN", ":name", "?1");

        names.forEach(given::user);

        assertThat(ports.users().list(UserFilter.all(), PageRequest.first()).items())
                .extracting(user -> user.username().value())
                .containsExactlyElementsOf(names);
    }

    @Test
    default void numbersGrowInOrderOfCreation() {
        Given given = new Given(ports());

        User first = given.user("zoe").user();
        User second = given.user("ana").user();

        assertThat(first.number()).isPositive();
        assertThat(second.number()).isGreaterThan(first.number());
    }

    @Test
    default void numbersStayAfterDeletion() {
        Ports ports = ports();
        Given given = new Given(ports);
        User gone = given.user("ana").status(UserStatus.DELETED).user();

        User next = given.user("bob").user();

        assertThat(next.number()).isGreaterThan(gone.number());
        assertThat(ports.users().findEvenDeleted(gone.id())).contains(gone);
    }

    @Test
    default void usersAreFoundByTheirNumberUntilTheyAreDeleted() {
        Ports ports = ports();
        Given given = new Given(ports);
        User ana = given.user("ana").user();
        User away = given.user("bob").status(UserStatus.DEACTIVATED).user();
        User gone = given.user("eve").status(UserStatus.DELETED).user();

        assertThat(ports.users().findByNumber(ana.number())).contains(ana);
        assertThat(ports.users().findByNumber(away.number())).contains(away);
        assertThat(ports.users().findByNumber(gone.number())).isEmpty();
        assertThat(Stream.of(0L, -1L, gone.number() + 1, Long.MAX_VALUE).map(ports.users()::findByNumber))
                .allMatch(Optional::isEmpty);
    }

    @Test
    default void takenIdIsAConflict() {
        Ports ports = ports();
        Given given = new Given(ports);
        User ana = given.user("ana").user();
        User bob = given.newUser("bob");
        User sameId = User.person(ana.id(), bob.username(), THEN);

        assertConflict("id", () -> ports.users().add(sameId));
    }

    @Test
    default void idOfDeletedUserStaysTaken() {
        Ports ports = ports();
        Given given = new Given(ports);
        User gone = given.user("ana").status(UserStatus.DELETED).user();

        assertConflict("id", () -> ports.users().add(gone.withStatus(UserStatus.ACTIVE)));
    }

    @ParameterizedTest
    @CsvSource({"Ivo,IVO", "ﬁona,FIONA", "straße,STRASSE", "Ａｎａ,ana", "ΣΊΣΥΦΟΣ,σίσυφος", "é,E\u0301", "Ⅷ,viii"})
    default void usernamesAreUniqueWithoutCase(String taken, String wanted) {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user(taken);

        assertConflict("username", () -> given.user(wanted));
        assertThat(ports.users().findByUsername(NameKey.of(wanted))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"ana,aná", "ana,anna", "ana,ana1", "a_b,axb", "a%,ab", "o,ö"})
    default void differentUsernamesStandSideBySide(String one, String other) {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user(one);

        User added = given.user(other).user();

        assertThat(ports.users().findByUsername(NameKey.of(other))).contains(added);
    }

    @Test
    default void emailsAreUniqueWithoutCase() {
        Given given = new Given(ports());
        given.user("ana").email("Ana@Example.org");

        GivenUser bob = given.user("bob");

        assertConflict("email", () -> bob.email("ana@EXAMPLE.ORG"));
    }

    @Test
    default void addRefusesATakenEmail() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user("ana").email("ana@example.org");
        User bob = given.newUser("bob").withEmail(new EmailAddress("ANA@example.org"));

        assertConflict("email", () -> ports.users().add(bob));
        assertThat(ports.users().findByUsername(NameKey.of("bob"))).isEmpty();
    }

    @Test
    default void anyNumberOfUsersHaveNoEmail() {
        Ports ports = ports();
        Given given = new Given(ports);

        given.user("ana");
        given.user("bob");

        assertThat(ports.users().count(UserFilter.all())).isEqualTo(2);
    }

    @Test
    default void usernameMayNotBeAnothersEmail() {
        Given given = new Given(ports());
        given.user("ana").email("ana@example.org");

        assertConflict("username", () -> given.user("ANA@example.org"));
    }

    @Test
    default void emailMayNotBeAnothersUsername() {
        Given given = new Given(ports());
        given.user("ana@example.org");

        GivenUser bob = given.user("bob");

        assertConflict("email", () -> bob.email("Ana@Example.org"));
    }

    @Test
    default void usernameMayBeTheUsersOwnEmail() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana@example.org").email("Ana@example.org");

        assertThat(ports.users().findByLogin(NameKey.of("ana@example.org"))).contains(ana.user());
    }

    @Test
    default void updateStoresEveryField() {
        Ports ports = ports();
        User ana = new Given(ports).user("ana").user();
        User changed = ana.withUsername(new Username("anna"))
                .withEmail(new EmailAddress("anna@example.org"))
                .withProfile(ProfileBuilder.builder()
                        .firstName(new PersonName("Anna"))
                        .lastName(new PersonName("Bell"))
                        .displayName(new PersonName("AB"))
                        .phone(new PhoneNumber("110"))
                        .pronouns(new Pronouns("she/her"))
                        .build())
                .withRole(PredefinedRole.VIEWER.ref())
                .withStatus(UserStatus.DEACTIVATED)
                .withStay(new Stay(null, THEN.plusSeconds(90)))
                .updatedAt(THEN.plusSeconds(60));

        ports.users().update(changed);

        assertThat(ports.users().find(ana.id())).contains(changed);
    }

    @Test
    default void updateCanEmptyFields() {
        Ports ports = ports();
        User ana = new Given(ports).user("ana").email("ana@example.org").user();

        ports.users().update(ana.withEmail(null));

        assertThat(ports.users().find(ana.id())).contains(ana.withEmail(null));
        assertThat(ports.users().findByEmail(NameKey.of("ana@example.org"))).isEmpty();
    }

    @Test
    default void updateToATakenUsernameIsAConflict() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user("ana");
        User bob = given.user("bob").user();

        assertConflict("username", () -> ports.users().update(bob.withUsername(new Username("ANA"))));
        assertThat(ports.users().find(bob.id())).contains(bob);
    }

    @Test
    default void updateMayChangeCaseAlone() {
        Ports ports = ports();
        User ana = new Given(ports).user("ana").user();

        ports.users().update(ana.withUsername(new Username("Ana")));

        assertThat(ports.users().findByUsername(NameKey.of("ANA")))
                .hasValueSatisfying(
                        found -> assertThat(found.username().value()).isEqualTo("Ana"));
    }

    @Test
    default void renamingFreesTheOldName() {
        Ports ports = ports();
        Given given = new Given(ports);
        User ana = given.user("ana").user();
        ports.users().update(ana.withUsername(new Username("anna")));

        User other = given.user("ana").user();

        assertThat(ports.users().findByUsername(NameKey.of("ana"))).contains(other);
    }

    @Test
    default void deletionFreesUsernameAndEmail() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user("ana").email("ana@example.org").status(UserStatus.DELETED);

        User next = given.user("ana").email("ana@example.org").user();

        assertThat(ports.users().findByUsername(NameKey.of("ana"))).contains(next);
        assertThat(ports.users().findByEmail(NameKey.of("ana@example.org"))).contains(next);
    }

    @Test
    default void deletedUsersMayShareAName() {
        Ports ports = ports();
        Given given = new Given(ports);
        User first = given.user("ana").status(UserStatus.DELETED).user();
        User second = given.user("ana").status(UserStatus.DELETED).user();

        assertThat(ports.users().findEvenDeleted(first.id())).contains(first);
        assertThat(ports.users().findEvenDeleted(second.id())).contains(second);
    }

    @Test
    default void deletedUsersAreFoundOnlyByFindEvenDeleted() {
        Ports ports = ports();
        Users users = ports.users();
        User gone = new Given(ports)
                .user("ana")
                .email("a@b.org")
                .status(UserStatus.DELETED)
                .user();

        assertThat(users.find(gone.id())).isEmpty();
        assertThat(users.findByUsername(NameKey.of("ana"))).isEmpty();
        assertThat(users.findByEmail(NameKey.of("a@b.org"))).isEmpty();
        assertThat(users.findByLogin(NameKey.of("ana"))).isEmpty();
        assertThat(users.findByLogin(NameKey.of("a@b.org"))).isEmpty();
        assertThat(users.findEvenDeleted(gone.id())).contains(gone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANA", "ana@EXAMPLE.org"})
    default void loginIsUsernameOrEmail(String login) {
        Ports ports = ports();
        User ana = new Given(ports).user("Ana").email("ana@example.org").user();

        assertThat(ports.users().findByLogin(NameKey.of(login))).contains(ana);
    }

    @Test
    default void usernameIsNoEmailAndEmailNoUsername() {
        Ports ports = ports();
        new Given(ports).user("ana").email("ana@example.org");

        assertThat(ports.users().findByEmail(NameKey.of("ana"))).isEmpty();
        assertThat(ports.users().findByUsername(NameKey.of("ana@example.org"))).isEmpty();
    }

    @Test
    default void unknownUsersAreNotFound() {
        Users users = ports().users();
        UserId nobody = new UserId(new UUID(1, 2));

        assertThat(users.find(nobody)).isEmpty();
        assertThat(users.findEvenDeleted(nobody)).isEmpty();
        assertThat(users.findByLogin(NameKey.of("nobody"))).isEmpty();
    }

    @Test
    default void pagesFollowTheOrderOfCreation() {
        Ports ports = ports();
        Given given = new Given(ports);
        List<String> names = List.of("zoe", "ana", "Mia", "bob", "élan");
        names.forEach(given::user);

        List<User> walked = Pages.walk(2, page -> ports.users().list(UserFilter.all(), page));

        assertThat(walked).extracting(user -> user.username().value()).containsExactlyElementsOf(names);
    }

    @Test
    default void lastPageHasNoNext() {
        Ports ports = ports();
        Given given = new Given(ports);
        Stream.of("ana", "bob").forEach(given::user);

        Page<User> exact = ports.users().list(UserFilter.all(), PageRequest.first(2));

        assertThat(exact.items()).hasSize(2);
        assertThat(exact.next()).isNull();
    }

    @Test
    default void insertionBetweenPagesLosesNothing() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser first = given.user("ana");
        Stream.of("bob", "cid").forEach(given::user);
        Page<User> page = ports.users().list(UserFilter.all(), PageRequest.first(2));
        first.status(UserStatus.DELETED);
        given.user("aaa");

        long next = page.next() == null ? 0 : page.next();
        Page<User> following = ports.users().list(UserFilter.all(), new PageRequest(next, 2));

        assertThat(following.items())
                .extracting(user -> user.username().value())
                .containsExactly("cid", "aaa");
    }

    @Test
    default void listShowsDeletedUsersOnlyWhenAsked() {
        Ports ports = ports();
        Given given = new Given(ports);
        User ana = given.user("ana").user();
        User gone = given.user("bob").status(UserStatus.DELETED).user();

        assertThat(listed(ports, UserFilter.all())).containsExactly(ana);
        assertThat(listed(ports, UserFilter.all().withStatuses(Set.of(UserStatus.DELETED))))
                .containsExactly(gone);
    }

    @Test
    default void listNarrowsByStatuses() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user("ana");
        User invited = given.user("bob").status(UserStatus.INVITED).user();
        User out = given.user("cid").status(UserStatus.DEACTIVATED).user();

        Set<UserStatus> wanted = Set.of(UserStatus.INVITED, UserStatus.DEACTIVATED);

        assertThat(listed(ports, UserFilter.all().withStatuses(wanted))).containsExactly(invited, out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRASS", "straß", "ASSE-1", "Example.ORG", "ｓｔｒ"})
    default void listFindsPartsOfNamesAndEmails(String part) {
        Ports ports = ports();
        Given given = new Given(ports);
        User found = given.user("Straße-1").email("x@example.org").user();
        given.user("other").email("y@example.com");

        assertThat(listed(ports, UserFilter.all().withText(part))).containsExactly(found);
    }

    @ParameterizedTest
    @CsvSource({"100%,100", "a_b,axb", "a\\b,ab", "[ab],a", "a*,ab"})
    default void listTakesWildcardsLiterally(String wanted, String other) {
        Ports ports = ports();
        Given given = new Given(ports);
        User found = given.user(wanted).user();
        given.user(other + "-other");

        assertThat(listed(ports, UserFilter.all().withText(wanted))).containsExactly(found);
    }

    @Test
    default void listNarrowsByRole() {
        Ports ports = ports();
        Given given = new Given(ports);
        Role custom = given.role("curator");
        given.user("ana");
        User curator = given.user("bob").role(custom).user();

        assertThat(listed(ports, UserFilter.all().withRole(custom.id()))).containsExactly(curator);
        assertThat(curator.role()).isEqualTo(custom.ref());
    }

    @Test
    default void listNarrowsByKind() {
        Ports ports = ports();
        Given given = new Given(ports);
        User ana = given.user("ana").user();
        User bot = given.newUser("bot");
        ports.users().add(bot.asServiceOf(ana.id()));

        UserFilter people = UserFilter.all().withKind(UserKind.PERSON);

        assertThat(listed(ports, people)).containsExactly(ana);
    }

    @Test
    default void listNarrowsByWorkspace() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        given.user("ana").in("other");
        User member = given.user("bob").in(legal).in("other").user();
        given.user("cid");

        assertThat(listed(ports, UserFilter.all().withWorkspace(legal.id()))).containsExactly(member);
    }

    @Test
    default void conditionsNarrowTogether() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        User wanted = given.user("ana-1").role(PredefinedRole.ADMIN).in(legal).user();
        given.user("ana-2").in(legal);
        given.user("ana-3").role(PredefinedRole.ADMIN);
        given.user("bob").role(PredefinedRole.ADMIN).in(legal);

        UserFilter filter = UserFilter.all()
                .withText("ANA")
                .withRole(PredefinedRole.ADMIN.id())
                .withWorkspace(legal.id())
                .withStatuses(Set.of(UserStatus.ACTIVE));

        assertThat(listed(ports, filter)).containsExactly(wanted);
        assertThat(ports.users().count(filter)).isEqualTo(1);
    }

    @Test
    default void filteredPagesReachTheEnd() {
        Ports ports = ports();
        Given given = new Given(ports);
        for (int i = 0; i < 7; i++) {
            given.user("user-" + i).role(i % 3 == 0 ? PredefinedRole.ADMIN : PredefinedRole.VIEWER);
        }

        UserFilter admins = UserFilter.all().withRole(PredefinedRole.ADMIN.id());

        assertThat(Pages.walk(1, page -> ports.users().list(admins, page)))
                .extracting(user -> user.username().value())
                .containsExactly("user-0", "user-3", "user-6");
    }

    @Test
    default void countCountsWhatTheListShows() {
        Ports ports = ports();
        Given given = new Given(ports);
        Stream.of("ana", "anna", "bob").forEach(given::user);
        given.user("anita").status(UserStatus.DELETED);

        assertThat(ports.users().count(UserFilter.all())).isEqualTo(3);
        assertThat(ports.users().count(UserFilter.all().withText("AN"))).isEqualTo(2);
    }

    @Test
    default void emptyOnlyUntilTheFirstUser() {
        Ports ports = ports();

        assertThat(ports.users().isEmpty()).isTrue();

        new Given(ports).user("ana").status(UserStatus.DELETED);

        assertThat(ports.users().isEmpty()).isFalse();
    }

    @Test
    default void onlyAnActivePersonIsTheOwnerOfAnInstallation() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user("ana");
        GivenUser olga = given.owner("olga").status(UserStatus.DEACTIVATED);

        assertThat(ports.users().hasOwner()).isFalse();
        olga.status(UserStatus.ACTIVE);
        assertThat(ports.users().hasOwner()).isTrue();
    }

    @Test
    default void heldOwnerlessStoreGetsOneOwner() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        Given given = new Given(ports);

        Race.run(
                8,
                runner -> () -> ports.transactions().inTransaction(() -> {
                    if (ports.users().holdOwnerless()) {
                        given.owner("owner-" + runner);
                    }
                }));

        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
        assertThat(ports.transactions().inTransaction(() -> ports.users().holdOwnerless()))
                .isFalse();
    }

    @Test
    default void activePeopleAloneAreHeldAsOwners() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser olga = given.owner("olga");
        given.owner("oleg").status(UserStatus.DEACTIVATED);
        given.owner("odo").status(UserStatus.DELETED);
        given.owner("ona").status(UserStatus.INVITED);
        given.owner("robot").serviceOf(olga);
        given.user("ana").role(PredefinedRole.MANAGER);

        Set<UserId> held =
                ports.transactions().inTransaction(() -> ports.users().holdActiveOwners());

        assertThat(held).containsExactly(olga.id());
    }

    @Test
    default void heldOwnersCannotBothBeDemoted() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        Given given = new Given(ports);
        List<UserId> owners = Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
                .map(name -> given.owner(name).id())
                .toList();

        Race.run(owners.size(), runner -> () -> stepDown(ports, owners.get(runner)));

        UserFilter stillOwners = UserFilter.all().withRole(PredefinedRole.OWNER.id());
        assertThat(ports.users().count(stillOwners)).isEqualTo(1);
    }

    @Test
    default void oneOfManyGetsTheUsername() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        Given given = new Given(ports);

        List<Outcome> outcomes = Race.run(16, runner -> {
            User user = given.newUser(runner % 2 == 0 ? "ana" : "ANA");
            return () -> ports.transactions().inTransaction(() -> {
                ports.users().add(user);
            });
        });

        assertThat(Collections.frequency(outcomes, Outcome.DONE)).isEqualTo(1);
        assertThat(ports.users().count(UserFilter.all())).isEqualTo(1);
    }

    @Test
    default void findAllFindsTheDeletedToo() {
        Ports ports = ports();
        Given given = new Given(ports);
        User ana = given.user("ana").user();
        User gone = given.user("bob").status(UserStatus.DELETED).user();
        given.user("cid");

        assertThat(ports.users().findAll(Set.of(ana.id(), gone.id(), new UserId(new UUID(1, 2)))))
                .containsExactlyInAnyOrder(ana, gone);
        assertThat(ports.users().findAll(Set.of())).isEmpty();
    }

    @Test
    default void deletedUserIsFoundByEmail() {
        Ports ports = ports();
        Given given = new Given(ports);
        deletedAt(ports, given.user("first").email("ana@example.org"), THEN.plusSeconds(60));
        GivenUser last = deletedAt(ports, given.user("last").email("ANA@example.org"), THEN.plusSeconds(120));
        deletedAt(ports, given.user("third").email("ana@example.org"), THEN.plusSeconds(90));
        deletedAt(ports, given.user("other").email("other@example.org"), THEN.plusSeconds(300));

        assertThat(ports.users().findDeletedByEmail(NameKey.of("Ana@Example.org")))
                .contains(last.user());
        assertThat(ports.users().findDeletedByEmail(NameKey.of("nobody@example.org")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "DELETED", mode = EnumSource.Mode.EXCLUDE)
    default void livingUserHidesTheDeletedOneOfThatEmail(UserStatus status) {
        Ports ports = ports();
        Given given = new Given(ports);
        deletedAt(ports, given.user("former").email("ana@example.org"), THEN);
        GivenUser living = given.user("living").email("ana@example.org").status(status);

        assertThat(ports.users().findDeletedByEmail(NameKey.of("ana@example.org")))
                .isEmpty();

        living.email("new@example.org");

        assertThat(ports.users().findDeletedByEmail(NameKey.of("ana@example.org")))
                .isPresent();
    }

    private static GivenUser deletedAt(Ports ports, GivenUser user, Instant at) {
        ports.users().update(user.user().withStatus(UserStatus.DELETED).updatedAt(at));
        return user;
    }

    @Test
    default void activityMovesForwardAndNothingElse() {
        Ports ports = ports();
        Given given = new Given(ports);
        GivenUser ana = given.user("ana");
        GivenUser bob = given.user("bob");
        GivenUser zoe = given.user("zoe");
        User anaBefore = ana.user();
        User bobBefore = bob.user();
        User zoeBefore = zoe.user();
        ports.users().stampActivity(Map.of(bob.id(), THEN.plusSeconds(60)));

        ports.users()
                .stampActivity(Map.of(
                        ana.id(),
                        THEN.plusSeconds(30),
                        bob.id(),
                        THEN.plusSeconds(30),
                        new UserId(new UUID(1, 2)),
                        THEN));
        ports.users().stampActivity(Map.of());

        assertThat(ana.user()).isEqualTo(anaBefore.withLastActivityAt(THEN.plusSeconds(30)));
        assertThat(bob.user()).isEqualTo(bobBefore.withLastActivityAt(THEN.plusSeconds(60)));
        assertThat(zoe.user()).isEqualTo(zoeBefore);
    }

    @Test
    default void updateDoesNotTouchActivity() {
        Ports ports = ports();
        GivenUser ana = new Given(ports).user("ana");
        User before = ana.user();
        ports.users().stampActivity(Map.of(ana.id(), THEN.plusSeconds(60)));

        ports.users().update(before.withUsername(new Username("anna")));

        assertThat(ana.user().lastActivityAt()).isEqualTo(THEN.plusSeconds(60));
    }

    @Test
    default void concurrentStampsKeepTheLatest() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        Given given = new Given(ports);
        List<UserId> users = Stream.of("ana", "bob", "zoe")
                .map(name -> given.user(name).id())
                .toList();

        Race.run(
                8,
                runner -> () -> ports.users()
                        .stampActivity(users.stream()
                                .collect(Collectors.toMap(user -> user, user -> THEN.plusSeconds(runner)))));

        assertThat(users)
                .allSatisfy(user ->
                        assertThat(ports.users().get(user).lastActivityAt()).isEqualTo(THEN.plusSeconds(7)));
    }

    @Test
    default void manyLoginsAreFoundAtOnce() {
        Ports ports = ports();
        Given given = new Given(ports);
        User ana = given.user("Ana").email("ana@example.org").user();
        User bob = given.user("bob").user();
        given.user("gone").status(UserStatus.DELETED);
        Stream<String> strangers = IntStream.range(0, 1_200).mapToObj(number -> "nobody-" + number);
        Set<NameKey> logins = Stream.concat(strangers, Stream.of("ANA", "ana@example.org", "bob", "gone"))
                .map(NameKey::of)
                .collect(Collectors.toSet());

        assertThat(ports.users().findAllByLogin(logins))
                .isEqualTo(Map.of(NameKey.of("ana"), ana, NameKey.of("ana@example.org"), ana, NameKey.of("bob"), bob));
        assertThat(ports.users().findAllByLogin(Set.of())).isEmpty();
    }

    @Test
    default void endOfAWorkspaceEndsTheStaysOfItsGuestsUnlessTheyEndedBefore() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        Workspace sales = given.workspace("sales");
        GivenUser open = given.user("open").staying(new Stay(legal.id(), null));
        GivenUser dated = given.user("dated").staying(new Stay(legal.id(), THEN.plusSeconds(90)));
        GivenUser ended = given.user("ended").staying(new Stay(legal.id(), THEN.plusSeconds(30)));
        GivenUser elsewhere = given.user("elsewhere").staying(new Stay(sales.id(), null));
        GivenUser permanent = given.user("permanent").in(legal);
        User other = elsewhere.user();
        User member = permanent.user();
        Instant at = THEN.plusSeconds(60);

        assertThat(ports.users().endStays(legal.id(), at)).isEqualTo(3);

        assertThat(open.user().stay()).isEqualTo(new Stay(null, at));
        assertThat(open.user().updatedAt()).isEqualTo(at);
        assertThat(dated.user().stay()).isEqualTo(new Stay(null, at));
        assertThat(ended.user().stay()).isEqualTo(new Stay(null, THEN.plusSeconds(30)));
        assertThat(elsewhere.user()).isEqualTo(other);
        assertThat(permanent.user()).isEqualTo(member);
        assertThat(ports.users().endStays(legal.id(), at)).isZero();
    }

    @Test
    default void guestsWhoseStayIsOverAreFoundInTheOrderOfTheirEnds() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.user("permanent");
        given.user("with a workspace").staying(new Stay(given.workspace("legal").id(), null));
        User second = given.user("second").staying(new Stay(null, THEN)).user();
        User first = given.user("first")
                .staying(new Stay(null, THEN.minusSeconds(1)))
                .user();
        User off = given.user("off")
                .staying(new Stay(null, THEN))
                .status(UserStatus.DEACTIVATED)
                .user();
        given.user("gone").staying(new Stay(null, THEN)).status(UserStatus.DELETED);
        given.user("later").staying(new Stay(null, THEN.plusNanos(1_000)));

        assertThat(ports.users().holdWhoseStayEnded(THEN, 10)).containsExactly(first, second, off);
        assertThat(ports.users().holdWhoseStayEnded(THEN, 2)).containsExactly(first, second);
    }

    private static List<User> listed(Ports ports, UserFilter filter) {
        return ports.users().list(filter, PageRequest.first()).items();
    }

    private static void stepDown(Ports ports, UserId id) {
        ports.transactions().inTransaction(() -> {
            if (ports.users().holdActiveOwners().size() > 1) {
                User user = ports.users().find(id).orElseThrow();
                ports.users().update(user.withRole(PredefinedRole.ANNOTATOR.ref()));
            }
        });
    }
}
