package dev.roster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.workspace.DeleteWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** What ends is shown before it does. */
class PreviewUserDeletionTest {
    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final PreviewUserDeletion preview = useCases.get(PreviewUserDeletion.class);
    private final GivenUser olga = given.owner("olga");
    private final Workspace legal = given.workspace("legal");
    private final Dataset letters = given.dataset("letters", legal);
    private final GivenUser ana = given.user("ana")
            .in(legal, PredefinedRole.ADMIN.role())
            .granted(PredefinedRole.VIEWER.role(), letters)
            .assignedTo(letters);

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }

    @Test
    void allThatEndsIsShown() {
        ana.session("a session");
        ana.apiKey("a key");
        olga.apiKey("a key that ana made", ana);
        GivenUser robot = given.user("robot").serviceOf(ana);
        given.user("other").serviceOf(olga);

        PreviewUserDeletion.Ends ends = preview.handle(caller(olga), ana.id());

        assertThat(ends.user()).isEqualTo(ana.user());
        assertThat(ends.sessions()).isEqualTo(1);
        assertThat(ends.keys()).isEqualTo(1);
        assertThat(ends.keysMadeForOthers()).isEqualTo(1);
        assertThat(ends.memberships()).singleElement().satisfies(held -> {
            assertThat(held.place().label()).isEqualTo("legal");
            assertThat(held.role()).isEqualTo("admin");
        });
        assertThat(ends.grants())
                .singleElement()
                .satisfies(held -> assertThat(held.place().dataset()).isEqualTo(letters.id()));
        assertThat(ends.assignments()).isEqualTo(1);
        assertThat(ends.services()).containsExactly(robot.user());
        assertThat(ends.serviceCount()).isEqualTo(1);
        assertThat(ana.user().isActive()).isTrue();
    }

    @Test
    void isRefusedAsTheDeletionIs() {
        assertRefused(() -> preview.handle(caller(ana), ana.id()), RefusedException.Kind.FORBIDDEN);
        assertRefused(() -> preview.handle(caller(olga), olga.id()), RefusedException.Kind.CONFLICT);
    }

    @Test
    void workspaceSaysWhatBlocksItAndWhetherAllMayGo() {
        DeleteWorkspace delete = useCases.get(DeleteWorkspace.class);
        GivenUser remover = given.user("remover").in(legal, given.role("remover", RosterPermission.WORKSPACE_DELETE));

        DeleteWorkspace.Blocking owners = delete.blocking(caller(olga), legal.id());
        DeleteWorkspace.Blocking removers = delete.blocking(caller(remover), legal.id());

        assertThat(owners.datasets()).containsExactly("letters");
        assertThat(owners.contents().members()).isEqualTo(2);
        assertThat(owners.contentsMayGo()).isTrue();
        assertThat(removers.contentsMayGo()).isFalse();
        assertRefused(() -> delete.blocking(caller(ana), legal.id()), RefusedException.Kind.FORBIDDEN);
    }

    private static void assertRefused(Runnable call, RefusedException.Kind kind) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
