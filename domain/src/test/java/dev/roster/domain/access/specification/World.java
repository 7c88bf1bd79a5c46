package dev.roster.domain.access.specification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole installation as plain facts: everything is called by a name of its own. */
public final class World {
    /** Stands for the role of a membership that has none of its own. */
    public static final String NO_ROLE = "";

    /**
     * An account.
     *
     * @param role the account role
     * @param status {@code active} or any other word
     * @param maker whoever made it, for a service account
     */
    public record Account(
            String role, String status, @Nullable String maker) {
        boolean isActive() {
            return status.equals("active");
        }
    }

    /** A custom role. */
    public record Custom(Set<String> permissions, Set<String> assignedOnly, boolean reachesWorkspaces) {}

    /**
     * A dataset.
     *
     * @param open whether it is open to its workspace
     */
    public record Data(String workspace, boolean open, boolean restricted) {}

    /** Somebody somewhere, or a role with a permission. */
    public record At(String user, String place) {}

    public final Map<String, Account> users = new LinkedHashMap<>();
    public final Map<String, Custom> roles = new LinkedHashMap<>();
    public final Set<String> registered = new LinkedHashSet<>();
    /** How far a predefined role other than owner reaches with a registered permission, where it does: W or, managers aside, A. */
    public final Map<At, String> reaches = new HashMap<>();

    public final Set<String> organizations = new LinkedHashSet<>();
    /** The organization of each. */
    public final Map<String, String> workspaces = new LinkedHashMap<>();

    public final Map<String, Data> datasets = new LinkedHashMap<>();
    /** The role of each, in organizations and workspaces. */
    public final Map<At, String> memberships = new HashMap<>();
    /** The role of each, on workspaces and datasets. */
    public final Map<At, String> grants = new HashMap<>();

    public final Set<At> assignments = new HashSet<>();

    public World copy() {
        World copy = new World();
        copy.users.putAll(users);
        copy.roles.putAll(roles);
        copy.registered.addAll(registered);
        copy.reaches.putAll(reaches);
        copy.organizations.addAll(organizations);
        copy.workspaces.putAll(workspaces);
        copy.datasets.putAll(datasets);
        copy.memberships.putAll(memberships);
        copy.grants.putAll(grants);
        copy.assignments.addAll(assignments);
        return copy;
    }

    public Account account(String user) {
        return Objects.requireNonNull(users.get(user), user);
    }

    public Data data(String dataset) {
        return Objects.requireNonNull(datasets.get(dataset), dataset);
    }

    /** Everything that can be asked about. */
    public List<Thing> things() {
        List<Thing> things = new ArrayList<>();
        things.add(Thing.INSTANCE);
        users.keySet().forEach(name -> things.add(Thing.user(name)));
        things.add(Thing.role("viewer"));
        things.addAll(places());
        return things;
    }

    /** The organizations, workspaces and datasets. */
    public List<Thing> places() {
        List<Thing> places = new ArrayList<>();
        organizations.forEach(name -> places.add(Thing.organization(name)));
        workspaces.keySet().forEach(name -> places.add(Thing.workspace(name)));
        datasets.keySet().forEach(name -> places.add(Thing.dataset(name)));
        return places;
    }

    /** The workspace that a thing is or lies in, or null. */
    public @Nullable String workspaceOf(Thing thing) {
        return switch (thing.kind()) {
            case WORKSPACE -> thing.name();
            case DATASET -> data(thing.name()).workspace();
            case INSTANCE, USER, ROLE, ORGANIZATION -> null;
        };
    }

    /** The organization that a thing is or lies in, or null. */
    public @Nullable String organizationOf(Thing thing) {
        String workspace = workspaceOf(thing);
        if (workspace != null) {
            return workspaces.get(workspace);
        }
        return thing.kind() == Thing.Kind.ORGANIZATION ? thing.name() : null;
    }

    /** Somebody, then whoever made them, and so on. */
    public List<String> withMakers(String user) {
        List<String> chain = new ArrayList<>();
        for (String one = user; one != null; one = account(one).maker()) {
            chain.add(one);
        }
        return chain;
    }

    @Override
    public String toString() {
        return "users " + users + "\nreaches " + reaches + "\nroles " + roles + "\nworkspaces " + workspaces
                + "\ndatasets " + datasets + "\nmemberships " + memberships + "\ngrants " + grants + "\nassignments "
                + assignments;
    }
}
