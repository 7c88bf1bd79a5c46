package dev.roster.application.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is offered of the members of a place. */
class MemberChoicesTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Workspace legal = given.workspace("legal");
    private final Place place = Place.of(legal.id());
    private final GivenUser olga = given.owner("olga").in(legal);
    private final GivenUser mara = given.user("mara").in(legal, PredefinedRole.MANAGER.role());
    private final GivenUser adam = given.user("adam").in(legal, PredefinedRole.ADMIN.role());
    private final GivenUser anna = given.user("anna").in(legal);

    {
        given.role("clerk", RosterPermission.DATASET_READ);
    }

    @Test
    void ownersGiveEveryRoleButTheirOwn() {
        ShowMemberChoices.Choices choices = choices(olga);

        assertThat(choices.add()).isTrue();
        assertThat(names(choices))
                .containsExactlyInAnyOrder("manager", "admin", "member", "reviewer", "viewer", "annotator", "clerk");
        assertThat(choices.changeable()).contains(olga.id(), anna.id());
        assertThat(choices.removable()).contains(olga.id(), anna.id());
    }

    @Test
    void managersTouchNoOwnerAndLearnOfNoCustomRole() {
        ShowMemberChoices.Choices choices = choices(mara);

        assertThat(choices.add()).isTrue();
        assertThat(names(choices)).contains("manager", "annotator").doesNotContain("owner", "clerk");
        assertThat(choices.changeable()).containsExactlyInAnyOrder(mara.id(), adam.id(), anna.id());
        assertThat(choices.removable()).containsExactlyInAnyOrder(mara.id(), adam.id(), anna.id());
    }

    @Test
    void whoOnlyRemovesIsOfferedNothingElse() {
        ShowMemberChoices.Choices choices = choices(adam);

        assertThat(choices.add()).isFalse();
        assertThat(choices.roles()).isEmpty();
        assertThat(choices.changeable()).isEmpty();
        assertThat(choices.removable()).containsExactlyInAnyOrder(mara.id(), adam.id(), anna.id());
    }

    @Test
    void whoGivesLessThanEverythingIsOfferedNoMore() {
        Role adding = given.role("adding", RosterPermission.MEMBER_READ, RosterPermission.MEMBER_ADD);
        GivenUser abel = given.user("abel").in(legal, adding);

        assertThat(names(choices(abel))).isEmpty();
    }

    @Test
    void whoMayNotSeeMembersIsToldNothing() {
        refused(Kind.FORBIDDEN, () -> choices(anna));
    }

    @Test
    void oneMemberIsShownToThoseWhoSeeAll() {
        FindMember find = useCases.get(FindMember.class);

        assertThat(find.handle(caller(adam), place, anna.id()).user().id()).isEqualTo(anna.id());
        refused(
                Kind.NOT_FOUND,
                () -> find.handle(caller(adam), place, given.user("nora").id()));
        refused(Kind.FORBIDDEN, () -> find.handle(caller(anna), place, adam.id()));
    }

    @Test
    void whatIsForOpenDatasetsStandsApart() {
        ListMemberPermissions.Row row = useCases.get(ListMemberPermissions.class)
                .ofPlace(caller(adam), place, PageRequest.first())
                .items()
                .get(3);

        assertThat(row.user().id()).isEqualTo(anna.id());
        assertThat(row.permissions())
                .contains(RosterPermission.WORKSPACE_READ)
                .doesNotContain(RosterPermission.DATASET_READ);
        assertThat(row.onOpenDatasets())
                .containsExactly(
                        RosterPermission.DATASET_READ,
                        RosterPermission.DATASET_ANNOTATE,
                        RosterPermission.FEEDBACK_CREATE);
    }

    private ShowMemberChoices.Choices choices(GivenUser user) {
        return useCases.get(ShowMemberChoices.class)
                .handle(caller(user), place, List.of(olga.user(), mara.user(), adam.user(), anna.user()));
    }

    private static List<String> names(ShowMemberChoices.Choices choices) {
        return choices.roles().stream().map(role -> role.name().value()).toList();
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.CONSOLE));
    }

    private static void refused(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
