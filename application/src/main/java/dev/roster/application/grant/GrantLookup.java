package dev.roster.application.grant;

import dev.roster.application.port.Datasets;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.dataset.DatasetId;
import jakarta.inject.Inject;

/** Finds a grant with what it is on. */
final class GrantLookup {
    private final Grants grants;
    private final Users users;
    private final Workspaces workspaces;
    private final Datasets datasets;

    @Inject
    GrantLookup(Grants grants, Users users, Workspaces workspaces, Datasets datasets) {
        this.grants = grants;
        this.users = users;
        this.workspaces = workspaces;
        this.datasets = datasets;
    }

    /** @throws RefusedException NOT_FOUND naming {@code grant} */
    Grants.Granted get(GrantId id) {
        Grant grant = grants.find(id).orElseThrow(() -> RefusedException.notFound("grant", id));
        DatasetId dataset = grant.dataset();
        return new Grants.Granted(
                grant,
                users.get(grant.user()),
                workspaces.get(grant.workspace()),
                dataset == null ? null : datasets.get(dataset).dataset());
    }
}
