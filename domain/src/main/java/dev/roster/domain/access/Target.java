package dev.roster.domain.access;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.access.Holding.Source;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.Scope;
import dev.roster.domain.text.Worded;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The target of a permission, with the facts that the policy needs: the places around it, and for a dataset who it is open
 * to. Targets are equal if they mean the same thing, even if the facts differ.
 */
public final class Target {
    /** The kinds of target, from the widest to the narrowest. */
    public enum Kind implements Worded {
        INSTANCE,
        USER,
        ROLE,
        ORGANIZATION,
        WORKSPACE,
        DATASET;

        /** Whether a permission can be asked on such a thing at all: it is about it, or about something in it. */
        boolean takes(Permission permission) {
            Scope scope = permission.scope();
            return switch (this) {
                case INSTANCE -> true;
                case USER -> scope == Scope.USER;
                case ROLE -> scope == Scope.ROLE;
                case ORGANIZATION -> scope.isAskedOnOrganizations();
                case WORKSPACE -> scope.isAskedOnWorkspaces();
                case DATASET -> scope.isAboutDatasets();
            };
        }
    }

    /** Which thing, before anything is known about it. The instance has the zero UUID. */
    public record Ref(Kind kind, UUID id) {
        public static Ref instance() {
            return new Ref(Kind.INSTANCE, NO_ID);
        }
    }

    private static final UUID NO_ID = new UUID(0, 0);
    private static final String SOME = "any";
    private static final int MOST_SHARED = 16;
    private static final Target INSTANCE =
            new Target(Kind.INSTANCE, NO_ID, "instance", false, null, null, "", null, false, false);

    private final Kind kind;
    private final UUID id;
    private final String label;
    private final boolean ownerAccount;
    private final @Nullable OrganizationId organization;
    private final @Nullable WorkspaceId workspace;
    private final String workspaceLabel;
    private final @Nullable DatasetId dataset;
    private final boolean open;
    private final boolean restricted;

    // Read and written without a lock: what two threads may do at once is create the same holding twice.
    private @Nullable Holding[] shared = {};

    private Target(
            Kind kind,
            UUID id,
            String label,
            boolean ownerAccount,
            @Nullable OrganizationId organization,
            @Nullable WorkspaceId workspace,
            String workspaceLabel,
            @Nullable DatasetId dataset,
            boolean open,
            boolean restricted) {
        this.kind = kind;
        this.id = id;
        this.label = label;
        this.ownerAccount = ownerAccount;
        this.organization = organization;
        this.workspace = workspace;
        this.workspaceLabel = workspaceLabel;
        this.dataset = dataset;
        this.open = open;
        this.restricted = restricted;
    }

    /**
     * A role that is held here. The same object each time while few different roles are, so that decisions about many people
     * of a place touch the same memory.
     */
    // The very same role: one that was edited is equal to what it was.
    @SuppressWarnings("ReferenceEquality")
    Holding holding(Source source, Role role) {
        @Nullable Holding[] known = shared;
        for (Holding holding : known) {
            if (holding != null && holding.role() == role && holding.source() == source) {
                return holding;
            }
        }
        Holding created = new Holding(source, role, this);
        shared = withOneMore(known, created);
        return created;
    }

    /** The oldest one goes where there are too many: roles that were edited are there as what they were, too. */
    private static @Nullable Holding[] withOneMore(@Nullable Holding[] known, Holding created) {
        int first = known.length < MOST_SHARED ? 0 : 1;
        @Nullable Holding[] more = Arrays.copyOfRange(known, first, known.length + 1);
        more[more.length - 1] = created;
        return more;
    }

    /** The whole installation, and everything in it that has no place of its own. */
    public static Target instance() {
        return INSTANCE;
    }

    public static Target of(User user) {
        return user(user.id(), user.username().value(), user.role().isOwner());
    }

    /**
     * A user under a label of the caller's choice.
     *
     * @param owner whether the account role of that user is owner; only owners change owners
     */
    public static Target user(UserId id, String label, boolean owner) {
        return new Target(Kind.USER, id.value(), label, owner, null, null, "", null, false, false);
    }

    public static Target of(Role role) {
        return role(role.id(), role.name().value());
    }

    public static Target role(RoleId id, String label) {
        return new Target(Kind.ROLE, id.value(), label, false, null, null, "", null, false, false);
    }

    public static Target of(Organization organization) {
        return organization(organization.id(), organization.name().value());
    }

    public static Target organization(OrganizationId id, String label) {
        return new Target(Kind.ORGANIZATION, id.value(), label, false, id, null, "", null, false, false);
    }

    public static Target of(Workspace workspace) {
        return workspace(workspace.id(), workspace.name().value(), workspace.organization());
    }

