package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.access.PresentActors;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists who may do what in a place, as decisions have it: for a matrix of its members, or of those assigned to a dataset. */
public final class ListMemberPermissions {
    /**
     * A member and all that they may do there.
     *
     * @param permissions Roster's own in the order of the table, then the registered ones
     * @param onOpenDatasets what they may do besides on datasets of an organization or a workspace that are open to their
     *     workspace; likewise
     */
    public record Row(User user, List<Permission> permissions, List<Permission> onOpenDatasets) {
        public Row {
            permissions = List.copyOf(permissions);
            onOpenDatasets = List.copyOf(onOpenDatasets);
        }
    }

    private final UnitOfWork work;
    private final Places places;
    private final Memberships memberships;
    private final Datasets datasets;
    private final Assignments assignments;
    private final PresentActors actors;
    private final RegisteredPermissions registered;

    @Inject
    ListMemberPermissions(
            UnitOfWork work,
            Places places,
            Memberships memberships,
            Datasets datasets,
            Assignments assignments,
            PresentActors actors,
            RegisteredPermissions registered) {
        this.work = work;
        this.places = places;
        this.memberships = memberships;
        this.datasets = datasets;
        this.assignments = assignments;
        this.actors = actors;
        this.registered = registered;
    }

    /**
     * Of the members, in order of joining.
     *
     * @throws dev.roster.domain.RefusedException NOT_FOUND naming {@code organization} or {@code workspace}; FORBIDDEN naming
     *     {@code member:read}
     */
    public Page<Row> ofPlace(Caller caller, Place place, PageRequest page) {
        return work.reading(() -> {
            Target target = places.get(place);
            work.guard().require(caller, RosterPermission.MEMBER_READ, target);
            return rows(target, memberships.members(place, page).map(Memberships.Member::user));
        });
    }

    /**
     * Of those who are assigned to a dataset, in order of assignment.
     *
     * @throws dev.roster.domain.RefusedException NOT_FOUND naming {@code dataset}; FORBIDDEN naming {@code member:read} or
     *     {@code dataset:assign}
     */
    public Page<Row> ofDataset(Caller caller, DatasetId id, PageRequest page) {
        return work.reading(() -> {
            Target target = datasets.get(id).target();
            work.guard().require(caller, RosterPermission.MEMBER_READ, target);
            work.guard().require(caller, RosterPermission.DATASET_ASSIGN, target);
            return rows(target, assignments.assignees(id, page).map(Assignments.Assignee::user));
        });
    }

    private Page<Row> rows(Target target, Page<User> users) {
        Map<UserId, Actor> found =
                actors.findWhole(users.items().stream().map(User::id).collect(Collectors.toSet()));
        List<Permission> known = registered.known();
        return users.map(user -> row(user, found.get(user.id()), known, target));
    }

    private static Row row(User user, @Nullable Actor actor, List<Permission> known, Target target) {
        if (actor == null) {
            return new Row(user, List.of(), List.of());
        }
        List<Permission> everywhere = allowed(actor, known, target);
        List<Permission> others = target.dataset() != null
                ? List.of()
                : known.stream()
                        .filter(permission -> permission.scope().isAboutDatasets())
                        .filter(permission -> !everywhere.contains(permission))
                        .toList();
        return new Row(
                user,
                everywhere,
                others.isEmpty() ? List.of() : allowed(actor, others, Target.anyOpenDatasetIn(target)));
    }

    private static List<Permission> allowed(Actor actor, List<Permission> known, Target target) {
        return known.stream()
                .filter(permission -> AccessPolicy.allows(actor, permission, target))
                .toList();
    }
}
