package dev.roster.http.api;

import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * All routes of the native API, the most frequent first, because the router matches in this order. A fixed word that
 * could also match an id, as in {@code /users/review}, comes before the id.
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
            GuestRoutes guests,
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
                guests,
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
