package dev.roster.application.guest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Decide;
import dev.roster.application.access.Origin;
import dev.roster.application.access.WhoMay;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.CompletePasswordReset;
import dev.roster.application.credential.CreateLogInLink;
import dev.roster.application.credential.GiveTemporaryPassword;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.LogInByLink;
import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.guest.CreateGuests.Created;
import dev.roster.application.guest.CreateGuests.Guest;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.ResendInvitation;
import dev.roster.application.organization.DeleteOrganization;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.role.DeleteRole;
import dev.roster.application.role.UpdateRole;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.ReactivateUser;
import dev.roster.application.user.ShowMe;
import dev.roster.application.user.UpdateUser;
import dev.roster.application.workspace.DeleteWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts that last as long as a workspace or until a time, and nothing of theirs that lasts longer. */
class GuestsTest {
    private static final Origin ORIGIN = new Origin(Door.API, "192.0.2.7", "a browser");
    private static final Caller ROOT = Caller.operator("root", Origin.of(Door.CLI));
    private static final Caller ROSTER = Caller.roster(Origin.of(Door.SYSTEM));
    private static final String PASSWORD = "correct horse battery";
    private static final Duration DAY = Duration.ofDays(1);

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final CreateGuests create = useCases.get(CreateGuests.class);
    private final ChangeStay change = useCases.get(ChangeStay.class);
    private final Organization home = given.organization();
    private final Organization lab = given.organization("lab");
    private final Workspace legal = given.workspace("legal", lab);
    private final Dataset letters = given.dataset("letters", legal);
    private final Instant now = fakes.clock().instant();

    @BeforeEach
    void owner() {
        given.owner("olga");
    }

    private static CreateGuests.Command numbered(Workspace workspace, int count) {
        return CreateGuests.Command.of(
                workspace.id(), new CreateGuests.Numbered(CreateGuests.Numbered.USUAL_PREFIX, count));
    }

    /** A guest until tomorrow with a password and every kind of credential. */
    private GivenUser guest() {
        return given.user("gina")
                .staying(new Stay(legal.id(), now.plus(DAY)))
                .in(lab)
                .in(legal)
                .password(PASSWORD)
                .token("ginas-token");
    }

    private Caller callerOf(GivenUser user) {
        return Caller.user(user.user(), ORIGIN);
    }

    private void logIn() {
        useCases.get(LogIn.class).handle(new LogIn.Command("gina", Password.attempted(PASSWORD), ORIGIN));
    }

    private Caller with(String secret) {
        return useCases.get(Authenticate.class).handle(new SecretText(secret), ORIGIN);
    }

