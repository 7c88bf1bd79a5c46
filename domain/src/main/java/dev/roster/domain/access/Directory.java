package dev.roster.domain.access;

import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Users and places held in memory under ids of the embedding platform's own, and the policy asked about them by those
 * ids. Any number of threads may ask while others change it; a change counts from the next question on. Whoever or
 * whatever it does not know is denied.
 *
 * <p>Ids are any text. Users have a name space of their own; organizations, workspaces and datasets share one.
 */
public final class Directory {
    private static final Target HOME = Target.organization(new OrganizationId(new UUID(0, 1)), "default");

    private final Map<String, Actor> actors = new ConcurrentHashMap<>();
    private final Map<String, Target> places = new ConcurrentHashMap<>();

    public Directory organization(String id) {
        return place(id, Target.organization(new OrganizationId(uuid(id)), id));
    }

    /** A workspace of the directory's one nameless organization. */
    public Directory workspace(String id) {
        return place(id, workspaceIn(HOME, id));
    }

    public Directory workspace(String id, String organization) {
        return place(id, workspaceIn(known(organization), id));
    }

    private static Target workspaceIn(Target organization, String id) {
        return Target.workspace(
                new WorkspaceId(uuid(id)), id, Objects.requireNonNull(organization.organization(), "no organization"));
    }

    /** A dataset that is open to its workspace. Setting it again with another access replaces it. */
    public Directory dataset(String id, String workspace) {
        return dataset(id, workspace, DatasetAccess.WORKSPACE);
    }

    public Directory dataset(String id, String workspace, DatasetAccess access) {
        return place(id, Target.dataset(new DatasetId(uuid(id)), id, known(workspace), access, false));
    }

    private Directory place(String id, Target target) {
        Target before = places.putIfAbsent(id, target);
        if (before == null) {
            return this;
        }
        if (!before.equals(target)) {
            throw RefusedException.conflict("id", before.describe() + " has the id `" + id + "`");
        }
        places.put(id, target);
        return this;
    }

    /** An active user. Setting it again replaces its account role and forgets its places. */
    public Directory user(String id, Role accountRole) {
        actors.put(
                id,
                Actor.named(new UserId(uuid(id)), id, UserStatus.ACTIVE, accountRole)
                        .build());
        return this;
    }

    /** Makes a user a member of an organization or workspace, with the account role counting there. */
    public Directory member(String user, String place) {
        return change(user, actor -> actor.member(known(place), null));
    }

    /** Makes a user a member of an organization or workspace, with a role of the membership's own. */
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

    public Directory assign(String user, String dataset) {
        return change(user, actor -> actor.assignedTo(datasetOf(dataset)));
    }

    public Directory unassign(String user, String dataset) {
        return change(user, actor -> actor.notAssignedTo(datasetOf(dataset)));
    }

    /** Forgets a user, who may nothing from then on. */
    public Directory remove(String user) {
        actors.remove(user);
        return this;
    }

    /** Forgets a place; nobody may anything there from then on. */
    public Directory removePlace(String id) {
        places.remove(id);
        return this;
    }

    /** The answer alone. Allocates nothing. */
    public boolean allows(String user, Permission permission, String place) {
        Actor actor = actors.get(user);
        Target target = places.get(place);
        return actor != null && target != null && AccessPolicy.allows(actor, permission, target);
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
                ? Decision.denied(actor, permission, Target.instance(), Denial.unknownTarget())
                : AccessPolicy.decide(actor, permission, target);
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
            throw RefusedException.invalid("dataset", "`" + id + "` is no dataset");
        }
        return dataset;
    }

    private static UUID uuid(String id) {
        return Uuids.isUuid(id) ? Uuids.parse("id", id) : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
