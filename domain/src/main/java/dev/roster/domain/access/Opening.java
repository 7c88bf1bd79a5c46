package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionTable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a dataset may be opened to somebody, by assigning them, by opening it to all or by lifting its restriction: nobody gives
 * more than they hold on it.
 */
final class Opening {
    private final Actor asker;
    private final Target dataset;
    private final PermissionTable table;

    /** Somebody and the dataset, before it is opened to them or afterwards. */
    record Side(Actor actor, Target dataset) {
        /** As if they were active and nobody had created them. */
        private boolean holds(Permission permission) {
            return AccessPolicy.held(actor, permission, dataset) != null;
        }
    }

    /** @param dataset as it is now */
    Opening(Actor asker, Target dataset, PermissionTable table) {
        this.asker = asker;
        this.dataset = dataset;
        this.table = table;
    }

    Optional<Decision> refusal(Side before, Side after) {
        return ofDatasets(after.actor())
                .filter(permission -> after.holds(permission) && !before.holds(permission))
                .filter(permission -> !AccessPolicy.allows(asker, permission, dataset))
                .findFirst()
                .map(gained -> Decision.denied(
                        asker, gained, dataset, Denial.opensMore(gained, dataset.workspaceAround(), table)));
    }

    /** What roles give on datasets, which is all that can be gained. */
    private static Stream<Permission> ofDatasets(Actor actor) {
        return actor.holdings().stream()
                .flatMap(held -> held.role().permissions().stream())
                .filter(Target.Kind.DATASET::takes)
                .distinct();
    }
}
