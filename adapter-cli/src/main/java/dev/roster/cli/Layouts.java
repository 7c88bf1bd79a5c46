package dev.roster.cli;

import dev.roster.application.port.Assignments;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Memberships;
import dev.roster.domain.access.Holding;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.credential.Session;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the things that several commands print look. */
final class Layouts {
    static final Layout<User> USER = Layout.<User>of("users")
            .detail("id", User::id)
            .column("username", User::username)
            .column("email", User::email)
            .column("first_name", user -> user.profile().firstName())
            .column("last_name", user -> user.profile().lastName())
            .detail("display_name", user -> user.profile().displayName())
            .column("role", User::role)
            .column("status", user -> user.status().word())
            .detail("kind", user -> user.kind().word())
            .detail("created_at", User::createdAt)
            .detail("updated_at", User::updatedAt);

    static final Layout<Workspace> WORKSPACE = Layout.<Workspace>of("workspaces")
            .column("id", Workspace::id)
            .column("name", Workspace::name)
            .column("title", Workspace::title)
            .detail("organization_id", Workspace::organization)
            .column("created_at", Workspace::createdAt)
            .detail("updated_at", Workspace::updatedAt);

    static final Layout<Organization> ORGANIZATION = Layout.<Organization>of("organizations")
            .column("id", Organization::id)
            .column("name", Organization::name)
            .column("description", Organization::description)
            .detail("created_at", Organization::createdAt)
            .detail("updated_at", Organization::updatedAt);

    static final Layout<Memberships.Member> MEMBER = Layout.<Memberships.Member>of("members")
            .detail("user_id", member -> member.user().id())
            .column("username", member -> member.user().username())
            .column("role", member -> member.membership().role())
            .column("account_role", member -> member.user().role())
            .column("status", member -> member.user().status().word())
            .column("joined_at", member -> member.membership().joinedAt());

    static final Layout<Memberships.Joined> JOINED = Layout.<Memberships.Joined>of("workspaces")
            .detail("workspace_id", joined -> joined.workspace().id())
            .column("workspace", joined -> joined.workspace().name())
            .column("role", joined -> joined.membership().role())
            .column("joined_at", joined -> joined.membership().joinedAt());

    static final Layout<Datasets.Located> DATASET = Layout.<Datasets.Located>of("datasets")
            .detail("id", located -> located.dataset().id())
            .detail("workspace_id", located -> located.workspace().id())
            .column("workspace", located -> located.workspace().name())
            .column("name", located -> located.dataset().name())
            .column("access", located -> located.dataset().access().word())
            .column("restricted", located -> located.dataset().restricted())
            .detail("creator_id", located -> located.dataset().creator())
            .column("created_at", located -> located.dataset().createdAt())
            .detail("updated_at", located -> located.dataset().updatedAt());

    static final Layout<Assignments.Assignee> ASSIGNEE = Layout.<Assignments.Assignee>of("assignees")
            .detail("user_id", assignee -> assignee.user().id())
            .column("username", assignee -> assignee.user().username())
            .column("status", assignee -> assignee.user().status().word())
            .column("assigned_at", assignee -> assignee.assignment().assignedAt());

    static final Layout<Contributions.Credited> CONTRIBUTION = Layout.<Contributions.Credited>of("contributions")
            .detail("user_id", credited -> credited.user().id())
            .column("username", credited -> credited.user().username())
            .detail("dataset_id", credited -> credited.dataset().id())
            .column("dataset", credited -> credited.dataset().name())
            .column("count", credited -> credited.contribution().count())
            .column("first_at", credited -> credited.contribution().firstAt())
            .column("last_at", credited -> credited.contribution().lastAt());

    static final Layout<Role> ROLE = Layout.<Role>of("roles")
            .detail("id", Role::id)
            .column("name", Role::name)
            .column("predefined", Role::isPredefined)
            .column("description", Role::description)
            .detail("permissions", role -> keys(role.permissions()))
            .detail("assigned_only", role -> keys(role.assignedOnly()))
            .detail("reaches_workspaces", Role::reachesWorkspaces);

    static final Layout<Session> SESSION = Layout.<Session>of("sessions")
            .column("id", Session::id)
            .column("agent", Session::agent)
            .column("address", Session::address)
            .column("opened_at", Session::openedAt)
            .column("last_used_at", Session::lastUsedAt)
            .detail("ends_at", Session::endsAt);

    static final Layout<AuditEvent> AUDIT_EVENT = Layout.<AuditEvent>of("audit events")
            .detail("id", AuditEvent::id)
            .column("at", AuditEvent::at)
            .detail("actor_id", AuditEvent::actor)
            .column("actor", AuditEvent::actorName)
            .column("door", event -> event.door().word())
            .detail("address", AuditEvent::address)
            .column("action", AuditEvent::action)
            .detail("subject_kind", AuditEvent::subjectKind)
            .detail("subject_id", AuditEvent::subject)
            .column("subject", AuditEvent::subjectName)
            .detail("place_id", AuditEvent::place)
            .column("changes", event -> changes(event.changes()));

    private Layouts() {}

    /** What a holding is, without the comma that its words have in the middle of a sentence. */
    static String inWords(Holding holding) {
        String words = holding.describe();
        return words.endsWith(",") ? words.substring(0, words.length() - 1) : words;
    }

    private static List<String> keys(PermissionSet permissions) {
        return permissions.stream().map(Permission::key).toList();
    }

    private static Map<String, BeforeAndAfter> changes(Map<String, AuditEvent.Change> changes) {
        Map<String, BeforeAndAfter> named = new LinkedHashMap<>();
        changes.forEach((field, change) -> named.put(field, new BeforeAndAfter(change.before(), change.after())));
        return named;
    }
}
