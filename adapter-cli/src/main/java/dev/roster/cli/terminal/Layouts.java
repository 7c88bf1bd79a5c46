package dev.roster.cli.terminal;

import dev.roster.application.port.Assignments;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Memberships;
import dev.roster.domain.access.Holding;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.credential.Session;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the things that several commands print look. */
public final class Layouts {
    public static final Layout<User> USER = Layout.<User>of("users")
            .detail("id", User::id)
            .column("username", User::username)
            .column("email", User::email)
            .column("first_name", user -> user.profile().firstName())
            .column("last_name", user -> user.profile().lastName())
            .detail("display_name", user -> user.profile().displayName())
            .detail("phone", user -> user.profile().phone())
            .detail("pronouns", user -> user.profile().pronouns())
            .column("role", User::role)
            .column("status", user -> user.status().word())
            .detail("kind", user -> user.kind().word())
            .detail("developer", User::developer)
            .detail("maker_id", "creator id", User::maker)
            .detail(
                    "stay.workspace_id",
                    "stay workspace id",
                    user -> user.stay() == null ? null : user.stay().workspace())
            .detail(
                    "stay.until",
                    "stay until",
                    user -> user.stay() == null ? null : user.stay().until())
            .detail("last_activity_at", User::lastActivityAt)
            .detail("created_at", User::createdAt)
            .detail("updated_at", User::updatedAt);

    public static final Layout<Workspace> WORKSPACE = Layout.<Workspace>of("workspaces")
            .column("id", Workspace::id)
            .column("name", Workspace::name)
            .column("title", Workspace::title)
            .detail("description", Workspace::description)
            .detail("organization_id", Workspace::organization)
            .column("created_at", Workspace::createdAt)
            .detail("updated_at", Workspace::updatedAt);

    public static final Layout<Organization> ORGANIZATION = Layout.<Organization>of("organizations")
            .column("id", Organization::id)
            .column("name", Organization::name)
            .column("description", Organization::description)
            .detail("created_at", Organization::createdAt)
            .detail("updated_at", Organization::updatedAt);

    public static final Layout<Memberships.Member> MEMBER = person(Layout.of("members"), Memberships.Member::user)
            .column("role", member -> member.membership().role())
            .column("joined_at", member -> member.membership().joinedAt());

    public static final Layout<FormerMembers.Former> FORMER_MEMBER = person(
                    Layout.of("former members"), FormerMembers.Former::user)
            .column("joined_at", former -> former.membership().joinedAt())
            .column("ended_at", former -> former.membership().endedAt());

    public static final Layout<Memberships.Joined> JOINED = Layout.<Memberships.Joined>of("workspaces")
            .detail("workspace.id", joined -> joined.workspace().id())
            .column("workspace.name", joined -> joined.workspace().name())
            .column("workspace.title", joined -> joined.workspace().title())
            .detail("workspace.description", joined -> joined.workspace().description())
            .detail("workspace.organization_id", joined -> joined.workspace().organization())
            .detail("workspace.created_at", joined -> joined.workspace().createdAt())
            .detail("workspace.updated_at", joined -> joined.workspace().updatedAt())
            .column("role", joined -> joined.membership().role())
            .column("joined_at", joined -> joined.membership().joinedAt());

    public static final Layout<Datasets.Located> DATASET = Layout.<Datasets.Located>of("datasets")
            .detail("id", located -> located.dataset().id())
            .column("name", located -> located.dataset().name())
            .detail("workspace_id", located -> located.workspace().id())
            .column("workspace_name", located -> located.workspace().name())
            .column("access", located -> located.dataset().access().word())
            .column("restricted", located -> located.dataset().restricted())
            .detail("restricted_at", located -> located.dataset().restrictedAt())
            .detail("restricter_id", located -> located.dataset().restricter())
            .detail("creator_id", located -> located.dataset().creator())
            .column("created_at", located -> located.dataset().createdAt())
            .detail("updated_at", located -> located.dataset().updatedAt());

