package dev.roster.application.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.instance.ClaimSetUp;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who can make an account alone, with which link, and how far that account gets. */
class SignUpTest {
    private static final String PASSWORD = "a password of my own";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Newcomer eve = new Newcomer(fakes, useCases);
    private final Organization organization = given.organization("research");
    private final Caller olga = Caller.user(given.owner("olga").user(), Newcomer.ORIGIN);

    @Test
    void linkLeadsIntoItsOrganizationAsAnnotatorWithoutWorkspace() {
        given.workspace("legal", organization);
        SecretText link = reset(null, null, List.of());

        User user = eve.signUp(link, "eve", null).orElseThrow().user();

        assertThat(user.role()).isEqualTo(PredefinedRole.ANNOTATOR.ref());
        assertThat(ports.memberships().find(Place.of(organization.id()), user.id()))
                .isPresent();
        assertThat(ports.memberships()
                        .workspacesOf(user.id(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(eve.logIn("eve", "a password of my own").user()).isEqualTo(user);
    }

    @Test
    void resetLinkIsAnotherAndTheOldOneDead() {
        SecretText old = reset(null, null, List.of());

        SecretText fresh = reset(null, null, List.of());

        assertDead(() -> eve.signUp(old, "eve", null));
        assertThat(Newcomer.secretIn(useCases.get(ShowInviteLink.class)
                        .handle(olga, organization.id())
                        .url()))
                .isEqualTo(fresh);
        eve.signUp(fresh, "eve", null);
    }

    @Test
    void linkEndsWithItsTimeAndItsUses() {
        SecretText once = reset(null, 1, List.of());
        eve.signUp(once, "eve", null);
        assertDead(() -> eve.signUp(once, "adam", null));

        SecretText aDay = reset(fakes.clock().instant().plus(Duration.ofDays(1)), null, List.of());
        fakes.clock().advance(Duration.ofDays(1));

        assertDead(() -> eve.signUp(aDay, "adam", null));
    }

    @Test
    void refusedSignUpDoesNotUseTheLink() {
        SecretText once = reset(null, 1, List.of());
        given.user("eve");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.signUp(once, "EVE", null))
                .returns("username", RefusedException::field);

        eve.signUp(once, "adam", null);
    }

    @Test
    void linkAsksForAnAddressInItsDomains() {
        SecretText link = reset(null, null, List.of("Example.org"));

        for (String address : List.of("eve@evil.example", "eve@example.org.evil", "eve@sub.example.org")) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> eve.signUp(link, "eve", address))
                    .returns("email", RefusedException::field);
        }
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.signUp(link, "eve", null))
                .returns("email", RefusedException::field);
        eve.signUp(link, "eve", "eve@EXAMPLE.org");
    }

    @Test
    void removedLinkIsDead() {
        SecretText link = reset(null, null, List.of());

        useCases.get(RemoveInviteLink.class).handle(olga, organization.id());

        assertDead(() -> eve.signUp(link, "eve", null));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(ShowInviteLink.class).handle(olga, organization.id()))
                .returns(RefusedException.Kind.NOT_FOUND, RefusedException::kind);
    }

    @Test
    void linkIsForThoseWhoAddMembers() {
        reset(null, null, List.of());
        GivenUser mara = given.user("mara").in(organization, PredefinedRole.MANAGER.role());
        GivenUser ana = given.user("ana").in(organization);

        ShowInviteLink show = useCases.get(ShowInviteLink.class);

        assertThat(show.handle(Caller.user(mara.user(), Newcomer.ORIGIN), organization.id())
                        .url())
                .contains("#ril_");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> show.handle(Caller.user(ana.user(), Newcomer.ORIGIN), organization.id()))
                .returns("member:add", RefusedException::missing);
    }

    @Test
    void signUpWithoutLinkIsRefusedUnlessOpen() {
        given.organization();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.signUp(null, "eve", null))
                .withMessageContaining("link");
    }

    @Test
    void openSignUpLeadsIntoTheDefaultOrganization() {
        Newcomer stranger = new Newcomer(fakes, UseCases.over(ports, fakes.clock(), SignUpMode.OPEN));

        User user = stranger.signUp(null, "eve", null).orElseThrow().user();

        assertThat(user.role()).isEqualTo(PredefinedRole.ANNOTATOR.ref());
        assertThat(ports.memberships()
                        .find(
                                Place.of(ports.organizations()
                                        .findDefault()
                                        .orElseThrow()
                                        .id()),
                                user.id()))
                .isPresent();
    }

    @Test
    void closedSignUpTakesNoLinkEither() {
        SecretText link = reset(null, null, List.of());
        Newcomer stranger = new Newcomer(fakes, UseCases.over(ports, fakes.clock(), SignUpMode.CLOSED));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> stranger.signUp(link, "eve", null))
                .withMessageContaining("closed");
    }

    @Test
    void addressIsConfirmedBeforeThereIsAnAccount() {
        SecretText link = reset(null, 1, List.of("example.org"));

        assertThat(eve.signUp(link, "eve", "eve@example.org")).isEmpty();

        assertThat(ports.users().findByLogin(NameKey.of("eve"))).isEmpty();
        assertThat(ports.inviteLinks().find(organization.id()).orElseThrow().uses())
                .isZero();
        User user = eve.confirm(eve.mailedSecret(), PASSWORD, null).user();
        assertThat(user.email()).isEqualTo(new EmailAddress("eve@example.org"));
        assertThat(ports.memberships().find(Place.of(organization.id()), user.id()))
                .isPresent();
        assertThat(eve.logIn("eve@example.org", PASSWORD).user()).isEqualTo(user);
    }

    @Test
    void strangerWhoTypesAnAddressBlocksNobodyFromIt() {
        SecretText link = reset(null, null, List.of("example.org"));
        eve.signUp(link, "mallory", "ana@example.org");

        eve.signUp(link, "ana", "ana@example.org");

        assertThat(eve.confirm(eve.mailedSecret(), PASSWORD, null).user().username())
                .isEqualTo(new Username("ana"));
    }

    @Test
    void addressCanBeGivenByOthersWhileASignUpWaits() {
        eve.signUp(reset(null, null, List.of("example.org")), "ana", "ana@example.org");
        SecretText mailed = eve.mailedSecret();
        given.user("ana").email("ana@example.org");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.confirm(mailed, PASSWORD, null))
                .returns(RefusedException.Kind.CONFLICT, RefusedException::kind);
    }

    @Test
    void whoReadsTheMailAloneGetsNoAccountOfAStranger() {
        eve.signUp(reset(null, null, List.of("example.org")), "mallory", "ana@example.org");
        SecretText mailed = eve.mailedSecret();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.confirm(mailed, "not the stranger's", null))
                .returns("password", RefusedException::field);
        assertThat(ports.users().findByLogin(NameKey.of("mallory"))).isEmpty();
    }

    @Test
    void takenAddressIsAnsweredAlikeAndItsOwnerTold() {
        SecretText link = reset(null, null, List.of("example.org"));
        given.user("ana").email("ana@example.org");

        assertThat(eve.signUp(link, "eve", "ana@example.org")).isEmpty();

        assertThat(eve.mail())
                .returns(Letter.Kind.SIGN_UP_TAKEN, Letter::kind)
                .returns(Map.of("username", "ana"), Letter::values);
    }

    @Test
    void mailHoldsNothingThatAStrangerTyped() {
        eve.signUp(reset(null, null, List.of("example.org")), "buy cheap things", "ana@example.org");

        assertThat(eve.mail().values()).containsOnlyKeys("link", "expires");
    }

    @Test
    void takenUsernameIsSaidToTheOwnerOfTheMailboxAloneAndCanBeAnother() {
        given.user("eve");
        eve.signUp(reset(null, null, List.of("example.org")), "eve", "eve@example.org");
        SecretText mailed = eve.mailedSecret();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.confirm(mailed, PASSWORD, null))
                .returns("username", RefusedException::field);

        assertThat(eve.confirm(mailed, PASSWORD, "eve2").user().username()).isEqualTo(new Username("eve2"));
        assertDead(() -> eve.confirm(mailed, PASSWORD, "eve3"));
    }

    @Test
    void confirmationDiesAfterADayAndWithTheLinkItCameFrom() {
        SecretText link = reset(null, null, List.of("example.org"));
        eve.signUp(link, "eve", "eve@example.org");
        SecretText first = eve.mailedSecret();
        fakes.clock().advance(Duration.ofDays(1));
        assertDead(() -> eve.confirm(first, PASSWORD, null));
        eve.signUp(link, "eve", "eve@example.org");
        SecretText second = eve.mailedSecret();

        reset(null, null, List.of("example.org"));

        assertDead(() -> eve.confirm(second, PASSWORD, null));
    }

    @Test
    void usernameIsNeverTheAddressOfSomebodyElse() {
        SecretText link = reset(null, null, List.of());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.signUp(link, "ana@example.org", null))
                .returns("username", RefusedException::field);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.signUp(link, "ana@example.org", "eve@example.org"))
                .returns("username", RefusedException::field);
    }

    @Test
    void fewMailsGoToOneMailboxForOneStranger() {
        SecretText link = reset(null, null, List.of("example.org"));
        for (int i = 0; i < Guess.CONFIRMATION.ofAccount().free(); i++) {
            eve.signUp(link, "eve", "ana@example.org");
        }

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.signUp(link, "eve", "ana@example.org"))
                .returns(RefusedException.Kind.THROTTLED, RefusedException::kind);
        assertThat(eve.signUp(link, "bob", "bob@example.org")).isEmpty();
    }

    @Test
    void nobodyGetsInBeforeThereIsAnOwner() {
        Fakes empty = new Fakes();
        UseCases open = UseCases.over(empty.ports(), empty.clock(), SignUpMode.OPEN);
        Caller roster = Caller.roster(Newcomer.ORIGIN);
        SecretText setUp =
                open.get(StartInstance.class).handle(roster, null).setUpLink().orElseThrow();
        Newcomer stranger = new Newcomer(empty, open);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> stranger.signUp(null, "eve", null))
                .withMessageContaining("this installation has no owner yet");
        new Given(empty.ports()).user("ana");

        User owner = open.get(ClaimSetUp.class)
                .handle(new ClaimSetUp.Command(setUp, new Username("olga"), Password.chosen(PASSWORD), Newcomer.ORIGIN))
                .user();
        assertThat(owner.role().isOwner()).isTrue();
        assertThat(stranger.signUp(null, "eve", null)).isPresent();
    }

    @Test
    void aTemporaryPasswordOfAnInvitationLetsNobodyInBeforeThereIsAnOwner() {
        Fakes empty = new Fakes();
        UseCases early = UseCases.over(empty.ports(), empty.clock());
        SecretText setUp = early.get(StartInstance.class)
                .handle(Caller.roster(Newcomer.ORIGIN), null)
                .setUpLink()
                .orElseThrow();
        InviteUser.Command command =
                InviteUser.Command.of(new EmailAddress("eve@example.org"), InviteMode.TEMPORARY_PASSWORD);
        SecretText temporary = Objects.requireNonNull(early.get(InviteUser.class)
                .handle(Caller.operator("root", Newcomer.ORIGIN), command)
                .temporaryPassword());
        Newcomer eve = new Newcomer(empty, early);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.replace("eve@example.org", temporary, "a password of my own"))
                .returns(RefusedException.Kind.FORBIDDEN, RefusedException::kind)
                .withMessageContaining("this installation has no owner yet");
        early.get(ClaimSetUp.class)
                .handle(new ClaimSetUp.Command(
                        setUp, new Username("olga"), Password.chosen(PASSWORD), Newcomer.ORIGIN));

        assertThat(eve.replace("eve@example.org", temporary, "a password of my own")
                        .user()
                        .isActive())
                .isTrue();
    }

    @Test
    void whatNobodyConfirmedInTimeIsRemovedAndTheRestStays() {
        SecretText link = reset(null, null, List.of());
        eve.signUp(link, "eve", "eve@example.org");
        fakes.clock().advance(Duration.ofHours(12));
        eve.signUp(link, "bob", "bob@example.org");
        fakes.clock().advance(Duration.ofHours(12));
        PruneSignUps prune = useCases.get(PruneSignUps.class);

        assertThat(prune.handle(Caller.roster(Newcomer.ORIGIN))).isEqualTo(1);
        assertThat(prune.handle(Caller.roster(Newcomer.ORIGIN))).isZero();
        assertThat(ports.pendingSignUps().removeAllOf(NameKey.of("bob@example.org")))
                .isEqualTo(1);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> prune.handle(Caller.user(given.user("ana").user(), Newcomer.ORIGIN)))
                .returns(RefusedException.Kind.FORBIDDEN, RefusedException::kind);
    }

    private SecretText reset(@Nullable Instant expiresAt, @Nullable Integer mostUses, List<String> domains) {
        ResetInviteLink.Shown shown = useCases.get(ResetInviteLink.class)
                .handle(olga, new ResetInviteLink.Command(organization.id(), expiresAt, mostUses, domains));
        return Newcomer.secretIn(shown.url());
    }

    private static void assertDead(ThrowingCallable attempt) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(attempt).returns("link", RefusedException::field);
    }
}
