package dev.roster.http.api;

import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * All routes of the native API, the most asked for first: the router looks for a match in this order. A word that could
 * also be read as an id, as in {@code /users/review}, comes before the id.
 */
public final class NativeRoutes {
    private final List<RouteGroup> groups;

    @Inject
    NativeRoutes(
            MeRoutes me,
            UserCareRoutes userCare,
            UserRoutes users,
            PeopleRoutes people,
            AvatarRoutes avatars,
            KeyRoutes keys,
            ServiceAccountRoutes serviceAccounts,
            SessionRoutes sessions,
            PasswordRoutes passwords,
            SetUpRoutes setUp,
            JoiningRoutes joining,
            InvitationRoutes invitations,
            InviteLinkRoutes inviteLinks,
            OrganizationRoutes organizations,
            WorkspaceRoutes workspaces,
            MemberRoutes members,
            DatasetRoutes datasets,
            AssigneeRoutes assignees,
            ContributionRoutes contributions,
            GrantRoutes grants,
            RoleRoutes roles,
            PermissionRoutes permissions,
            DecisionRoutes decisions,
            AuditRoutes audit,
            MailRoutes mail,
            PreviewRoutes previews,
            MatrixRoutes matrix,
            AttentionRoutes attention) {
        this.groups = List.of(
                me,
                userCare,
                users,
                people,
                avatars,
                keys,
                serviceAccounts,
                sessions,
                passwords,
                setUp,
                joining,
                invitations,
                inviteLinks,
                organizations,
                workspaces,
                members,
                datasets,
                assignees,
                contributions,
                grants,
                roles,
                permissions,
                decisions,
                audit,
                mail,
                previews,
                matrix,
                attention);
    }

    public void register(Routes routes) {
        groups.forEach(group -> group.register(routes));
    }
}
