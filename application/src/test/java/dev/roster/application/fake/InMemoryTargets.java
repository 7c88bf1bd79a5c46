package dev.roster.application.fake;

import dev.roster.application.port.Targets;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Targets made from what the other ports keep in memory. */
final class InMemoryTargets implements Targets {
    private final InMemoryStore store;

    InMemoryTargets(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Map<Target.Ref, Target> find(Set<Target.Ref> references) {
        return store.read(tables -> {
            Map<Target.Ref, Target> found = new HashMap<>();
            references.forEach(reference -> find(tables, reference).ifPresent(target -> found.put(reference, target)));
            return found;
        });
    }

    private static Optional<Target> find(Tables tables, Target.Ref reference) {
        return switch (reference.kind()) {
            case INSTANCE -> Optional.of(Target.instance());
            case USER ->
                tables.users
                        .find(new UserId(reference.id()))
                        .filter(user -> user.status() != UserStatus.DELETED)
                        .map(Target::of);
            case ROLE -> tables.roles.find(new RoleId(reference.id())).map(Target::of);
            case ORGANIZATION ->
                tables.organizations.find(new OrganizationId(reference.id())).map(Target::of);
            case WORKSPACE ->
                tables.workspaces.find(new WorkspaceId(reference.id())).map(Target::of);
            case DATASET ->
                tables.datasets
                        .find(new DatasetId(reference.id()))
                        .map(dataset ->
                                InMemoryDatasets.located(tables, dataset).target());
        };
    }
}
