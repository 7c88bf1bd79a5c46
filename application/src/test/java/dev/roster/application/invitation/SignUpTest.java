package dev.roster.application.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.SignUpMode;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who can make an account alone, with which link, and how far that account gets. */
class SignUpTest {
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
        SecretText link = reset(null, null, Set.of());

        User user = eve.signUp(link, "eve", null).user();

        assertThat(user.role()).isEqualTo(PredefinedRole.ANNOTATOR.ref());
        assertThat(ports.organizationMemberships().find(organization.id(), user.id()))
                .isPresent();
        assertThat(ports.memberships()
                        .workspacesOf(user.id(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(eve.logIn("eve", "a password of my own").user()).isEqualTo(user);
    }

    @Test
    void resetLinkIsAnotherAndTheOldOneDead() {
        SecretText old = reset(null, null, Set.of());

        SecretText fresh = reset(null, null, Set.of());

        assertDead(() -> eve.signUp(old, "eve", null));
        assertThat(Newcomer.secretIn(useCases.get(ShowInviteLink.class)
                        .handle(olga, organization.id())
                        .url()))
                .isEqualTo(fresh);
        eve.signUp(fresh, "eve", null);
    }

    @Test
    void linkEndsWithItsTimeAndItsUses() {
        SecretText once = reset(null, 1, Set.of());
        eve.signUp(once, "eve", null);
        assertDead(() -> eve.signUp(once, "adam", null));

        SecretText aDay = reset(fakes.clock().instant().plus(Duration.ofDays(1)), null, Set.of());
        fakes.clock().advance(Duration.ofDays(1));

        assertDead(() -> eve.signUp(aDay, "adam", null));
    }

    @Test
    void refusedSignUpDoesNotUseTheLink() {
        SecretText once = reset(null, 1, Set.of());
        given.user("eve");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> eve.signUp(once, "EVE", null))
                .returns("username", RefusedException::field);

        eve.signUp(once, "adam", null);
    }

    @Test
    void linkAsksForAnAddressInItsDomains() {
        SecretText link = reset(null, null, Set.of("Example.org"));

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
        SecretText link = reset(null, null, Set.of());

        useCases.get(RemoveInviteLink.class).handle(olga, organization.id());

        assertDead(() -> eve.signUp(link, "eve", null));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(ShowInviteLink.class).handle(olga, organization.id()))
                .returns(RefusedException.Kind.NOT_FOUND, RefusedException::kind);
    }

    @Test
    void linkIsForThoseWhoAddMembers() {
        reset(null, null, Set.of());
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

        User user = stranger.signUp(null, "eve", "eve@example.org").user();

        assertThat(user.role()).isEqualTo(PredefinedRole.ANNOTATOR.ref());
        assertThat(ports.organizationMemberships()
                        .find(ports.organizations().findDefault().orElseThrow().id(), user.id()))
                .isPresent();
    }

    @Test
    void closedSignUpTakesNoLinkEither() {
        SecretText link = reset(null, null, Set.of());
        Newcomer stranger = new Newcomer(fakes, UseCases.over(ports, fakes.clock(), SignUpMode.CLOSED));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> stranger.signUp(link, "eve", null))
                .withMessageContaining("closed");
    }

    private SecretText reset(@Nullable Instant expiresAt, @Nullable Integer mostUses, Set<String> domains) {
        ResetInviteLink.Shown shown = useCases.get(ResetInviteLink.class)
                .handle(olga, new ResetInviteLink.Command(organization.id(), expiresAt, mostUses, domains));
        return Newcomer.secretIn(shown.url());
    }

    private static void assertDead(ThrowingCallable attempt) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(attempt).returns("link", RefusedException::field);
    }
}
