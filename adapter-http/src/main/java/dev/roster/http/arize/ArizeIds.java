package dev.roster.http.arize;

import dev.roster.domain.access.GrantId;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.dialect.TypedIds;

/** Ids as the SDK wants them: padded base64 with a colon inside, or it takes them for names (contract §2.1). */
final class ArizeIds {
    static final TypedIds<UserId> USER = TypedIds.typed("User", TypedIds.uuids(UserId::new, UserId::value));
    static final TypedIds<OrganizationId> ORGANIZATION =
            TypedIds.typed("Organization", TypedIds.uuids(OrganizationId::new, OrganizationId::value));
    static final TypedIds<WorkspaceId> SPACE =
            TypedIds.typed("Space", TypedIds.uuids(WorkspaceId::new, WorkspaceId::value));
    static final TypedIds<RoleId> ROLE = TypedIds.typed("Role", TypedIds.uuids(RoleId::new, RoleId::value));
    static final TypedIds<GrantId> BINDING =
            TypedIds.typed("RoleBinding", TypedIds.uuids(GrantId::new, GrantId::value));
    static final TypedIds<ApiKeyId> KEY = TypedIds.typed("ApiKey", TypedIds.uuids(ApiKeyId::new, ApiKeyId::value));
    static final TypedIds<DatasetId> PROJECT =
            TypedIds.typed("Project", TypedIds.uuids(DatasetId::new, DatasetId::value), "Model");
    static final TypedIds<MembershipId> ORGANIZATION_MEMBER =
            TypedIds.typed("OrgMember", TypedIds.uuids(MembershipId::new, MembershipId::value));
    static final TypedIds<MembershipId> SPACE_MEMBER =
            TypedIds.typed("SpaceMember", TypedIds.uuids(MembershipId::new, MembershipId::value));

    private ArizeIds() {}
}
