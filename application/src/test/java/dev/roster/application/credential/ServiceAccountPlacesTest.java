package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.CreateServiceAccount.OrganizationPlace;
import dev.roster.application.credential.CreateServiceAccount.WorkspacePlace;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What it takes to give a service account a role in the organization of its workspace. */
class ServiceAccountPlacesTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final CreateServiceAccount create =
            UseCases.over(ports, fakes.clock()).get(CreateServiceAccount.class);
    private final Organization acme = given.organization("acme");
    private final Workspace legal = given.workspace("legal", acme);
    private final GivenUser mara =
            given.user("mara").in(acme, PredefinedRole.MEMBER.role()).in(legal, PredefinedRole.MANAGER.role());

    @Test
    void managerOfAWorkspaceLetsItInWithARoleThatTheyHoldThere() {
        User robot = create(PredefinedRole.VIEWER, legal);

        assertThat(ports.memberships().find(Place.of(acme.id()), robot.id()))
                .map(Membership::role)
                .contains(PredefinedRole.VIEWER.role().ref());
        assertThat(ports.memberships().find(Place.of(legal.id()), robot.id())).isPresent();
    }

    @Test
    void nobodyGivesItMoreInTheOrganizationThanTheyHold() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> create(PredefinedRole.MANAGER, legal))
                .returns(Kind.FORBIDDEN, RefusedException::kind)
                .returns(true, RefusedException::isExcess);

        assertThat(ports.users().findByUsername(new Username("robot").key())).isEmpty();
    }

    @Test
    void organizationAloneTakesAddingMembersThere() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> create(PredefinedRole.VIEWER, null))
                .returns(Kind.FORBIDDEN, RefusedException::kind);
    }

    @Test
    void makersSeeTheServiceKeysThatTheyMade() {
        User robot = create(PredefinedRole.VIEWER, legal);
        ListApiKeys list = UseCases.over(ports, fakes.clock()).get(ListApiKeys.class);
        ListApiKeys.Query made =
                ListApiKeys.Query.all().withKind(UserKind.SERVICE).withCreator(mara.id());

        assertThat(list.handle(Caller.user(mara.user(), Origin.of(Door.API)), made, PageRequest.first())
                        .items())
                .extracting(ApiKeys.Owned::user)
                .containsExactly(robot);
        Caller other = Caller.user(given.user("other").user(), Origin.of(Door.API));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> list.handle(other, made, PageRequest.first()))
                .returns(Kind.FORBIDDEN, RefusedException::kind);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> list.handle(
                        Caller.user(mara.user(), Origin.of(Door.API)),
                        ListApiKeys.Query.all().withCreator(mara.id()),
                        PageRequest.first()))
                .returns(Kind.FORBIDDEN, RefusedException::kind);
    }

    private User create(PredefinedRole inOrganization, @Nullable Workspace workspace) {
        List<WorkspacePlace> workspaces =
                workspace == null ? List.of() : List.of(new WorkspacePlace(workspace.id(), "member"));
        CreateServiceAccount.Command command = CreateServiceAccount.Command.of(
                        new Username("robot"),
                        List.of(new OrganizationPlace(acme.id(), inOrganization.word(), workspaces)),
                        KeyIssuer.Wish.named("nightly"))
                .withRole("annotator");
        return create.handle(Caller.user(mara.user(), Origin.of(Door.API)), command)
                .user();
    }
}
