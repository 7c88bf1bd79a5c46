package dev.roster.application.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.audit.Door;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may choose what newcomers are, and what comes of the choice when somebody comes. */
class NewcomerRoleTest {
    private static final String TITLE = "projects";
    private static final String KIND = "label-studio:newcomers";
    private static final Origin SOMEWHERE = Origin.of(Door.EMBEDDED);

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Organization lab = given.organization("Lab");
    private final GivenUser mara = given.user("mara").in(lab, PredefinedRole.MANAGER.role());
    private final GivenUser fay = given.user("fay").in(lab);

    private void choose(GivenUser caller, @Nullable String role) {
        useCases.get(ChooseNewcomerRole.class)
                .handle(
                        Caller.user(caller.user(), SOMEWHERE),
                        new ChooseNewcomerRole.Command(
                                lab.id(), TITLE, role, new ChooseNewcomerRole.Kept(KIND, Map.of("role", "{}"))));
    }

    private boolean give(GivenUser newcomer, String role, GivenUser... givers) {
        Set<UserId> ids = Arrays.stream(givers).map(GivenUser::id).collect(Collectors.toSet());
        return useCases.get(GiveNewcomerRole.class)
                .handle(lab.id(), newcomer.user(), new GiveNewcomerRole.Chosen(TITLE, role, ids), SOMEWHERE);
    }

    private @Nullable String held(GivenUser user) {
        var role = ports.memberships()
                .find(Place.of(lab.id()), user.id())
                .orElseThrow()
                .role();
        return role == null ? null : role.name().value();
    }

    @Test
    void theChoiceIsKeptAndWrittenDownAndCreatesTheWorkspace() {
        choose(mara, "reviewer");

        assertThat(ports.annexes().of(AnnexOwner.of(lab.id()), KIND)).hasSize(1);
        assertThat(ports.workspaces().findByShownName(lab.id(), NameKey.of(TITLE)))
                .isPresent();
    }

    @Test
    void choosingTakesWhatInvitingTakesAndUpdatingTheOrganization() {
        GivenUser adder = given.user("adder").in(lab, given.role("adders", RosterPermission.MEMBER_ADD));
        GivenUser admin = given.user("admin").in(lab, PredefinedRole.ADMIN.role());

        refused(Kind.FORBIDDEN, () -> choose(fay, null));
        refused(Kind.FORBIDDEN, () -> choose(admin, "annotator"));
        refused(Kind.FORBIDDEN, () -> choose(adder, null));
        refused(Kind.FORBIDDEN, () -> choose(adder, "manager"));
        refused(Kind.INVALID, () -> choose(mara, "owner"));
        refused(Kind.INVALID, () -> choose(mara, "nothing"));
        assertThat(ports.annexes().of(AnnexOwner.of(lab.id()), KIND)).isEmpty();
        assertThat(ports.workspaces().findByShownName(lab.id(), NameKey.of(TITLE)))
                .isEmpty();
    }

    @Test
    void aNewcomerHoldsTheRoleInBoth() {
        choose(mara, "reviewer");

        assertThat(give(fay, "reviewer", mara)).isTrue();

        assertThat(held(fay)).isEqualTo("reviewer");
        var within =
                ports.workspaces().findByShownName(lab.id(), NameKey.of(TITLE)).orElseThrow();
        assertThat(ports.memberships()
                        .find(Place.of(within.id()), fay.id())
                        .orElseThrow()
                        .role())
                .isEqualTo(PredefinedRole.REVIEWER.ref());
    }

    @Test
    void withoutTheWorkspaceItIsHeldInTheOrganizationAlone() {
        assertThat(give(fay, "reviewer", mara)).isTrue();

        assertThat(held(fay)).isEqualTo("reviewer");
        assertThat(ports.workspaces().findByShownName(lab.id(), NameKey.of(TITLE)))
                .isEmpty();
    }

    @Test
    void eachOfThoseWhoChoseItMustStillBeAllowedToGiveIt() {
        GivenUser max = given.user("max").in(lab, PredefinedRole.ADMIN.role());

        assertThat(give(fay, "annotator", mara, max)).isFalse();
        assertThat(give(fay, "annotator", max)).isFalse();
        assertThat(give(fay, "annotator")).isFalse();
        assertThat(held(fay)).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = UserStatus.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void aChoiceEndsWithTheAccountOfWhoMadeIt(UserStatus status) {
        mara.status(status);

        assertThat(give(fay, "annotator", mara)).isFalse();
        assertThat(held(fay)).isNull();
    }

    @Test
    void whoHoldsARoleOrIsNoMemberIsNoNewcomer() {
        GivenUser eve = given.user("eve").in(lab, PredefinedRole.ANNOTATOR.role());
        GivenUser out = given.user("out");

        assertThat(give(eve, "manager", mara)).isFalse();
        assertThat(give(out, "annotator", mara)).isFalse();
        assertThat(held(eve)).isEqualTo("annotator");
        assertThat(ports.memberships().find(Place.of(lab.id()), out.id())).isEmpty();
    }

    private static void refused(Kind kind, Runnable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call::run)
                .extracting(RefusedException::kind)
                .isEqualTo(kind);
    }
}
