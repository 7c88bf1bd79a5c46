package dev.roster.domain.access;

import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a permission is asked on, with the facts about it that the policy needs: where it lies, and for a dataset whom it
 * is open to. Targets are equal when they mean the same thing, whatever its facts are at the time.
 */
public final class Target {
    /** The kinds of target, from the widest to the narrowest. */
    public enum Kind {
        INSTANCE,
        USER,
        ROLE,
        ORGANIZATION,
        WORKSPACE,
        DATASET;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which thing, before anything is known about it. The instance has the zero UUID. */
    public record Ref(Kind kind, UUID id) {
        public static Ref instance() {
            return new Ref(Kind.INSTANCE, NO_ID);
        }
    }

    private static final UUID NO_ID = new UUID(0, 0);
    private static final Target INSTANCE = new Target(Kind.INSTANCE, NO_ID, "instance");

    private final Kind kind;
    private final UUID id;
    private final String label;
    private boolean ownerAccount;
    private @Nullable OrganizationId organization;
    private @Nullable WorkspaceId workspace;
    private @Nullable String workspaceLabel;
    private @Nullable DatasetId dataset;
    private boolean open;
    private boolean restricted;

    private Target(Kind kind, UUID id, String label) {
        this.kind = kind;
        this.id = id;
        this.label = label;
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
        Target target = new Target(Kind.USER, id.value(), label);
        target.ownerAccount = owner;
        return target;
    }

    public static Target of(Role role) {
        return role(role.id(), role.name().value());
    }

    public static Target role(RoleId id, String label) {
        return new Target(Kind.ROLE, id.value(), label);
    }

    public static Target of(Organization organization) {
        return organization(organization.id(), organization.name().value());
    }

    public static Target organization(OrganizationId id, String label) {
        Target target = new Target(Kind.ORGANIZATION, id.value(), label);
        target.organization = id;
        return target;
    }

    public static Target of(Workspace workspace) {
        return workspace(workspace.id(), workspace.name().value(), workspace.organization());
    }

    public static Target workspace(WorkspaceId id, String label, OrganizationId organization) {
        Target target = new Target(Kind.WORKSPACE, id.value(), label);
        target.organization = organization;
        target.workspace = id;
        target.workspaceLabel = label;
        return target;
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
     */
    public static Target dataset(
            DatasetId id, String label, Target workspace, DatasetAccess access, boolean restricted) {
        Target target = new Target(Kind.DATASET, id.value(), label);
        target.organization = workspace.organization;
        target.workspace = Objects.requireNonNull(workspace.workspace, "a dataset lies in a workspace");
        target.workspaceLabel = workspace.label;
        target.dataset = id;
        target.open = access == DatasetAccess.WORKSPACE;
        target.restricted = restricted;
        return target;
    }

    /** Something that does not exist, under its id. No role reaches it but the owner's. */
    static Target unknown(Ref reference) {
        return new Target(reference.kind(), reference.id(), reference.id().toString());
    }

    /** The same thing under its id, for somebody who may not know what it is called. */
    public Target unnamed() {
        Target unnamed = new Target(kind, id, kind == Kind.INSTANCE ? label : id.toString());
        unnamed.ownerAccount = ownerAccount;
        unnamed.organization = organization;
        unnamed.workspace = workspace;
        unnamed.workspaceLabel = workspace == null ? null : workspace.toString();
        unnamed.dataset = dataset;
        unnamed.open = open;
        unnamed.restricted = restricted;
        return unnamed;
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

    /** The organization it is or lies in, or null. */
    public @Nullable OrganizationId organization() {
        return organization;
    }

    /** The workspace it is or lies in, or null. */
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

    boolean isOpen() {
        return open;
    }

    boolean isRestricted() {
        return restricted;
    }

    /** The workspace's name for a workspace or dataset, else the thing's own. */
    String place() {
        return workspaceLabel == null ? label : workspaceLabel;
    }

    /** For people: {@code workspace `legal`}. */
    public String describe() {
        return kind == Kind.INSTANCE ? "the instance" : kind.word() + " `" + label + "`";
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
