package dev.roster.domain.access;

import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.access.Target.Kind;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, with all that the policy needs to know about them. Immutable. It may carry only the places that matter for
 * the question at hand: what it does not carry, it does not hold.
 */
public final class Actor {
    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private final UserId id;
    private final String label;
    private final boolean active;
    private final @Nullable Instant until;
    private final @Nullable Instant ended;
    private final boolean owner;
    private final Holding account;
    private final @Nullable ById<Holding> organizations;
    private final @Nullable ById<Holding> workspaces;
    private final @Nullable ById<Holding> workspaceGrants;
    private final @Nullable ById<Holding> datasetGrants;
    private final @Nullable ById<DatasetId> assignments;
    private final @Nullable Actor maker;

    // One of the workspaces once more. Most people have one, and a decision about many people takes as long as the
    // memory that it
    // touches is away.
    private final long homeHigh;
    private final long homeLow;
    private final @Nullable Holding home;
    private final @Nullable ById<Holding> furtherWorkspaces;

    private Actor(Builder builder) {
        this.id = builder.id;
        this.label = builder.label;
        this.active = builder.status == UserStatus.ACTIVE;
        this.until = builder.until;
        this.ended = builder.ended;
        this.owner = builder.accountRole.isOwner();
        this.account = Target.instance().holding(Source.ACCOUNT, builder.accountRole);
        this.organizations = ById.of(builder.organizations);
        this.workspaces = ById.of(builder.workspaces);
        this.workspaceGrants = ById.of(builder.workspaceGrants);
        this.datasetGrants = ById.of(builder.datasetGrants);
        this.assignments = ById.of(builder.assignments);
        this.maker = builder.maker;
        UUID first = builder.workspaces.isEmpty()
                ? NOBODY.value()
                : builder.workspaces.keySet().iterator().next();
        this.homeHigh = first.getMostSignificantBits();
        this.homeLow = first.getLeastSignificantBits();
        this.home = builder.workspaces.get(first);
        this.furtherWorkspaces = builder.workspaces.size() > 1 ? workspaces : null;
    }

    /**
     * Starts an actor that holds nothing yet but the account role.
     *
     * @param label what people call the actor; it shows in reasons
     */
    public static Builder named(UserId id, String label, UserStatus status, Role accountRole) {
        return new Builder(id, label, status, accountRole);
    }

    /** The person who runs commands on the machine of the store, or Roster itself; has the rights of an owner. */
    public static Actor operator(String label) {
        return named(NOBODY, label, UserStatus.ACTIVE, PredefinedRole.OWNER.role())
                .build();
    }

    public UserId id() {
        return id;
    }

    public String label() {
        return label;
    }

    /**
     * Whether the account may do anything at all. A service account loses its rights together with its creator, and a guest
     * when the stay is over, as far as the actor was asked about {@linkplain #at a time}.
     */
    public boolean isActive() {
        return isActiveItself() && (maker == null || maker.isActive());
    }

    /** Whether the account has no rights because its creator is not active. */
    boolean isStoppedByMaker() {
        return isActiveItself() && !isActive();
    }

    private boolean isActiveItself() {
        return active && ended == null;
    }

    /** When the stay of a guest ended, for one who is not active because of that; otherwise null. */
    @Nullable
    Instant stayEnded() {
        return active ? ended : null;
    }

    /** The same actor at that time: a guest whose stay is over by then is not active, and neither is what depends on them. */
    public Actor at(Instant now) {
        Actor then = maker == null ? null : maker.at(now);
        boolean ends = ended == null && until != null && !until.isAfter(now);
        if (!ends && then == maker) {
            return this;
        }
        Builder copy = copy();
        copy.ended = ends ? until : ended;
        copy.maker = then;
        return copy.build();
    }

    /** The same actor as if they, and who created them, were active and stayed permanently. */
    public Actor asActive() {
        Builder copy = copyWith(account.role(), UserStatus.ACTIVE);
        copy.until = null;
        copy.ended = null;
        copy.maker = maker == null ? null : maker.asActive();
        return copy.build();
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
        return Stream.concat(
                        Stream.of(account),
                        Stream.of(organizations, workspaces, workspaceGrants, datasetGrants)
                                .filter(Objects::nonNull)
                                .flatMap(held -> held.toMap().values().stream()
                                        .sorted(Comparator.comparing(
                                                holding -> holding.place().label()))))
                .toList();
    }