    public static Target workspace(WorkspaceId id, String label, OrganizationId organization) {
        return new Target(Kind.WORKSPACE, id.value(), label, false, organization, id, label, null, false, false);
    }

    /**
     * A dataset as it is registered.
     *
     * @param workspace the target of the workspace that the dataset is in
     */
    public static Target of(Dataset dataset, Target workspace) {
        return dataset(dataset.id(), dataset.name().value(), workspace, dataset.access(), dataset.restricted());
    }

    /**
     * A dataset under a label of the caller's choice.
     *
     * @param workspace the target of the workspace that the dataset is in
     * @throws RefusedException INVALID, when that is no workspace
     */
    public static Target dataset(
            DatasetId id, String label, Target workspace, DatasetAccess access, boolean restricted) {
        if (workspace.kind != Kind.WORKSPACE) {
            throw RefusedException.invalid(
                    "workspace", "a dataset belongs to a workspace, not to " + workspace.describe());
        }
        boolean open = access == DatasetAccess.WORKSPACE;
        return new Target(
                Kind.DATASET,
                id.value(),
                label,
                false,
                workspace.organization,
                workspace.workspace,
                workspace.label,
                id,
                open,
                restricted);
    }

    /** Any workspace of an organization, or of the whole instance, in which no user holds a role. */
    static Target someWorkspaceIn(Target place) {
        return new Target(
                Kind.WORKSPACE, NO_ID, SOME, false, place.organization, place.workspace, SOME, null, false, false);
    }

    /** Any dataset of an organization or a workspace that is open to its workspace, and on which no user holds a role. */
    public static Target anyOpenDatasetIn(Target place) {
        return someDatasetIn(place, DatasetAccess.WORKSPACE, false);
    }

    /** Any dataset of a place on which no user holds a role and to which no user is assigned. */
    static Target someDatasetIn(Target place, DatasetAccess access, boolean restricted) {
        boolean open = access == DatasetAccess.WORKSPACE;
        return new Target(
                Kind.DATASET, NO_ID, SOME, false, place.organization, place.workspace, SOME, null, open, restricted);
    }

    /** Something that does not exist, under its id. No role reaches it but the owner's. */
    static Target unknown(Ref reference) {
        String label = reference.id().toString();
        return new Target(reference.kind(), reference.id(), label, false, null, null, "", null, false, false);
    }

    /** The same thing with its id as the name, for callers who may not read its name. */
    public Target unnamed() {
        String bare = kind == Kind.INSTANCE ? label : id.toString();
        String bareWorkspace = workspace == null ? "" : workspace.toString();
        return new Target(
                kind, id, bare, ownerAccount, organization, workspace, bareWorkspace, dataset, open, restricted);
    }

    public Ref ref() {
        return new Ref(kind, id);
    }

    public Kind kind() {
        return kind;
    }

    /** The id of the thing, or the zero UUID for the instance. */
    public UUID id() {
        return id;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** The organization it is or belongs to, or null. */
    public @Nullable OrganizationId organization() {
        return organization;
    }

    /** The workspace it is or belongs to, or null. */
    public @Nullable WorkspaceId workspace() {
        return workspace;
    }

    /** The dataset it is, or null. */
    public @Nullable DatasetId dataset() {
        return dataset;
    }

    boolean isOwnerAccount() {
        return ownerAccount;
    }

    boolean isUser(UserId user) {
        return kind == Kind.USER && id.equals(user.value());
    }

    /** The workspace it is or belongs to, as a place; itself if it belongs to none. */
    Target workspaceAround() {
        return workspace == null || organization == null || kind == Kind.WORKSPACE
                ? this
                : workspace(workspace, workspaceLabel, organization);
    }

    /** Whether the other belongs to this organization or workspace. */
    boolean contains(Target other) {
        return switch (kind) {
            case ORGANIZATION -> other.kind != Kind.ORGANIZATION && Objects.equals(organization, other.organization);
            case WORKSPACE -> other.kind == Kind.DATASET && Objects.equals(workspace, other.workspace);
            case INSTANCE, USER, ROLE, DATASET -> false;
        };
    }

    boolean isOpen() {
        return open;
    }

    boolean isRestricted() {
        return restricted;
    }

    /** For people: where roles for it are held, which for a dataset is its workspace. */
    String place() {
        return workspace == null ? describe() : Kind.WORKSPACE.word() + " " + UserText.quote(workspaceLabel);
    }

    /** For people: {@code workspace `legal`}. */
    public String describe() {
        return kind == Kind.INSTANCE ? "the instance" : kind.word() + " " + UserText.quote(label);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Target that && kind == that.kind && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return describe();
    }
}
