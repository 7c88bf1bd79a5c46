package dev.roster.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.application.Change;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.role.DeleteRole;
import dev.roster.application.role.UpdateRole;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.workspace.ListWorkspacesOfUser;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.Door;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a caller may do shows no name that they may not read. */
class HiddenNamesTest {
    private static final Origin ORIGIN = Origin.of(Door.API);

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Workspace secret = given.workspace("secret", given.organization("tenant"));
    private final Role clerk = given.role("clerk", RosterPermission.FEEDBACK_CREATE);
    private final GivenUser ana = given.user("ana").in(secret, clerk);

    private Caller with(RosterPermission... permissions) {
        Role role = given.role("helper", permissions);
        return caller(given.user("rita").role(role));
    }

    private Caller caller(GivenUser user) {
        return Caller.user(ports.users().get(user.id()), ORIGIN);
    }

    @Test
    void whatAnotherUserMayNamesNoHiddenPlace() {
        Caller rita = with(RosterPermission.USER_READ);
        WhatMay whatMay = useCases.get(WhatMay.class);

        assertThat(whatMay.handle(rita, ana.id(), PageRequest.first()).items())
                .extracting(entitlement -> entitlement.place().label())
                .contains(secret.id().toString())
                .doesNotContain("secret", "tenant");
        assertThat(whatMay.handle(caller(given.owner("olga")), ana.id(), PageRequest.first())
                        .items())
                .extracting(entitlement -> entitlement.place().label())
                .contains("secret");
    }

    @Test
    void decisionsAboutAnotherUserNameNoHiddenPlace() {
        Caller rita = with(RosterPermission.USER_READ);

        assertThat(reason(rita)).contains(secret.id().toString()).doesNotContain("secret");
        assertThat(reason(caller(given.owner("olga")))).contains("secret");
    }

    private String reason(Caller caller) {
        Decide.Question question = new Decide.Question(
                RosterPermission.DATASET_DELETE, Target.of(secret).ref());
        List<Decision> decisions =
                useCases.get(Decide.class).handle(caller, new Decide.Query(ana.id(), List.of(question)));
        return decisions.get(0).reason();
    }

    @Test
    void workspacesOfAnotherUserAreThoseThatTheCallerMayRead() {
        Caller rita = with(RosterPermission.USER_READ);

        assertThat(workspacesOf(ana.id(), rita)).isEmpty();
        assertThat(workspacesOf(ana.id(), caller(given.owner("olga")))).containsExactly("secret");
        assertThat(workspacesOf(ana.id(), caller(ana))).containsExactly("secret");
    }

    private List<String> workspacesOf(UserId user, Caller caller) {
        return useCases.get(ListWorkspacesOfUser.class).handle(caller, user, PageRequest.first()).items().stream()
                .map(Memberships.Joined::workspace)
                .map(workspace -> workspace.name().value())
                .toList();
    }

    @Test
    void previewOfARoleNamesNeitherHiddenPlacesNorHiddenUsers() {
        UpdateRole.Command fewer = UpdateRole.Command.of(clerk.id())
                .withPermissions(Change.to(PermissionSet.of(RosterPermission.DATASET_READ)));
        UpdateRole update = useCases.get(UpdateRole.class);
        Role editor = given.role(
                "editor",
                RosterPermission.ROLE_UPDATE,
                RosterPermission.FEEDBACK_CREATE,
                RosterPermission.DATASET_READ);
        Caller rita = caller(given.user("rita").role(editor).in(secret, editor));

        assertThat(update.preview(rita, fewer, PageRequest.first()).items()).isEmpty();
        assertThat(update.preview(caller(given.owner("olga")), fewer, PageRequest.first())
                        .items())
                .extracting(affected -> affected.user().id())
                .containsExactly(ana.id());
    }

    @Test
    void refusalToGiveARoleNamesNoHiddenPlace() {
        UpdateRole.Command more = UpdateRole.Command.of(clerk.id())
                .withPermissions(Change.to(PermissionSet.of(RosterPermission.DATASET_READ)));
        Caller rita = with(RosterPermission.ROLE_UPDATE);

        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> useCases.get(UpdateRole.class).preview(rita, more, PageRequest.first()));

        assertThat(refused.reason()).doesNotContain("secret");
    }

    @Test
    void roleInUseNamesNoHiddenHolder() {
        Caller rita = with(RosterPermission.ROLE_DELETE);
        DeleteRole.Command command = new DeleteRole.Command(clerk.id(), null);

        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> useCases.get(DeleteRole.class).handle(rita, command));

        assertThat(refused.reason()).contains("1 workspace membership").doesNotContain("ana");
        assertThat(refused.blockers()).isEmpty();
    }
}