    public static final Layout<Assignments.Assignee> ASSIGNEE = person(
                    Layout.of("assignees"), Assignments.Assignee::user)
            .column("assigned_at", assignee -> assignee.assignment().assignedAt());

    public static final Layout<Contributions.Credited> CONTRIBUTION = Layout.<Contributions.Credited>of("contributions")
            .detail("user.id", credited -> credited.user().id())
            .column("user.name", credited -> credited.user().username())
            .detail("dataset.id", credited -> credited.dataset().id())
            .column("dataset.name", credited -> credited.dataset().name())
            .column("count", credited -> credited.contribution().count())
            .column("first_at", credited -> credited.contribution().firstAt())
            .column("last_at", credited -> credited.contribution().lastAt());

    public static final Layout<Grants.Granted> GRANT = Layout.<Grants.Granted>of("grants")
            .detail("id", granted -> granted.grant().id())
            .detail("user.id", granted -> granted.user().id())
            .column("user.username", "user", granted -> granted.user().username())
            .column("role", granted -> granted.grant().role())
            .detail("workspace.id", granted -> granted.workspace().id())
            .column("workspace.name", granted -> granted.workspace().name())
            .detail("dataset.id", granted -> ofDataset(granted, Dataset::id))
            .column("dataset.name", granted -> ofDataset(granted, Dataset::name))
            .column("created_at", granted -> granted.grant().createdAt())
            .detail("updated_at", granted -> granted.grant().updatedAt());
    public static final Layout<Role> ROLE = Layout.<Role>of("roles")
            .detail("id", Role::id)
            .column("name", Role::name)
            .column("description", Role::description)
            .column("predefined", Role::isPredefined)
            .detail("permissions", role -> keys(role.permissions()))
            .detail("assigned_only", role -> keys(role.assignedOnly()))
            .detail("reaches_workspaces", Role::reachesWorkspaces)
            .detail("created_at", role -> role.isPredefined() ? null : role.createdAt())
            .detail("updated_at", role -> role.isPredefined() ? null : role.updatedAt());

    public static final Layout<Session> SESSION = Layout.<Session>of("sessions")
            .column("id", Session::id)
            .detail("user_id", Session::user)
            .column("agent", Session::agent)
            .column("address", Session::address)
            .column("opened_at", Session::openedAt)
            .column("last_used_at", Session::lastUsedAt)
            .detail("ends_at", Session::endsAt);

    public static final Layout<AuditEvent> AUDIT_EVENT = Layout.<AuditEvent>of("audit events")
            .detail("id", AuditEvent::id)
            .column("at", AuditEvent::at)
            .detail("actor_id", AuditEvent::actor)
            .column("actor", AuditEvent::actorName)
            .column("door", event -> event.door().word())
            .detail("address", AuditEvent::address)
            .column("action", AuditEvent::action)
            .detail("subject.kind", AuditEvent::subjectKind)
            .detail("subject.id", AuditEvent::subject)
            .column("subject.name", AuditEvent::subjectName)
            .detail("place_id", AuditEvent::place)
            .column("changes", event -> changes(event.changes()));

    private Layouts() {}

    private static <T> Layout<T> person(Layout<T> layout, Function<T, User> user) {
        return layout.detail("user.id", item -> user.apply(item).id())
                .column("user.username", item -> user.apply(item).username())
                .detail("user.first_name", item -> user.apply(item).profile().firstName())
                .detail("user.last_name", item -> user.apply(item).profile().lastName())
                .detail("user.display_name", item -> user.apply(item).profile().displayName())
                .column("user.role", "account role", item -> user.apply(item).role())
                .column("user.status", item -> user.apply(item).status().word());
    }

    private static @Nullable Object ofDataset(Grants.Granted granted, Function<Dataset, Object> reading) {
        return granted.dataset() == null ? null : reading.apply(granted.dataset());
    }

    /** What a holding is, without the comma that its words have in the middle of a sentence. */
    public static String inWords(Holding holding) {
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
