package dev.roster.domain.access;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.access.Target.Kind;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Users and places held in memory under ids of the embedding platform's own, and the policy asked about them by those
 * ids. Any number of threads may ask while others change it; a change applies from the next question on. Unknown users
 * and places are denied.
 *
 * <p>Ids are any text. Users have a name space of their own; organizations, workspaces and datasets share one.
 */
public final class Directory {
    private static final Target HOME = Target.organization(new OrganizationId(new UUID(0, 0)), "default");

    private final Map<String, Actor> actors = new ConcurrentHashMap<>();
    private final Map<String, Target> places = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final PermissionTable table;

    /** Of an embedding platform whose predefined roles hold nothing but Roster's own permissions. */
    public Directory() {
        this(PermissionTable.own());
    }

    /** @param table whose roles the users have, for explanations to know what would do */
    public Directory(PermissionTable table) {
        this.table = table;
    }

    public Directory organization(String id) {
        return place(id, Kind.ORGANIZATION, uuid -> Target.organization(new OrganizationId(uuid), id));
    }

    /** A workspace of the directory's one nameless organization. */
    public Directory workspace(String id) {
        return workspace(id, HOME);
    }

    public Directory workspace(String id, String organization) {
        return workspace(id, known(organization));
    }

    private Directory workspace(String id, Target organization) {
        OrganizationId owner = organization.organization();
        if (owner == null || organization.kind() != Kind.ORGANIZATION) {
            throw RefusedException.invalid(
                    "organization", "a workspace belongs to an organization, not to " + organization.describe());
        }
        return place(id, Kind.WORKSPACE, uuid -> Target.workspace(new WorkspaceId(uuid), id, owner));
    }

    /** A dataset that is open to its workspace. Setting it again with another access or workspace replaces that. */
    public Directory dataset(String id, String workspace) {
        return dataset(id, workspace, DatasetAccess.WORKSPACE);
    }

    public Directory dataset(String id, String workspace, DatasetAccess access) {
        return dataset(id, workspace, access, false);
    }

    /**
     * A dataset with all its facts.
     *
     * @param restricted whether the roles of its workspace and organization do not reach it, except manager
     */
    public Directory dataset(String id, String workspace, DatasetAccess access, boolean restricted) {
        Target home = known(workspace);
        return place(id, Kind.DATASET, uuid -> Target.dataset(new DatasetId(uuid), id, home, access, restricted));
    }

    private Directory place(String id, Kind kind, Function<UUID, Target> make) {
        places.compute(id, (same, before) -> {
            if (before != null && before.kind() != kind) {
                throw RefusedException.conflict("id", before.describe() + " has that id, no " + kind.word() + " can");
            }
            return make.apply(before == null ? nextId() : before.id());
        });
        return this;
    }

    /** An active user. Setting it again replaces its account role and forgets its places. */
    public Directory user(String id, Role accountRole) {
        actors.put(
                id,
                Actor.named(new UserId(nextId()), id, UserStatus.ACTIVE, accountRole)
                        .build());
        return this;
    }

    /** Adds a user to an organization or workspace, where the account role applies. */
    public Directory member(String user, String place) {
        return change(user, actor -> actor.member(known(place), null));
    }

    /** Adds a user to an organization or workspace with a role for that membership. */
    public Directory member(String user, String place, Role role) {
        return change(user, actor -> actor.member(known(place), role));
    }

    public Directory notMember(String user, String place) {
        return change(user, actor -> actor.notMember(known(place)));
    }

    /** Gives a user an extra role on a workspace or dataset. */
    public Directory grant(String user, Role role, String place) {
        return change(user, actor -> actor.granted(known(place), role));
    }

    /** Takes a granted role back; nothing happens where there was none. */
    public Directory revoke(String user, String place) {
        return change(user, actor -> actor.notGranted(known(place)));
    }

    public Directory assign(String user, String dataset) {
        return change(user, actor -> actor.assignedTo(datasetOf(dataset)));
    }

    public Directory unassign(String user, String dataset) {
        return change(user, actor -> actor.notAssignedTo(datasetOf(dataset)));
    }

    /** Removes a user, who is denied everything from then on. */
    public Directory remove(String user) {
        actors.remove(user);
        return this;
    }

    /** Removes a place and everything in it; all questions about it are denied from then on. */
    public Directory removePlace(String id) {
        Target gone = places.remove(id);
        if (gone != null) {
            places.values().removeIf(gone::contains);
        }
        return this;
    }

    /** The answer alone. Allocates nothing. */
    public boolean allows(String user, Permission permission, String place) {
        Actor actor = actors.get(user);
        Target target = places.get(place);
        return actor != null && target != null && AccessPolicy.allows(actor, permission, target);
    }

    /**
     * The answers about many users and one place, in their order. Quicker than as many calls: while one user is looked up, the
     * next one is under way.
     */
    public boolean[] allowsAll(List<String> users, Permission permission, String place) {
        boolean[] answers = new boolean[users.size()];
        Target target = places.get(place);
        if (target == null) {
            return answers;
        }
        Actor[] found = users.stream().map(actors::get).toArray(Actor[]::new);
        for (int user = 0; user < found.length; user++) {
            answers[user] = found[user] != null && AccessPolicy.allows(found[user], permission, target);
        }
        return answers;
    }

    /** The answers about one user and many places, in their order. */
    public boolean[] allowsAll(String user, Permission permission, List<String> places) {
        boolean[] answers = new boolean[places.size()];
        Actor actor = actors.get(user);
        for (int place = 0; actor != null && place < answers.length; place++) {
            Target target = this.places.get(places.get(place));
            answers[place] = target != null && AccessPolicy.allows(actor, permission, target);
        }
        return answers;
    }

    /** The answer with its reason. */
    public Decision decide(String user, Permission permission, String place) {
        Actor actor = actors.get(user);
        Target target = places.get(place);
        if (actor == null) {
            return Decision.unknown(
                    user, permission, target == null ? Target.instance() : target, Denial.unknownActor());
        }
        return target == null
                ? Decision.denied(
                        actor, permission, Target.instance(), Denial.unknownTarget("place " + UserText.quote(place)))
                : AccessPolicy.decide(actor, permission, target, table);
    }

    /** A user as the policy sees it now, for callers that ask many times; null when unknown. */
    public @Nullable Actor actor(String user) {
        return actors.get(user);
    }

    /** A place as the policy sees it now; null when unknown. */
    public @Nullable Target place(String id) {
        return places.get(id);
    }

    private Directory change(String user, UnaryOperator<Actor.Builder> change) {
        Actor changed = actors.computeIfPresent(
                user, (id, actor) -> change.apply(actor.copy()).build());
        if (changed == null) {
            throw RefusedException.notFound("user", user);
        }
        return this;
    }

    private Target known(String id) {
        Target target = places.get(id);
        if (target == null) {
            throw RefusedException.notFound("place", id);
        }
        return target;
    }

    private DatasetId datasetOf(String id) {
        DatasetId dataset = known(id).dataset();
        if (dataset == null) {
            throw RefusedException.invalid("dataset", UserText.quote(id) + " is not a dataset");
        }
        return dataset;
    }

    /**
     * Ids are counted, not made from text: two texts never share one, and what was held in a place that was removed is
     * not held in a later one of the same name.
     */
    private UUID nextId() {
        return new UUID(0, lastId.incrementAndGet());
    }
}
