package dev.roster.domain.access;

import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, with all that the policy needs to know about them. Immutable. It may carry only the places that matter for
 * the question at hand: what it does not carry, it does not hold.
 */
public final class Actor {
    private final UserId id;
    private final String label;
    private final boolean active;
    private final boolean owner;
    private final Holding account;
    private final Map<OrganizationId, Holding> organizations;
    private final Map<WorkspaceId, Holding> workspaces;
    private final Map<WorkspaceId, Holding> workspaceGrants;
    private final Map<DatasetId, Holding> datasetGrants;
    private final Set<DatasetId> assignments;
    private final @Nullable Actor maker;

    private Actor(Builder builder) {
        this.id = builder.id;
        this.label = builder.label;
        this.active = builder.status == UserStatus.ACTIVE;
        this.owner = builder.accountRole.isOwner();
        this.account = new Holding(Source.ACCOUNT, builder.accountRole, Target.instance());
        this.organizations = Map.copyOf(builder.organizations);
        this.workspaces = Map.copyOf(builder.workspaces);
        this.workspaceGrants = Map.copyOf(builder.workspaceGrants);
        this.datasetGrants = Map.copyOf(builder.datasetGrants);
        this.assignments = Set.copyOf(builder.assignments);
        this.maker = builder.maker;
    }

    /**
     * Starts an actor that holds nothing yet but the account role.
     *
     * @param label what people call the actor; it shows in reasons
     */
    public static Builder named(UserId id, String label, UserStatus status, Role accountRole) {
        return new Builder(id, label, status, accountRole);
    }

    public UserId id() {
        return id;
    }

    public String label() {
        return label;
    }

    public boolean isActive() {
        return active;
    }

    /** Whether the account role is owner. */
    public boolean isOwner() {
        return owner;
    }

    public Role accountRole() {
        return account.role();
    }

    Holding account() {
        return account;
    }

    /** Every role the actor carries, the account role first, then by kind of place and name. */
    public List<Holding> holdings() {
        return Stream.of(
                        Stream.of(account),
                        organizations.values().stream(),
                        workspaces.values().stream(),
                        workspaceGrants.values().stream(),
                        datasetGrants.values().stream())
                .flatMap(holdings -> holdings.sorted(
                        Comparator.comparing(held -> held.place().label())))
                .toList();
    }

    @Nullable
    Holding in(OrganizationId organization) {
        return organizations.get(organization);
    }

    @Nullable
    Holding in(WorkspaceId workspace) {
        return workspaces.get(workspace);
    }

    @Nullable
    Holding grantedOn(WorkspaceId workspace) {
        return workspaceGrants.isEmpty() ? null : workspaceGrants.get(workspace);
    }

    @Nullable
    Holding grantedOn(DatasetId dataset) {
        return datasetGrants.isEmpty() ? null : datasetGrants.get(dataset);
    }

    boolean isAssignedTo(DatasetId dataset) {
        return !assignments.isEmpty() && assignments.contains(dataset);
    }

    /** For a service account, whoever made it and may do at least what it does; otherwise null. */
    @Nullable
    Actor maker() {
        return maker;
    }

    /** A builder that starts with all that this actor has. */
    public Builder copy() {
        UserStatus status = active ? UserStatus.ACTIVE : UserStatus.DEACTIVATED;
        Builder copy = new Builder(id, label, status, account.role());
        copy.organizations.putAll(organizations);
        copy.workspaces.putAll(workspaces);
        copy.workspaceGrants.putAll(workspaceGrants);
        copy.datasetGrants.putAll(datasetGrants);
        copy.assignments.addAll(assignments);
        copy.maker = maker;
        return copy;
    }

    @Override
    public String toString() {
        return "Actor[" + label + ", " + account.role().name() + "]";
    }

    /** Collects an actor's places. Calls on the same place replace each other. */
    public static final class Builder {
        private final UserId id;
        private final String label;
        private final UserStatus status;
        private final Role accountRole;
        private final Map<OrganizationId, Holding> organizations = new HashMap<>();
        private final Map<WorkspaceId, Holding> workspaces = new HashMap<>();
        private final Map<WorkspaceId, Holding> workspaceGrants = new HashMap<>();
        private final Map<DatasetId, Holding> datasetGrants = new HashMap<>();
        private final Set<DatasetId> assignments = new HashSet<>();
        private @Nullable Actor maker;

        private Builder(UserId id, String label, UserStatus status, Role accountRole) {
            this.id = id;
            this.label = label;
            this.status = status;
            this.accountRole = accountRole;
        }

        /**
         * A membership of an organization or a workspace.
         *
         * @param role the membership's own role, or null: then the account role counts there
         */
        public Builder member(Target place, @Nullable Role role) {
            Holding holding = role == null
                    ? new Holding(Source.INHERITED, accountRole, place)
                    : new Holding(Source.MEMBERSHIP, role, place);
            if (place.kind() == Target.Kind.ORGANIZATION) {
                organizations.put(Objects.requireNonNull(place.organization()), holding);
            } else {
                workspaces.put(workspaceOf(place), holding);
            }
            return this;
        }

        /** Takes a membership back; nothing happens where there was none. */
        public Builder notMember(Target place) {
            if (place.kind() == Target.Kind.ORGANIZATION) {
                organizations.remove(Objects.requireNonNull(place.organization()));
            } else {
                workspaces.remove(workspaceOf(place));
            }
            return this;
        }

        /** An extra role on a workspace or a dataset. */
        public Builder granted(Target place, Role role) {
            Holding holding = new Holding(Source.GRANT, role, place);
            if (place.dataset() == null) {
                workspaceGrants.put(workspaceOf(place), holding);
            } else {
                datasetGrants.put(place.dataset(), holding);
            }
            return this;
        }

        public Builder assignedTo(DatasetId dataset) {
            assignments.add(dataset);
            return this;
        }

        public Builder notAssignedTo(DatasetId dataset) {
            assignments.remove(dataset);
            return this;
        }

        /** Caps the actor, a service account, by what its maker may do at the same moment. */
        public Builder madeBy(Actor person) {
            this.maker = person;
            return this;
        }

        Builder uncapped() {
            this.maker = null;
            return this;
        }

        public Actor build() {
            return new Actor(this);
        }

        private static WorkspaceId workspaceOf(Target place) {
            return Objects.requireNonNull(place.workspace(), () -> place.describe() + " is no workspace");
        }
    }
}
