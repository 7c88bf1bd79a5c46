package dev.roster.application.given;

import dev.roster.domain.audit.SealMark;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetBuilder;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.dataset.Restriction;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceBuilder;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import java.time.Instant;

/**
 * Puts people and places straight into a store, with what a test leaves unsaid filled in. A place that is named twice is
 * the same place; a user is made once, and changed through what {@link #user} returned.
 */
public final class Given {
    /** When everything given happened: with microseconds, so that a store that cuts them is found out. */
    public static final Instant THEN = Instant.parse("2026-03-01T08:30:00.654321Z");

    private static final String DEFAULT_ORGANIZATION = "default";

    private final Ports ports;

    public Given(Ports ports) {
        this.ports = ports;
    }

    public GivenUser owner(String username) {
        return user(username).role(PredefinedRole.OWNER);
    }

    /** An active annotator without e-mail, password or token. */
    public GivenUser user(String username) {
        return new GivenUser(ports, this, ports.users().add(newUser(username)));
    }

    /** A user that is not stored yet, for tests that store it themselves. */
    public User newUser(String username) {
        return User.person(new UserId(ports.ids().next()), new Username(username), THEN);
    }

    /** The default organization, made when first asked for. */
    public Organization organization() {
        return ports.organizations().findDefault().orElseGet(() -> organization(DEFAULT_ORGANIZATION));
    }

    public Organization organization(String name) {
        OrganizationName wanted = new OrganizationName(name);
        return ports.organizations()
                .findByName(wanted.key())
                .orElseGet(() -> ports.organizations().add(newOrganization(name)));
    }

    /** An organization that is not stored yet. */
    public Organization newOrganization(String name) {
        return new Organization(new OrganizationId(ports.ids().next()), 0, new OrganizationName(name), "", THEN, THEN);
    }

    /** A workspace of the default organization. */
    public Workspace workspace(String name) {
        return workspace(name, organization());
    }

    public Workspace workspace(String name, Organization organization) {
        WorkspaceName wanted = new WorkspaceName(name);
        return ports.workspaces()
                .findByName(wanted.key())
                .orElseGet(() -> ports.workspaces().add(newWorkspace(name, organization)));
    }

    /** A workspace that is not stored yet. */
    public Workspace newWorkspace(String name, Organization organization) {
        return WorkspaceBuilder.builder()
                .id(new WorkspaceId(ports.ids().next()))
                .number(0)
                .organization(organization.id())
                .name(new WorkspaceName(name))
                .description("")
                .createdAt(THEN)
                .updatedAt(THEN)
                .build();
    }

    /** A dataset that is open to its workspace. */
    public Dataset dataset(String name, Workspace workspace) {
        return ports.datasets().add(newDataset(name, workspace));
    }

    /** A dataset that only those assigned to it reach. */
    public Dataset assignedDataset(String name, Workspace workspace) {
        return ports.datasets().add(newDataset(name, workspace).withAccess(DatasetAccess.ASSIGNED));
    }

    public Dataset restrictedDataset(String name, Workspace workspace) {
        return ports.datasets().add(newDataset(name, workspace).withRestriction(new Restriction(THEN, null)));
    }

    /** A dataset that is not stored yet. */
    public Dataset newDataset(String name, Workspace workspace) {
        return DatasetBuilder.builder()
                .id(new DatasetId(ports.ids().next()))
                .workspace(workspace.id())
                .name(new DatasetName(name))
                .access(DatasetAccess.WORKSPACE)
                .createdAt(THEN)
                .updatedAt(THEN)
                .build();
    }

    /** A custom role. */
    public Role role(String name, Permission... permissions) {
        return ports.roles().add(newRole(name, permissions));
    }

    /** A custom role that reaches, held in an organization, that organization's workspaces too. */
    public Role reachingRole(String name, Permission... permissions) {
        Role role = newRole(name, permissions);
        return ports.roles()
                .add(new Role(
                        role.id(), 0, role.name(), role.description(), role.permissions(), role.assignedOnly(), true));
    }

    /** A custom role that is not stored yet. */
    public Role newRole(String name, Permission... permissions) {
        return Role.custom(new RoleId(ports.ids().next()), new RoleName(name), PermissionSet.of(permissions));
    }

    /** What an event names a seal by: no more of the digest than is needed to tell seals apart. */
    public static String brief(SealMark mark) {
        String digest = mark.digest();
        return new SealMark(mark.number(), digest.substring(0, Math.min(16, digest.length()))).toString();
    }

    public static InviteLink usedOnceMore(InviteLink link) {
        return new InviteLink(
                link.organization(),
                link.digest(),
                link.sealed(),
                link.createdAt(),
                link.expiresAt(),
                link.mostUses(),
                link.uses() + 1,
                link.domains());
    }
}
