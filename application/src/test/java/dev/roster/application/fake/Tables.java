package dev.roster.application.fake;

import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.RegisteredPermissions.Registered;
import dev.roster.application.port.ShownSecrets.Kind;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.AttemptKey;
import dev.roster.domain.credential.Failures;
import dev.roster.domain.credential.NetworkBlock;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.mail.OutboxMail;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One state of the store. Once committed it is only read. */
final class Tables {
    /** What somebody was shown of whose. */
    record ShownKey(UserId user, Kind kind) {}

    /** The same with who was shown it. */
    record Shown(UserId user, Kind kind, UserId to) {}

    /** Somebody's place in something. */
    record Pair<P>(P place, UserId user) {}

    /** Which annex of what. */
    record Entry(AnnexOwner owner, String kind, String key) {
        static Entry of(Annex annex) {
            return new Entry(annex.owner(), annex.kind(), annex.key());
        }
    }

    /** A user token as it is kept. */
    record Token(UserId user, SecretDigest digest, @Nullable String sealed) {}

    /** Where a user logged in from. */
    record KnownAddress(UserId user, NetworkBlock address) {}

    /** When a user last logged in from there. */
    record Use(UserId user, Instant usedAt) {}

    /** A link that sets a password or logs in, and its end. */
    record UserLink(UserId user, SecretDigest digest, Instant expiresAt, int epoch) {}

    /** A password as it is kept. */
    record KeptAt(Kept kept, int epoch) {}

    /** An invitation as it is kept. */
    record SentAt(Invitation invitation, int epoch) {
        long number() {
            return invitation.number();
        }
    }

    /** The set-up link and its end. */
    record Link(SecretDigest digest, Instant expiresAt) {}

    /** A mail and what became of it; with no next attempt it is given up. */
    record Waiting(
            OutboxMail mail,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant failedAt,
            @Nullable String reason) {}

    final Table<UserId, User> users;
    final Table<OrganizationId, Organization> organizations;
    final Table<Pair<Place>, Membership> organizationMemberships;
    final Table<Pair<OrganizationId>, FormerMembership> formerMembers;
    final Table<WorkspaceId, Workspace> workspaces;
    final Table<Pair<Place>, Membership> workspaceMemberships;
    final Table<DatasetId, Dataset> datasets;
    final Table<Pair<DatasetId>, Assignment> assignments;
    final Table<Pair<DatasetId>, Contribution> contributions;
    final Table<Entry, Annex> annexes;
    final Table<RoleId, Role> roles;
    final Table<GrantId, Grant> grants;
    /** How often e-mail address, status or password of a user changed. */
    final Table<UserId, Integer> epochs;

    final Table<UserId, KeptAt> passwords;
    final Table<UserId, Avatar> avatars;
    final Table<UserId, Token> userTokens;
    final Table<ShownKey, Shown> shownSecrets;
    final Table<SessionId, Session> sessions;
    final Table<ApiKeyId, ApiKey> apiKeys;
    final Table<AttemptKey, Failures> attempts;
    final Table<KnownAddress, Use> knownAddresses;
    final Table<AuditEventId, AuditRecord> auditEvents;
    final Table<Long, AuditSeal> auditSeals;
    final Table<String, Link> setUpLinks;
    final Table<UserId, SentAt> invitations;
    final Table<OrganizationId, InviteLink> inviteLinks;
    final Table<SecretDigest, PendingSignUp> pendingSignUps;
    final Table<UserId, UserLink> passwordResets;
    final Table<UserId, UserLink> logInLinks;
    final Table<RegisteredPermission, Registered> registeredPermissions;
    final Table<MailId, Waiting> outbox;

    /** Of the key that the store belongs to. */
    String fingerprint;

    /** A started store: the predefined roles, the beginning of the audit trail, and nothing else. */
    Tables(KeyFake key) {
        fingerprint = key.fingerprint();
        users = new Table<>();
        organizations = new Table<>();
        organizationMemberships = new Table<>();
        formerMembers = new Table<>();
        workspaces = new Table<>();
        workspaceMemberships = new Table<>();
        datasets = new Table<>();
        assignments = new Table<>();
        contributions = new Table<>();
        annexes = new Table<>();
        roles = new Table<>();
        grants = new Table<>();
        epochs = new Table<>();
        passwords = new Table<>();
        avatars = new Table<>();
        userTokens = new Table<>();
        shownSecrets = new Table<>();
        sessions = new Table<>();
        apiKeys = new Table<>();
        attempts = new Table<>();
        knownAddresses = new Table<>();
        auditEvents = new Table<>();
        auditSeals = new Table<>();
        setUpLinks = new Table<>();
        invitations = new Table<>();
        inviteLinks = new Table<>();
        pendingSignUps = new Table<>();
        passwordResets = new Table<>();
        logInLinks = new Table<>();
        registeredPermissions = new Table<>();
        outbox = new Table<>();
        Stream.of(PredefinedRole.values())
                .map(PredefinedRole::role)
                .sorted(Comparator.comparing(Role::number))
                .forEach(role -> roles.add(role.id(), role::withNumber));
        AuditSeal beginning = AuditSeal.beginning(null, null, Instant.EPOCH, key.signing());
        auditSeals.put(beginning.number(), beginning);
    }

    private Tables(Tables other) {
        users = other.users.copy();
        organizations = other.organizations.copy();
        organizationMemberships = other.organizationMemberships.copy();
        formerMembers = other.formerMembers.copy();
        workspaces = other.workspaces.copy();
        workspaceMemberships = other.workspaceMemberships.copy();
        datasets = other.datasets.copy();
        assignments = other.assignments.copy();
        contributions = other.contributions.copy();
        annexes = other.annexes.copy();
        roles = other.roles.copy();
        grants = other.grants.copy();
        epochs = other.epochs.copy();
        passwords = other.passwords.copy();
        avatars = other.avatars.copy();
        userTokens = other.userTokens.copy();
        shownSecrets = other.shownSecrets.copy();
        sessions = other.sessions.copy();
        apiKeys = other.apiKeys.copy();
        attempts = other.attempts.copy();
        knownAddresses = other.knownAddresses.copy();
        auditEvents = other.auditEvents.copy();
        auditSeals = other.auditSeals.copy();
        setUpLinks = other.setUpLinks.copy();
        invitations = other.invitations.copy();
        inviteLinks = other.inviteLinks.copy();
        pendingSignUps = other.pendingSignUps.copy();
        passwordResets = other.passwordResets.copy();
        logInLinks = other.logInLinks.copy();
        registeredPermissions = other.registeredPermissions.copy();
        outbox = other.outbox.copy();
        fingerprint = other.fingerprint;
    }

    Table<Pair<Place>, Membership> memberships(Place.Kind kind) {
        return switch (kind) {
            case ORGANIZATION -> organizationMemberships;
            case WORKSPACE -> workspaceMemberships;
        };
    }

    int epoch(UserId user) {
        return epochs.find(user).orElse(0);
    }

    /** Overtakes what is on its way to the user. */
    void moveOn(UserId user) {
        epochs.put(user, epoch(user) + 1);
    }

    Optional<Kept> password(UserId user) {
        return passwords
                .find(user)
                .map(found -> new Kept(
                        found.kept().hash(),
                        found.kept().temporaryUntil(),
                        found.kept().isTemporary() && found.epoch() != epoch(user)));
    }

    Tables copy() {
        return new Tables(this);
    }
}
