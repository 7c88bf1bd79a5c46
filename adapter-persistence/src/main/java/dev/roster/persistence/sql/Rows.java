package dev.roster.persistence.sql;

import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetBuilder;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.dataset.Restriction;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserBuilder;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the things that several queries return, and the things made of them. Each column is named after its
 * table, so that rows can hold several things.
 */
final class Rows {
    static final String ROLE = """
            roles.number AS role_number, roles.id AS role_id, roles.name AS role_name,
            roles.description AS role_description, roles.permissions AS role_permissions,
            roles.assigned_only AS role_assigned_only, roles.reaches_workspaces AS role_reaches_workspaces,
            roles.created_at AS role_created_at, roles.updated_at AS role_updated_at
            """;

    /** Together with {@link #USERS}. */
    static final String USER = """
            users.number AS user_number, users.id AS user_id, users.kind AS user_kind, users.username AS user_username,
            users.email AS user_email, users.developer AS user_developer,
            users.maker_id AS user_maker_id, users.status AS user_status,
            users.stay_workspace_id AS user_stay_workspace_id, users.stay_until AS user_stay_until,
            users.last_activity_at AS user_last_activity_at, users.created_at AS user_created_at,
            users.updated_at AS user_updated_at, account_roles.id AS user_role_id, account_roles.name AS user_role_name,
            %s
            """.formatted(ProfileColumns.SELECTED);

    static final String USERS = " users JOIN roles AS account_roles ON account_roles.id = users.role_id ";

    static final String ORGANIZATION = """
            organizations.number AS organization_number, organizations.id AS organization_id,
            organizations.name AS organization_name, organizations.description AS organization_description,
            organizations.created_at AS organization_created_at, organizations.updated_at AS organization_updated_at
            """;

    static final String WORKSPACE = """
            workspaces.number AS workspace_number, workspaces.id AS workspace_id,
            workspaces.organization_id AS workspace_organization_id, workspaces.name AS workspace_name,
            workspaces.title AS workspace_title, workspaces.description AS workspace_description,
            workspaces.created_at AS workspace_created_at,
            workspaces.updated_at AS workspace_updated_at
            """;

    static final String DATASET = """
            datasets.number AS dataset_number, datasets.id AS dataset_id, datasets.workspace_id AS dataset_workspace_id,
            datasets.name AS dataset_name, datasets.access AS dataset_access,
            datasets.restricted_at AS dataset_restricted_at, datasets.restricter_id AS dataset_restricter_id,
            datasets.creator_id AS dataset_creator_id,
            datasets.created_at AS dataset_created_at, datasets.updated_at AS dataset_updated_at
            """;

    /**
     * Permissions by how they are written. Rows repeat the same few texts, which are long where a dialect registered
     * permissions of its own.
     */
    private static final Map<String, PermissionSet> READ_SETS = new ConcurrentHashMap<>();

    private static final int MOST_READ_SETS = 256;

    private Rows() {}

    /** What the predefined roles give is in the code, save for registered permissions; what others give is in the row. */
    static Role role(ResultSet row) throws SQLException {
        RoleId id = new RoleId(uuid(row, "role_id"));
        Optional<PredefinedRole> predefined = PredefinedRole.of(id);
        return predefined.isPresent() ? predefinedRole(predefined.get().role(), row) : customRole(id, row);
    }

    /** In a store from before a role was predefined it has a number of its own. */
    private static Role predefinedRole(Role role, ResultSet row) throws SQLException {
        long number = row.getLong("role_number");
        return (role.number() == number ? role : role.withNumber(number))
                .holdingAlso(
                        permissions(row.getString("role_permissions")),
                        permissions(row.getString("role_assigned_only")));
    }

    private static Role customRole(RoleId id, ResultSet row) throws SQLException {
        return new Role(
                id,
                row.getLong("role_number"),
                new RoleName(row.getString("role_name")),
                row.getString("role_description"),
                permissions(row.getString("role_permissions")),
                permissions(row.getString("role_assigned_only")),
                row.getBoolean("role_reaches_workspaces"),
                Times.read(row, "role_created_at"),
                Times.read(row, "role_updated_at"));
    }

