package dev.roster.application.port;

import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.role.PermissionSet;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another annotation platform, read over its own API. Its data is returned unchanged: Roster may not accept its names and
 * ids. All ids are those of the other platform, and are only compared with each other.
 */
public interface ForeignPlatform {
    /** Where it is, and the key of an owner there. */
    record Address(String url, SecretText key) {}

    /**
     * A person there.
     *
     * @param displayName null if there is only a first and last name
     * @param role one of Roster's predefined roles, or the other platform's word if it is none of them
     * @param roleId the {@link CustomRole} that it is; {@code role} is its name then
     * @param developer null for the default of the role
     * @param obstacle why they cannot be imported, or null
     */
    @RecordBuilder
    record Person(
            String id,
            String username,
            String firstName,
            @Nullable String lastName,
            @Nullable String displayName,
            @Nullable String email,
            String role,
            @Nullable String roleId,
            @Nullable Boolean developer,
            @Nullable String obstacle)
            implements ForeignPlatformPersonBuilder.With {
        public Person {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(firstName, "firstName");
            Objects.requireNonNull(role, "role");
        }
    }

    /**
     * A custom role there.
     *
     * @param permissions those of its permissions that Roster has
     * @param obstacle why it cannot be created here, or null
     */
    record CustomRole(
            String id,
            String name,
            String description,
            PermissionSet permissions,
            @Nullable String obstacle) {}

    /** What an organization is there. */
    record Group(String id, String name, String description) {}

    /**
     * What a workspace is there.
     *
     * @param name null where there is only a title
     * @param title null where there is only a name
     * @param group the {@link Group} that it lies in, or null for the default organization
     */
    record Team(
            String id,
            @Nullable String name,
            @Nullable String title,
            @Nullable String group,
            String description) {
        public Team(String id, String name) {
            this(id, name, null, null, "");
        }

        /** What people see of it. */
        public String shown() {
            return title != null ? title : Objects.requireNonNullElse(name, id);
        }
    }

    /**
     * A user's membership of a place, or role on it.
     *
     * @param place the id of a group, team or project
     * @param role as in {@link Person}, or null where the account role counts
     * @param roleId as in {@link Person}
     */
    record Held(
            String place,
            String person,
            @Nullable String role,
            @Nullable String roleId) {}

    /**
     * What a dataset is there.
     *
     * @param team the {@link Team} whose datasets it is among
     * @param creator the {@link Person} who created it, or null
     */
    record Project(
            String id, String name, String team, @Nullable String creator) {}

    /**
     * All that there is; each list oldest first.
     *
     * @param groupMembers who belongs to which group
     * @param teamMembers who belongs to which team
     * @param bindings who holds a role on a team beside what they hold as a member
     * @param projectBindings who holds a role on something that does not come
     * @param untold what the platform does not report, one sentence each, in lower case and without a full stop
     */
    @RecordBuilder
    record Contents(
            List<CustomRole> roles,
            List<Person> people,
            List<Group> groups,
            List<Held> groupMembers,
            List<Team> teams,
            List<Held> teamMembers,
            List<Held> bindings,
            List<Held> projectBindings,
            List<Project> projects,
            List<String> untold)
            implements ForeignPlatformContentsBuilder.With {
        public Contents {
            roles = List.copyOf(roles);
            people = List.copyOf(people);
            groups = List.copyOf(groups);
            groupMembers = List.copyOf(groupMembers);
            teams = List.copyOf(teams);
            teamMembers = List.copyOf(teamMembers);
            bindings = List.copyOf(bindings);
            projectBindings = List.copyOf(projectBindings);
            projects = List.copyOf(projects);
            untold = List.copyOf(untold);
        }

        public static Contents none() {
            return ForeignPlatformContentsBuilder.builder()
                    .roles(List.of())
                    .people(List.of())
                    .groups(List.of())
                    .groupMembers(List.of())
                    .teams(List.of())
                    .teamMembers(List.of())
                    .bindings(List.of())
                    .projectBindings(List.of())
                    .projects(List.of())
                    .untold(List.of())
                    .build();
        }
    }

    /** Is called with the progress of reading. */
    @FunctionalInterface
    interface Reading {
        /** @param count how many of {@code things}, a word in the plural, have been read */
        void read(String things, long count);
    }

    /** Whether its ids are UUIDs, which people and workspaces keep here. Others are matched by e-mail address and name. */
    default boolean hasUuids() {
        return true;
    }

    /**
     * Reads everything.
     *
     * @throws RefusedException INVALID naming {@code url} or {@code api_key}, when nothing sensible answers there;
     *     UNAUTHENTICATED or FORBIDDEN, when the key is not an owner's; BUSY where it goes on answering that it is busy
     */
    Contents read(Address address, Reading reading);
}
