package dev.roster.persistence.sql;

import dev.roster.application.port.Memberships.Standings;
import dev.roster.domain.membership.MemberStanding;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link MemberStanding} as a condition on the row of a user, and the indexes that know who may meet it. */
final class StandingColumns {
    private static final String DEACTIVATED = "users.status || '' = 'deactivated'";
    private static final String OWNS = "users.role_id || '' = :owner";
    private static final String IN_USE =
            "users.status || '' = 'active' AND (users.stay_until IS NULL OR users.stay_until > :standingAt)";

    /** The membership's own role, else that in the workspace, else an account role that is more than what everyone has. */
    private static final String HELD = """
            coalesce(
                (SELECT organization_members.role_id FROM organization_members
                WHERE organization_members.user_id = users.id AND organization_members.organization_id = :standingIn),
                (SELECT coalesce(workspace_members.role_id, users.role_id) FROM workspace_members
                WHERE workspace_members.user_id = users.id AND workspace_members.workspace_id = :standingWithin),
                CASE WHEN users.role_id <> :annotator THEN users.role_id END)""";

    private final Standings wanted;
    private final Map<String, Object> values = new HashMap<>();
    private final String roles;

    StandingColumns(OrganizationId organization, Standings wanted) {
        this.wanted = wanted;
        values.put("standingIn", organization);
        values.put("standingWithin", wanted.within() == null ? "" : wanted.within());
        values.put("standingAt", wanted.now());
        values.put("owner", PredefinedRole.OWNER.id());
        values.put("annotator", PredefinedRole.ANNOTATOR.id());
        List<String> names = new ArrayList<>();
        for (RoleId role : wanted.roles()) {
            String name = "standing" + names.size();
            values.put(name, role);
            names.add(":" + name);
        }
        roles = String.join(", ", names);
    }

    Map<String, Object> values() {
        return values;
    }

    String condition() {
        List<String> any = new ArrayList<>();
        wanted.kinds().forEach(kind -> any.add(condition(kind)));
        if (!roles.isEmpty()) {
            any.add("NOT " + OWNS + " AND " + IN_USE + " AND " + HELD + " IN (" + roles + ")");
        }
        return any.isEmpty() ? "1 = 0" : "((" + String.join(") OR (", any) + "))";
    }

    private static String condition(MemberStanding.Kind kind) {
        String living = "NOT " + DEACTIVATED;
        return switch (kind) {
            case DEACTIVATED -> DEACTIVATED;
            case OWNER -> OWNS + " AND " + living;
            case NONE -> "NOT " + OWNS + " AND " + living + " AND (NOT (" + IN_USE + ") OR " + HELD + " IS NULL)";
            case HOLDER -> "NOT " + OWNS + " AND " + IN_USE + " AND " + HELD + " IS NOT NULL";
        };
    }

    /** A query of the numbers of all who may meet the condition, and of others; null where no index knows them. */
    @Nullable
    String numbers() {
        if (wanted.kinds().contains(MemberStanding.Kind.NONE) || wanted.kinds().contains(MemberStanding.Kind.HOLDER)) {
            return null;
        }
        List<String> any = new ArrayList<>();
        if (wanted.kinds().contains(MemberStanding.Kind.DEACTIVATED)) {
            any.add("SELECT users.number FROM users WHERE users.status = 'deactivated'");
        }
        if (wanted.kinds().contains(MemberStanding.Kind.OWNER)) {
            any.add("SELECT users.number FROM users WHERE users.role_id = :owner");
        }
        if (!roles.isEmpty()) {
            any.add("SELECT users.number FROM users WHERE users.role_id IN (" + roles + ")");
            any.add("SELECT organization_members.user_number FROM organization_members WHERE"
                    + " organization_members.role_id IN (" + roles
                    + ") AND organization_members.organization_id = :standingIn");
            any.add("SELECT workspace_members.user_number FROM workspace_members WHERE"
                    + " workspace_members.role_id IN (" + roles
                    + ") AND workspace_members.workspace_id = :standingWithin");
        }
        return any.isEmpty() ? null : String.join(" UNION ALL ", any);
    }
}