    private static PermissionSet permissions(String keys) {
        if (keys.isEmpty()) {
            return PermissionSet.none();
        }
        if (READ_SETS.size() >= MOST_READ_SETS) {
            READ_SETS.clear();
        }
        return READ_SETS.computeIfAbsent(keys, Rows::read);
    }

    private static PermissionSet read(String keys) {
        return PermissionSet.of(Stream.of(keys.split(" "))
                .filter(key -> !key.isEmpty())
                .map(Permission::parse)
                .toList());
    }

    static User user(ResultSet row) throws SQLException {
        Username username = new Username(row.getString("user_username"));
        return UserBuilder.builder()
                .number(row.getLong("user_number"))
                .id(new UserId(uuid(row, "user_id")))
                .kind(UserKind.valueOf(row.getString("user_kind").toUpperCase(Locale.ROOT)))
                .username(username)
                .email(optional(row, "user_email", EmailAddress::new))
                .profile(ProfileColumns.read(row, username))
                .role(new RoleRef(new RoleId(uuid(row, "user_role_id")), new RoleName(row.getString("user_role_name"))))
                .developer(row.getBoolean("user_developer"))
                .maker(optional(row, "user_maker_id", id -> new UserId(UUID.fromString(id))))
                .status(UserStatus.parse(row.getString("user_status")))
                .stay(stay(row))
                .lastActivityAt(Times.readOptional(row, "user_last_activity_at"))
                .createdAt(Times.read(row, "user_created_at"))
                .updatedAt(Times.read(row, "user_updated_at"))
                .build();
    }

    private static @Nullable Stay stay(ResultSet row) throws SQLException {
        WorkspaceId workspace = optional(row, "user_stay_workspace_id", id -> new WorkspaceId(UUID.fromString(id)));
        Instant until = Times.readOptional(row, "user_stay_until");
        return workspace == null && until == null ? null : new Stay(workspace, until);
    }

    static Organization organization(ResultSet row) throws SQLException {
        return new Organization(
                new OrganizationId(uuid(row, "organization_id")),
                row.getLong("organization_number"),
                new OrganizationName(row.getString("organization_name")),
                row.getString("organization_description"),
                Times.read(row, "organization_created_at"),
                Times.read(row, "organization_updated_at"));
    }

    static Workspace workspace(ResultSet row) throws SQLException {
        return new Workspace(
                new WorkspaceId(uuid(row, "workspace_id")),
                row.getLong("workspace_number"),
                new OrganizationId(uuid(row, "workspace_organization_id")),
                new WorkspaceName(row.getString("workspace_name")),
                row.getString("workspace_title"),
                row.getString("workspace_description"),
                Times.read(row, "workspace_created_at"),
                Times.read(row, "workspace_updated_at"));
    }

    static Dataset dataset(ResultSet row) throws SQLException {
        return DatasetBuilder.builder()
                .id(new DatasetId(uuid(row, "dataset_id")))
                .number(row.getLong("dataset_number"))
                .workspace(new WorkspaceId(uuid(row, "dataset_workspace_id")))
                .name(new DatasetName(row.getString("dataset_name")))
                .access(DatasetAccess.parse(row.getString("dataset_access")))
                .restriction(restriction(row))
                .creator(optional(row, "dataset_creator_id", id -> new UserId(UUID.fromString(id))))
                .createdAt(Times.read(row, "dataset_created_at"))
                .updatedAt(Times.read(row, "dataset_updated_at"))
                .build();
    }

    private static @Nullable Restriction restriction(ResultSet row) throws SQLException {
        Instant at = Times.readOptional(row, "dataset_restricted_at");
        return at == null
                ? null
                : new Restriction(at, optional(row, "dataset_restricter_id", id -> new UserId(UUID.fromString(id))));
    }

    /** The role that a membership has of its own, in the columns {@code own_role_id} and {@code own_role_name}. */
    static @Nullable RoleRef ownRole(ResultSet row) throws SQLException {
        String name = row.getString("own_role_name");
        return name == null ? null : new RoleRef(new RoleId(uuid(row, "own_role_id")), new RoleName(name));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }

    static <T> @Nullable T optional(ResultSet row, String column, Function<String, T> reading) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : reading.apply(text);
    }
}
