package dev.roster.http.api;

import dev.roster.http.web.Routes;
import jakarta.inject.Inject;

/** All routes of the native API, the most asked for first: the router looks for a match in this order. */
public final class NativeRoutes {
    private final MeRoutes me;
    private final UserRoutes users;
    private final AvatarRoutes avatars;
    private final SessionRoutes sessions;
    private final SetUpRoutes setUp;
    private final OrganizationRoutes organizations;
    private final WorkspaceRoutes workspaces;
    private final MemberRoutes members;
    private final DatasetRoutes datasets;
    private final AssigneeRoutes assignees;
    private final ContributionRoutes contributions;
    private final RoleRoutes roles;
    private final DecisionRoutes decisions;
    private final AuditRoutes audit;
    private final MailRoutes mail;

    @Inject
    NativeRoutes(
            MeRoutes me,
            UserRoutes users,
            AvatarRoutes avatars,
            SessionRoutes sessions,
            SetUpRoutes setUp,
            OrganizationRoutes organizations,
            WorkspaceRoutes workspaces,
            MemberRoutes members,
            DatasetRoutes datasets,
            AssigneeRoutes assignees,
            ContributionRoutes contributions,
            RoleRoutes roles,
            DecisionRoutes decisions,
            AuditRoutes audit,
            MailRoutes mail) {
        this.me = me;
        this.users = users;
        this.avatars = avatars;
        this.sessions = sessions;
        this.setUp = setUp;
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.members = members;
        this.datasets = datasets;
        this.assignees = assignees;
        this.contributions = contributions;
        this.roles = roles;
        this.decisions = decisions;
        this.audit = audit;
        this.mail = mail;
    }

    public void register(Routes routes) {
        me.register(routes);
        users.register(routes);
        avatars.register(routes);
        sessions.register(routes);
        setUp.register(routes);
        organizations.register(routes);
        workspaces.register(routes);
        members.register(routes);
        datasets.register(routes);
        assignees.register(routes);
        contributions.register(routes);
        roles.register(routes);
        decisions.register(routes);
        audit.register(routes);
        mail.register(routes);
    }
}