    /** Where they are held. */
    Stream<Target> places() {
        return holdings().stream().map(Holding::place);
    }

    @Nullable
    Holding inOrganizationOf(Target target) {
        OrganizationId organization = target.organization();
        return organizations == null || organization == null ? null : organizations.get(organization.value());
    }

    @Nullable
    Holding inWorkspaceOf(Target target) {
        WorkspaceId workspace = target.workspace();
        if (workspace == null) {
            return null;
        }
        UUID place = workspace.value();
        if (place.getLeastSignificantBits() == homeLow && place.getMostSignificantBits() == homeHigh) {
            return home;
        }
        return furtherWorkspaces == null ? null : furtherWorkspaces.get(place);
    }

    @Nullable
    Holding grantedOnWorkspaceOf(Target target) {
        WorkspaceId workspace = target.workspace();
        return workspaceGrants == null || workspace == null ? null : workspaceGrants.get(workspace.value());
    }

    @Nullable
    Holding grantedOnDataset(Target target) {
        DatasetId dataset = target.dataset();
        return datasetGrants == null || dataset == null ? null : datasetGrants.get(dataset.value());
    }

    boolean isAssignedTo(Target target) {
        DatasetId dataset = target.dataset();
        return assignments != null && dataset != null && assignments.get(dataset.value()) != null;
    }

    /** Whether the actor is assigned to every dataset that the other is assigned to. */
    boolean isAssignedToAllOf(Actor other) {
        return other.assignments == null
                || (assignments != null
                        && assignments
                                .toMap()
                                .keySet()
                                .containsAll(other.assignments.toMap().keySet()));
    }