    private List<AuditEvent> events() {
        return ports.auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first(1_000))
                .items();
    }

    private static void refused(Kind kind, String field, ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .returns(kind, RefusedException::kind)
                .returns(field, RefusedException::field);
    }

    private static void refused(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(call).returns(kind, RefusedException::kind);
    }

    @Test
    void manyAreCreatedAtOnceEachWithALinkOfTheirOwn() {
        Instant until = now.plus(DAY.multipliedBy(30));

        List<Created> guests =
                create.handle(ROOT, numbered(legal, 3).withRole("reviewer").withUntil(until));

        assertThat(guests)
                .extracting(guest -> guest.user().username().value())
                .containsExactly("guest-1", "guest-2", "guest-3");
        assertThat(guests).extracting(Created::link).doesNotHaveDuplicates();
        assertThat(guests).allSatisfy(guest -> {
            User user = guest.user();
            assertThat(user.stay()).isEqualTo(new Stay(legal.id(), until));
            assertThat(user.role()).isEqualTo(PredefinedRole.ANNOTATOR.ref());
            assertThat(ports.memberships().find(Place.of(legal.id()), user.id()).map(Membership::role))
                    .contains(PredefinedRole.REVIEWER.ref());
            assertThat(ports.people().placesOf(user.id()))
                    .containsExactlyInAnyOrder(Place.of(legal.id()), Place.of(lab.id()));
            assertThat(guest.toString()).doesNotContain(guest.link());
        });
    }

    @Test
    void theLinkOfAGuestSetsAPasswordToLogInWith() {
        Created guest = create.handle(ROOT, numbered(legal, 1)).get(0);
        SecretText secret = new SecretText(guest.link().substring(guest.link().indexOf('#') + 1));

        useCases.get(CompletePasswordReset.class)
                .handle(new CompletePasswordReset.Command(secret, Password.chosen(PASSWORD), ORIGIN));

        assertThat(useCases.get(LogIn.class)
                        .handle(new LogIn.Command("guest-1", Password.attempted(PASSWORD), ORIGIN))
                        .user()
                        .id())
                .isEqualTo(guest.user().id());
    }

    @Test
    void aLinkEndsNoLaterThanTheStay() {
        Instant soon = now.plus(Duration.ofMinutes(10));

        assertThat(create.handle(ROOT, numbered(legal, 1).withUntil(soon))
                        .get(0)
                        .linkUntil())
                .isEqualTo(soon);
        assertThat(create.handle(ROOT, numbered(legal, 1)).get(0).linkUntil()).isAfter(soon);
    }

    @Test
    void numbersThatAreTakenAreLeftOut() {
        given.user("guest-2");
        given.user("other").email("guest-4@example.org");

        assertThat(create.handle(ROOT, numbered(legal, 3)))
                .extracting(guest -> guest.user().username().value())
                .containsExactly("guest-1", "guest-3", "guest-4");
        assertThat(create.handle(ROOT, numbered(legal, 1)))
                .extracting(guest -> guest.user().username().value())
                .containsExactly("guest-5");
    }

    @Test
    void afterALongRunOfTakenNumbersTheNextFreeOnesFollow() {
        IntStream.rangeClosed(1, 1_700).filter(number -> number != 3).forEach(number -> given.user("guest-" + number));
        given.user("guest-1702");

        assertThat(create.handle(ROOT, numbered(legal, 3)))
                .extracting(guest -> guest.user().username().value())
                .containsExactly("guest-3", "guest-1701", "guest-1703");
    }

    @Test
    void oneNameThatIsTakenLeavesNothingOfTheOthers() {
        given.user("ben");
        Object before = fakes.contents();
        List<Guest> guests = Stream.of("ada", "ben", "cleo")
                .map(name -> Guest.named(new Username(name)))
                .toList();

        refused(
                Kind.CONFLICT,
                "username",
                () -> create.handle(ROOT, CreateGuests.Command.of(legal.id(), new CreateGuests.Named(guests))));

        assertThat(fakes.contents()).isEqualTo(before);
    }

    @Test
    void noTwoGuestsOfOneCallShareALogin() {
        Guest ada = Guest.named(new Username("ada"));
        Guest again = Guest.named(new Username("ADA"));
        Guest byAddress =
                new Guest(new Username("cleo"), new EmailAddress("c@example.org"), Profile.named(new Username("cleo")));
        Guest sameAddress =
                new Guest(new Username("cora"), new EmailAddress("C@example.org"), Profile.named(new Username("cora")));

        refused(
                Kind.CONFLICT,
                "username",
                () -> create.handle(
                        ROOT, CreateGuests.Command.of(legal.id(), new CreateGuests.Named(List.of(ada, again)))));
        refused(
                Kind.CONFLICT,
                "email",
                () -> create.handle(
                        ROOT,
                        CreateGuests.Command.of(legal.id(), new CreateGuests.Named(List.of(byAddress, sameAddress)))));
        assertThat(ports.users().findByLogin(new Username("ada").key())).isEmpty();
    }

    @Test
    void anAddressThatIsTakenIsSaidToBe() {
        given.user("ben").email("ben@example.org");
        Guest guest = new Guest(
                new Username("cleo"), new EmailAddress("ben@example.org"), Profile.named(new Username("cleo")));

        refused(
                Kind.CONFLICT,
                "email",
                () -> create.handle(ROOT, CreateGuests.Command.of(legal.id(), new CreateGuests.Named(List.of(guest)))));
    }

    @Test
    void anEndIsInTheFutureAndAtMostAYearAway() {
        refused(
                Kind.INVALID,
                "until",
                () -> create.handle(ROOT, numbered(legal, 1).withUntil(now)));
        refused(
                Kind.INVALID,
                "until",
                () -> create.handle(ROOT, numbered(legal, 1).withUntil(now.plus(DAY.multipliedBy(367)))));
        refused(Kind.INVALID, "count", () -> numbered(legal, 0));
        refused(Kind.INVALID, "count", () -> numbered(legal, CreateGuests.MOST + 1));
        refused(Kind.INVALID, "prefix", () -> new CreateGuests.Numbered("-x", 1));
        refused(Kind.INVALID, "guests", () -> new CreateGuests.Named(List.of()));
    }

    @Test
    void creatingTakesCreatingUsersAddingMembersAndHoldingTheRole() {
        GivenUser member = given.user("member").in(legal, PredefinedRole.MANAGER.role());
        GivenUser creator = given.user("creator").role(given.role("creator", RosterPermission.USER_CREATE));
        Workspace far = given.workspace("far", home);
        GivenUser clerk = given.user("clerk")
                .role(given.role(
                        "clerk",
                        RosterPermission.USER_CREATE,
                        RosterPermission.MEMBER_ADD,
                        RosterPermission.ORGANIZATION_READ,
                        RosterPermission.WORKSPACE_READ,
                        RosterPermission.DATASET_READ,
                        RosterPermission.DATASET_ANNOTATE,
                        RosterPermission.FEEDBACK_CREATE))
                .in(lab)
                .in(legal);

        assertThat(create.handle(callerOf(clerk), numbered(legal, 2))).hasSize(2);
        refused(Kind.FORBIDDEN, () -> create.handle(callerOf(member), numbered(legal, 1)));
        refused(Kind.FORBIDDEN, () -> create.handle(callerOf(creator), numbered(legal, 1)));
        refused(Kind.FORBIDDEN, () -> create.handle(callerOf(clerk), numbered(far, 1)));
        refused(
                Kind.FORBIDDEN,
                () -> create.handle(callerOf(clerk), numbered(legal, 1).withRole("manager")));
        refused(
                Kind.INVALID,
                "role",
                () -> create.handle(ROOT, numbered(legal, 1).withRole("owner")));
    }

    /** What a guest could still come in with. */
    private interface Entrance {
        void tryIt(GuestsTest test, GivenUser guest);
    }

    static Stream<Named<Entrance>> entrances() {
        return Stream.of(
                Named.of("password", (test, guest) -> test.logIn()),
                Named.of("token", (test, guest) -> test.with("ginas-token")),
                Named.of("key", (test, guest) -> test.with("ginas-key")),
                Named.of("session", (test, guest) -> test.with("ginas-session")),
                Named.of("key of a service account of the guest", (test, guest) -> test.with("robots-key")),
                Named.of(
                        "request that was on its way",
                        (test, guest) -> test.useCases
                                .get(UpdateUser.class)
                                .handle(
                                        test.callerOf(guest),
                                        UpdateUser.Command.of(guest.id())
                                                .withUsername(Change.to(new Username("gina-for-ever"))))));
    }

    @ParameterizedTest
    @MethodSource("entrances")
    void nothingOfAGuestWorksFromTheEndOfTheStayOn(Entrance entrance) {
        GivenUser guest = guest();
        guest.apiKey("ginas-key");
        guest.session("ginas-session");
        given.user("robot").serviceOf(guest).apiKey("robots-key");
        fakes.clock().advance(DAY.minusNanos(1_000));
        with("ginas-token");
        with("robots-key");

        fakes.clock().advance(Duration.ofNanos(1_000));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> entrance.tryIt(this, guest))
                .matches(refusal -> refusal.kind() == Kind.UNAUTHENTICATED || refusal.kind() == Kind.FORBIDDEN);
        assertThat(guest.user().status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void aLogInLinkDoesNotWorkAfterTheStay() {
        GivenUser guest = guest();
        String link = useCases.get(CreateLogInLink.class)
                .handle(ROOT, new CreateLogInLink.Command(guest.id(), DAY.multipliedBy(2)))
                .link();
        fakes.clock().advance(DAY);

        refused(
                Kind.NOT_FOUND,
                () -> useCases.get(LogInByLink.class)
                        .handle(new LogInByLink.Command(
                                new SecretText(link.substring(link.indexOf('#') + 1)), ORIGIN)));
    }

    @Test
    void theAnswerOfThePolicyNamesTheEndOfTheStay() {
        GivenUser guest = guest();
        Decide.Query query = new Decide.Query(
                guest.id(),
                List.of(new Decide.Question(
                        RosterPermission.DATASET_READ,
                        Target.of(letters, Target.of(legal)).ref())));

        assertThat(useCases.get(Decide.class).handle(ROOT, query)).allMatch(Decision::isAllowed);
        fakes.clock().advance(DAY);

        assertThat(useCases.get(Decide.class).handle(ROOT, query).get(0).reason())
                .contains("the guest's stay ended on " + now.plus(DAY));
        assertThat(useCases.get(WhoMay.class)
                        .handle(
                                ROOT,
                                new WhoMay.Query(
                                        RosterPermission.DATASET_READ,
                                        Target.of(letters, Target.of(legal)).ref()),
                                PageRequest.first())
                        .items())
                .extracting(WhoMay.Entitled::user)
                .doesNotContain(guest.id());
    }

    @Test
    void theAccountIsDeletedAfterTheStayAndTheTrailSaysWhy() {
        GivenUser guest = guest();
        EndStays end = useCases.get(EndStays.class);
        assertThat(end.handle(ROSTER)).isZero();
        fakes.clock().advance(DAY);

        assertThat(end.handle(ROSTER)).isEqualTo(1);

        assertThat(guest.user().status()).isEqualTo(UserStatus.DELETED);
        assertThat(ports.passwords().find(guest.id())).isEmpty();
        assertThat(ports.people().placesOf(guest.id())).isEmpty();
        assertThat(ports.users().findByLogin(new Username("gina").key())).isEmpty();
        AuditEvent event = events().get(0);
        assertThat(event.action()).isEqualTo("user.delete");
        assertThat(requireNonNull(event.changes().get("reason")).after()).isEqualTo("stay ended");
        assertThat(end.handle(ROSTER)).isZero();
    }

    @Test
    void manyEndInOneRun() {
        IntStream.range(0, 250).forEach(number -> given.user("guest-" + number).staying(new Stay(null, now)));

        assertThat(useCases.get(EndStays.class).handle(ROSTER)).isEqualTo(250);
        assertThat(ports.users().findByLogin(new Username("guest-249").key())).isEmpty();
    }

    @Test
    void endingStaysIsForRosterAndOwners() {
        GivenUser ana = given.user("ana").role(PredefinedRole.ADMIN);

        refused(Kind.FORBIDDEN, () -> useCases.get(EndStays.class).handle(callerOf(ana)));
    }

    @Test
    void deletingTheWorkspaceEndsTheStaysOfItsGuestsAtOnce() {
        GivenUser guest = guest();
        GivenUser elsewhere = given.user("elsewhere")
                .staying(new Stay(given.workspace("other", lab).id(), null));

        useCases.get(DeleteWorkspace.class).handle(ROOT, DeleteWorkspace.Command.withContents(legal.id()));

        refused(Kind.UNAUTHENTICATED, () -> with("ginas-token"));
        refused(Kind.UNAUTHENTICATED, this::logIn);
        assertThat(requireNonNull(events().get(0).changes().get("guests")).before())
                .isEqualTo("1");
        useCases.get(EndStays.class).handle(ROSTER);
        assertThat(guest.user().status()).isEqualTo(UserStatus.DELETED);
        assertThat(elsewhere.user().status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void previewsCountTheGuestsWhoseAccountsEnd() {
        guest();
        given.user("permanent").in(legal);

        assertThat(useCases.get(DeleteWorkspace.class)
                        .preview(ROOT, legal.id())
                        .contents()
                        .guests())
                .isEqualTo(1);
        assertThat(useCases.get(DeleteWorkspace.class)
                        .blocking(ROOT, legal.id())
                        .contents()
                        .guests())
                .isEqualTo(1);
        assertThat(useCases.get(DeleteOrganization.class)
                        .preview(ROOT, lab.id())
                        .guests())
                .isEqualTo(1);
    }

    @Test
    void deletingAnEmptyWorkspaceOrItsOrganizationEndsThemToo() {
        Workspace empty = given.workspace("empty", lab);
        GivenUser first =
                given.user("first").staying(new Stay(empty.id(), null)).token("firsts-token");
        GivenUser second = guest();

        useCases.get(DeleteWorkspace.class).handle(ROOT, DeleteWorkspace.Command.empty(empty.id()));
        refused(Kind.UNAUTHENTICATED, () -> with("firsts-token"));
        useCases.get(DeleteOrganization.class)
                .handle(ROOT, given.organization("lab").id());
        refused(Kind.UNAUTHENTICATED, () -> with("ginas-token"));

        assertThat(useCases.get(EndStays.class).handle(ROSTER)).isEqualTo(2);
        assertThat(Stream.of(first, second).map(guest -> guest.user().status())).containsOnly(UserStatus.DELETED);
    }

    @Test
    void aStayIsMovedOrBecomesPermanentByWhoMayCreateUsers() {
        GivenUser guest = guest();
        Instant later = now.plus(DAY.multipliedBy(2));

        assertThat(change.until(ROOT, guest.id(), later).stay()).isEqualTo(new Stay(legal.id(), later));
        assertThat(events().get(0).action()).isEqualTo("user.change-stay");
        fakes.clock().advance(DAY);
        with("ginas-token");
        assertThat(change.until(ROOT, guest.id(), null).stay()).isEqualTo(new Stay(legal.id(), null));
        assertThat(change.makePermanent(ROOT, guest.id()).isGuest()).isFalse();
        fakes.clock().advance(DAY.multipliedBy(400));

        assertThat(useCases.get(EndStays.class).handle(ROSTER)).isZero();
        logIn();
    }

    @Test
    void noGuestMovesTheirOwnEnd() {
        GivenUser guest = guest();
        refused(Kind.FORBIDDEN, () -> change.until(callerOf(guest), guest.id(), now.plus(DAY.multipliedBy(9))));
        refused(Kind.FORBIDDEN, () -> change.makePermanent(callerOf(guest), guest.id()));

        GivenUser mighty = given.user("mighty")
                .role(given.role("mighty", RosterPermission.USER_CREATE, RosterPermission.USER_UPDATE))
                .staying(new Stay(legal.id(), now.plus(DAY)));
        refused(Kind.FORBIDDEN, () -> change.makePermanent(callerOf(mighty), mighty.id()));
    }

    @Test
    void whoMayNotCreateUsersMovesNoEnd() {
        GivenUser guest = guest();
        GivenUser editor = given.user("editor").role(given.role("editor", RosterPermission.USER_UPDATE));
        GivenUser creator = given.user("creator").role(given.role("creator", RosterPermission.USER_CREATE));

        refused(Kind.FORBIDDEN, () -> change.makePermanent(callerOf(editor), guest.id()));
        refused(Kind.FORBIDDEN, () -> change.makePermanent(callerOf(creator), guest.id()));
    }

    @Test
    void aHelpDeskMovesNoEndOfWhoAdministersMore() {
        GivenUser desk = given.user("desk")
                .role(given.role(
                        "desk",
                        RosterPermission.USER_CREATE,
                        RosterPermission.USER_UPDATE,
                        RosterPermission.ORGANIZATION_READ,
                        RosterPermission.WORKSPACE_READ,
                        RosterPermission.DATASET_READ,
                        RosterPermission.DATASET_ANNOTATE,
                        RosterPermission.FEEDBACK_CREATE));
        GivenUser plain = guest();
        GivenUser manager = given.user("mona")
                .staying(new Stay(legal.id(), now.plus(DAY)))
                .in(legal, PredefinedRole.MANAGER.role());

        assertThat(change.until(callerOf(desk), plain.id(), now.plus(DAY.multipliedBy(2)))
                        .isGuest())
                .isTrue();
        refused(Kind.FORBIDDEN, () -> change.until(callerOf(desk), manager.id(), now.plus(DAY.multipliedBy(2))));
        refused(Kind.FORBIDDEN, () -> change.makePermanent(callerOf(desk), manager.id()));
    }

    @Test
    void aStayThatIsOverIsNotBroughtBack() {
        GivenUser guest = guest();
        fakes.clock().advance(DAY);

        refused(
                Kind.CONFLICT,
                "user",
                () -> change.until(ROOT, guest.id(), fakes.clock().instant().plus(DAY)));
        refused(Kind.CONFLICT, "user", () -> change.makePermanent(ROOT, guest.id()));
        refused(
                Kind.CONFLICT,
                "user",
                () -> change.makePermanent(ROOT, given.user("ana").id()));
    }

    @Test
    void aGuestGetsNoRoleThatReachesBeyondPlaces() {
        GivenUser guest = guest();
        UpdateUser update = useCases.get(UpdateUser.class);

        given.role("creator", RosterPermission.USER_CREATE);

        for (String role : List.of("owner", "creator")) {
            refused(
                    Kind.INVALID,
                    "role",
                    () -> update.handle(ROOT, UpdateUser.Command.of(guest.id()).withRole(Change.to(role))));
        }
        refused(Kind.INVALID, "role", () -> update.previewRole(ROOT, guest.id(), "owner"));
    }

    @Test
    void aRoleThatGuestsHaveGetsNoRightBeyondPlaces() {
        Role helper = given.role("helper", RosterPermission.DATASET_READ);
        Role creator = given.role("creator", RosterPermission.USER_CREATE);
        GivenUser guest = guest().role(helper);
        UpdateRole update = useCases.get(UpdateRole.class);
        UpdateRole.Command more = UpdateRole.Command.of(helper.id())
                .withPermissions(Change.to(PermissionSet.of(RosterPermission.USER_CREATE)));

        refused(Kind.CONFLICT, "role", () -> update.handle(ROOT, more));
        refused(Kind.CONFLICT, "role", () -> update.preview(ROOT, more, PageRequest.first()));
        refused(
                Kind.CONFLICT,
                "role",
                () -> useCases.get(DeleteRole.class).handle(ROOT, new DeleteRole.Command(helper.id(), "creator")));
        assertThat(guest.user().role()).isEqualTo(helper.ref());
        assertThat(ports.roles().find(helper.id())).contains(helper);

        update.handle(
                ROOT,
                UpdateRole.Command.of(helper.id())
                        .withPermissions(Change.to(PermissionSet.of(RosterPermission.DATASET_UPDATE))));
        useCases.get(DeleteRole.class).handle(ROOT, new DeleteRole.Command(helper.id(), "viewer"));
        assertThat(guest.user().role()).isEqualTo(PredefinedRole.VIEWER.ref());
        update.handle(
                ROOT,
                UpdateRole.Command.of(creator.id())
                        .withPermissions(Change.to(PermissionSet.of(RosterPermission.USER_READ))));
    }

    /** What would let a guest in again. */
    private interface Return {
        void tryIt(GuestsTest test, GivenUser guest);
    }

    static Stream<Named<Return>> returns() {
        return Stream.of(
                Named.of(
                        "reactivation",
                        (test, guest) -> test.useCases.get(ReactivateUser.class).handle(ROOT, guest.id())),
                Named.of("invitation", (test, guest) -> test.invite(guest.status(UserStatus.INVITED))),
                Named.of(
                        "link by mail",
                        (test, guest) ->
                                test.useCases.get(SendPasswordLink.class).handle(ROOT, guest.id())),
                Named.of(
                        "link to hand over",
                        (test, guest) ->
                                test.useCases.get(SendPasswordLink.class).toHandOver(ROOT, guest.id())),
                Named.of(
                        "temporary password",
                        (test, guest) ->
                                test.useCases.get(GiveTemporaryPassword.class).handle(ROOT, guest.id())),
                Named.of(
                        "link to log in",
                        (test, guest) -> test.useCases
                                .get(CreateLogInLink.class)
                                .handle(ROOT, CreateLogInLink.Command.of(guest.id()))));
    }

    private InviteUser.Invited invite(GivenUser guest) {
        EmailAddress address = requireNonNull(guest.user().email());
        return useCases.get(InviteUser.class).handle(ROOT, InviteUser.Command.of(address, InviteMode.LINK));
    }

    @ParameterizedTest
    @MethodSource("returns")
    void nothingLetsAGuestInAgainAfterTheStay(Return back) {
        GivenUser guest = guest().email("gina@example.org");
        fakes.clock().advance(DAY);

        refused(Kind.CONFLICT, "user", () -> back.tryIt(this, guest));
    }

    @Test
    void aDeactivatedGuestComesBackUntilTheEndOfTheStay() {
        GivenUser guest = guest().status(UserStatus.DEACTIVATED);

        assertThat(useCases.get(ReactivateUser.class).handle(ROOT, guest.id()).isActive())
                .isTrue();
    }

    @Test
    void anInvitationIsNotSentAgainAfterTheStay() {
        GivenUser guest = guest().email("gina@example.org").status(UserStatus.INVITED);
        Instant soon = now.plus(Duration.ofMinutes(10));
        change.until(ROOT, guest.id(), soon);

        assertThat(requireNonNull(invite(guest).invitation()).expiresAt()).isEqualTo(soon);
        ResendInvitation again = useCases.get(ResendInvitation.class);
        assertThat(requireNonNull(again.handle(ROOT, guest.id()).invitation()).expiresAt())
                .isEqualTo(soon);
        fakes.clock().advance(Duration.ofMinutes(10));
        refused(Kind.CONFLICT, "user", () -> again.handle(ROOT, guest.id()));
    }

    @Test
    void anInvitedGuestGetsNoRoleThatReachesBeyondPlaces() {
        GivenUser guest = guest().email("gina@example.org").status(UserStatus.INVITED);
        given.role("creator", RosterPermission.USER_CREATE);
        InviteUser.Command command =
                InviteUser.Command.of(requireNonNull(guest.user().email()), InviteMode.LINK);

        refused(Kind.INVALID, "role", () -> useCases.get(InviteUser.class).handle(ROOT, command.withRole("creator")));
    }

    @Test
    void whatIsGivenToAGuestLastsNoLongerThanTheStay() {
        GivenUser guest = guest().email("gina@example.org");
        Instant soon = now.plus(Duration.ofMinutes(1));
        change.until(ROOT, guest.id(), soon);

        assertThat(useCases.get(GiveTemporaryPassword.class)
                        .handle(ROOT, guest.id())
                        .until())
                .isEqualTo(soon);
        assertThat(useCases.get(CreateLogInLink.class)
                        .handle(ROOT, CreateLogInLink.Command.of(guest.id()))
                        .expiresAt())
                .isEqualTo(soon);
        assertThat(useCases.get(SendPasswordLink.class)
                        .toHandOver(ROOT, guest.id())
                        .until())
                .isEqualTo(soon);
        useCases.get(SendPasswordLink.class).handle(ROOT, guest.id());
        assertThat(requireNonNull(events().get(0).changes().get("expires_at")).after())
                .isEqualTo(soon.toString());
    }

    @Test
    void deletingAGuestBeforeTheEndLeavesNoStay() {
        GivenUser guest = guest();

        assertThat(useCases.get(DeleteUser.class).handle(ROOT, guest.id()).stay())
                .isNull();
        fakes.clock().advance(DAY);
        assertThat(useCases.get(EndStays.class).handle(ROSTER)).isZero();
    }

    @Test
    void aGuestSeesTheirOwnStay() {
        GivenUser guest = guest();

        assertThat(useCases.get(ShowMe.class).handle(callerOf(guest)).stay())
                .isEqualTo(new Stay(legal.id(), now.plus(DAY)));
    }
}
