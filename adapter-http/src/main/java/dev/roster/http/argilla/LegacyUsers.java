package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.workspace.ListWorkspacesOfUsers;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Users as the 1.x API shows them, with the names of their workspaces. */
final class LegacyUsers {
    private final ShownUsers shownUsers;
    private final ListWorkspacesOfUsers listWorkspaces;

    @Inject
    LegacyUsers(ShownUsers shownUsers, ListWorkspacesOfUsers listWorkspaces) {
        this.shownUsers = shownUsers;
        this.listWorkspaces = listWorkspaces;
    }

    LegacyUserJson of(Caller caller, User user) {
        return of(caller, List.of(user)).get(0);
    }

    List<LegacyUserJson> of(Caller caller, List<User> users) {
        return ofShown(caller, shownUsers.of(caller, users));
    }

    LegacyUserJson of(Caller caller, ShownUser shown) {
        return ofShown(caller, List.of(shown)).get(0);
    }

    private List<LegacyUserJson> ofShown(Caller caller, List<ShownUser> users) {
        Map<UserId, List<Workspace>> workspaces = listWorkspaces.handle(
                caller, users.stream().map(shown -> shown.user().id()).collect(Collectors.toSet()));
        return users.stream()
                .map(shown -> LegacyUserJson.of(
                        shown,
                        workspaces.getOrDefault(shown.user().id(), List.of()).stream()
                                .map(workspace -> workspace.name().value())
                                .toList()))
                .toList();
    }
}