    /** The roles that are held around the target, the narrowest first, without the account role. */
    List<Holding> around(Target target) {
        Holding above = inOrganizationOf(target);
        boolean counts = target.kind() == Target.Kind.ORGANIZATION || AccessPolicy.fromAbove(above);
        return Stream.of(
                        grantedOnDataset(target),
                        inWorkspaceOf(target),
                        grantedOnWorkspaceOf(target),
                        counts ? above : null)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The creator of a service account, which can never do more than its creator. Otherwise null. */
    @Nullable
    Actor maker() {
        return maker;
    }

    /** The same actor, who may from now on do nothing that the other may not either. */
    public Actor cappedBy(Actor other) {
        return copy().madeBy(maker == null ? other : maker.cappedBy(other)).build();
    }

    /** The actor, its creator, the creator's creator and so on: a "yes" requires that all of them may. */
    public List<Actor> withMakers() {
        return Stream.iterate(this, Objects::nonNull, Actor::maker).toList();
    }

    /** The datasets that the actor is assigned to, in no order. */
    public Set<DatasetId> assigned() {
        return assignments == null ? Set.of() : Set.copyOf(assignments.toMap().values());
    }

    /** The same actor as if this version of a role applied wherever the actor or a creator holds that role. */
    public Actor replacing(Role changed) {
        Builder copy = copyWith(account.role().id().equals(changed.id()) ? changed : account.role());
        copy.replace(changed);
        copy.maker = maker == null ? null : maker.replacing(changed);
        return copy.build();
    }

    /** The same actor to a reader: places where they hold something by their ids, if the reader may not read the names. */
    public Actor asKnownTo(Actor reader) {
        Builder copy = copyWith(account.role());
        copy.showTo(reader);
        copy.maker = maker == null ? null : maker.asKnownTo(reader);
        return copy.build();
    }

    /** The same actor if their account role were this one, also where it counts in places. */
    Actor withAccountRole(Role role) {
        Builder copy = copyWith(role);
        copy.inherit();
        return copy.build();
    }

    /** A builder that starts with all that this actor has. */
    public Builder copy() {
        return copyWith(account.role());
    }

    private Builder copyWith(Role accountRole) {
        return copyWith(accountRole, active ? UserStatus.ACTIVE : UserStatus.DEACTIVATED);
    }

    private Builder copyWith(Role accountRole, UserStatus status) {
        Builder copy = new Builder(id, label, status, accountRole);
        putAll(copy.organizations, organizations);
        putAll(copy.workspaces, workspaces);
        putAll(copy.workspaceGrants, workspaceGrants);
        putAll(copy.datasetGrants, datasetGrants);
        putAll(copy.assignments, assignments);
        copy.until = until;
        copy.ended = ended;
        copy.maker = maker;
        return copy;
    }

    private static <V> void putAll(Map<UUID, V> map, @Nullable ById<V> entries) {
        if (entries != null) {
            map.putAll(entries.toMap());
        }
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
        private final Map<UUID, Holding> organizations = new HashMap<>();
        private final Map<UUID, Holding> workspaces = new HashMap<>();
        private final Map<UUID, Holding> workspaceGrants = new HashMap<>();
        private final Map<UUID, Holding> datasetGrants = new HashMap<>();
        private final Map<UUID, DatasetId> assignments = new HashMap<>();
        private @Nullable Instant until;
        private @Nullable Instant ended;
        private @Nullable Actor maker;

        private Builder(UserId id, String label, UserStatus status, Role accountRole) {
            this.id = id;
            this.label = label;
            this.status = status;
            this.accountRole = accountRole;
        }

        /** When the stay of a guest ends, or null. It counts from {@link Actor#at} on. */
        public Builder until(@Nullable Instant end) {
            this.until = end;
            return this;
        }

        /**
         * A membership of an organization or a workspace.
         *
         * @param role the membership's own role, or null: then the account role counts there
         */
        public Builder member(Target place, @Nullable Role role) {
            Holding holding = role == null
                    ? place.holding(Source.INHERITED, accountRole)
                    : place.holding(Source.MEMBERSHIP, role);
            if (place.kind() == Kind.ORGANIZATION) {
                organizations.put(place.id(), holding);
            } else {
                workspaces.put(workspaceAt(place, "an organization or workspace has members"), holding);
            }
            return this;
        }

        /** Takes a membership back; nothing happens where there was none. */
        public Builder notMember(Target place) {
            if (place.kind() == Kind.ORGANIZATION) {
                organizations.remove(place.id());
            } else {
                workspaces.remove(workspaceAt(place, "an organization or workspace has members"));
            }
            return this;
        }

        /** An extra role on a workspace or a dataset. */
        public Builder granted(Target place, Role role) {
            Holding holding = place.holding(Source.GRANT, role);
            if (place.dataset() == null) {
                workspaceGrants.put(workspaceAt(place, "a role is granted on a workspace or dataset"), holding);
            } else {
                datasetGrants.put(place.id(), holding);
            }
            return this;
        }

        /** Takes a grant back; nothing happens where there was none. */
        public Builder notGranted(Target place) {
            if (place.dataset() == null) {
                workspaceGrants.remove(workspaceAt(place, "a role is granted on a workspace or dataset"));
            } else {
                datasetGrants.remove(place.id());
            }
            return this;
        }

        public Builder assignedTo(DatasetId dataset) {
            assignments.put(dataset.value(), dataset);
            return this;
        }

        public Builder notAssignedTo(DatasetId dataset) {
            assignments.remove(dataset.value());
            return this;
        }

        /** Limits the actor, a service account, to what its creator may do at the same moment. */
        public Builder madeBy(Actor person) {
            this.maker = person;
            return this;
        }

        private void replace(Role changed) {
            Stream.of(organizations, workspaces, workspaceGrants, datasetGrants)
                    .forEach(held -> held.replaceAll((place, holding) -> holding.with(changed)));
        }

        private void showTo(Actor reader) {
            Stream.of(organizations, workspaces, workspaceGrants, datasetGrants)
                    .forEach(held -> held.replaceAll((place, holding) -> holding.asKnownTo(reader)));
        }

        private void inherit() {
            Stream.of(organizations, workspaces)
                    .forEach(held -> held.replaceAll((place, holding) -> holding.source() == Source.INHERITED
                            ? holding.place().holding(Source.INHERITED, accountRole)
                            : holding));
        }

        public Actor build() {
            return new Actor(this);
        }

        private static UUID workspaceAt(Target place, String rule) {
            if (place.kind() != Kind.WORKSPACE) {
                throw RefusedException.invalid("place", rule + ", not " + place.describe());
            }
            return place.id();
        }
    }
}
