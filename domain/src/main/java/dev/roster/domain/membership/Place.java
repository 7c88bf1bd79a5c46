package dev.roster.domain.membership;

import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.Worded;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.UUID;
import java.util.function.Function;

/** What a user can be a member of: an organization or a workspace. */
public sealed interface Place {
    /** Which of the two. */
    enum Kind implements Worded {
        ORGANIZATION,
        WORKSPACE
    }

    record OfOrganization(OrganizationId organization) implements Place {
        @Override
        public Kind kind() {
            return Kind.ORGANIZATION;
        }

        @Override
        public UUID id() {
            return organization.value();
        }

        @Override
        public <T> T either(Function<OrganizationId, T> ofOrganization, Function<WorkspaceId, T> ofWorkspace) {
            return ofOrganization.apply(organization);
        }
    }

    record OfWorkspace(WorkspaceId workspace) implements Place {
        @Override
        public Kind kind() {
            return Kind.WORKSPACE;
        }

        @Override
        public UUID id() {
            return workspace.value();
        }

        @Override
        public <T> T either(Function<OrganizationId, T> ofOrganization, Function<WorkspaceId, T> ofWorkspace) {
            return ofWorkspace.apply(workspace);
        }
    }

    static Place of(OrganizationId organization) {
        return new OfOrganization(organization);
    }

    static Place of(WorkspaceId workspace) {
        return new OfWorkspace(workspace);
    }

    Kind kind();

    /** The id of the organization or workspace. */
    UUID id();

    /** Applies the function of the kind that this place is of. */
    <T> T either(Function<OrganizationId, T> ofOrganization, Function<WorkspaceId, T> ofWorkspace);
}
