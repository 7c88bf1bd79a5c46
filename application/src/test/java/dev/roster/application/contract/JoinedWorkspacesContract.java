package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Memberships.Joined;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Memberships} must do where both kinds of place meet, and for lists of workspaces. */
public interface JoinedWorkspacesContract extends StoreContract {
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
    default void leavingTheWorkspacesIsNotLeavingTheOrganization() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        UserId ana = given.user("ana").in(acme).in(legal).id();

        ports.memberships().removeAllOf(ana, acme.id());

        assertThat(ports.memberships().find(Place.of(legal.id()), ana)).isEmpty();
        assertThat(ports.memberships().find(Place.of(acme.id()), ana)).isPresent();
    }

    @Test
    default void leavingOneKindOfPlaceLeavesTheOther() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        UserId ana = given.user("ana").in(acme).in(legal).id();
        UserId bob = given.user("bob").in(acme).in(legal).id();

        assertThat(ports.memberships().remove(Place.of(acme.id()), ana)).isTrue();
        assertThat(ports.memberships().remove(Place.of(legal.id()), bob)).isTrue();

        assertThat(ports.memberships().find(Place.of(legal.id()), ana)).isPresent();
        assertThat(ports.memberships().find(Place.of(acme.id()), bob)).isPresent();
    }

    @Test
    default void removingAllTakesBothKinds() {
        Ports ports = ports();
        Given given = new Given(ports);
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        UserId ana = given.user("ana").in(acme).in(legal).id();

        ports.memberships().removeAllOf(ana);

        assertThat(ports.memberships().find(Place.of(acme.id()), ana)).isEmpty();
        assertThat(ports.memberships().find(Place.of(legal.id()), ana)).isEmpty();
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
        return ports.memberships().members(Place.of(workspace.id()), PageRequest.first()).items().stream()
                .map(member -> member.user().username().value())
                .toList();
    }
}
