package dev.roster.persistence.sql;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.roster.application.port.Actors;
import dev.roster.application.port.Annexes;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Attempts;
import dev.roster.application.port.AuditSeals;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.Bearers;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.port.Freshness;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.InviteLinks;
import dev.roster.application.port.KnownAddresses;
import dev.roster.application.port.LogInLinks;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.PasswordResets;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.PendingSignUps;
import dev.roster.application.port.People;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.Roles;
import dev.roster.application.port.SealedTexts;
import dev.roster.application.port.SecretKeys;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.SetUpLinks;
import dev.roster.application.port.ShownSecrets;
import dev.roster.application.port.Targets;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.UserTokens;
import dev.roster.application.port.Users;
import dev.roster.application.port.WholeStore;
import dev.roster.application.port.Workspaces;

/** The ports that store something, on one {@link Store}, which the installing module binds, already open. */
public final class SqlModule extends AbstractModule {
    @Override
    protected void configure() {
        requireBinding(Store.class);
        bind(Database.class).in(Singleton.class);
        bind(Transactions.class).to(Database.class);
        bind(Actors.class).to(SqlActors.class);
        bind(Annexes.class).to(SqlAnnexes.class);
        bind(ApiKeys.class).to(SqlApiKeys.class);
        bind(Assignments.class).to(SqlAssignments.class);
        bind(Attempts.class).to(SqlAttempts.class);
        bind(AuditSeals.class).to(SqlAuditSeals.class);
        bind(AuditTrail.class).to(SqlAuditTrail.class);
        bind(Avatars.class).to(SqlAvatars.class);
        bind(Bearers.class).to(SqlBearers.class);
        bind(Contributions.class).to(SqlContributions.class);
        bind(Datasets.class).to(SqlDatasets.class);
        bind(FormerMembers.class).to(SqlFormerMembers.class);
        bind(Freshness.class).to(StoreFreshness.class);
        bind(Grants.class).to(SqlGrants.class);
        bind(Invitations.class).to(SqlInvitations.class);
        bind(People.class).to(SqlPeople.class);
        bind(InviteLinks.class).to(SqlInviteLinks.class);
        bind(KnownAddresses.class).to(SqlKnownAddresses.class);
        bind(Memberships.class).to(SqlMemberships.class);
        bind(Organizations.class).to(SqlOrganizations.class);
        bind(Outbox.class).to(SqlOutbox.class);
        bind(PasswordResets.class).to(SqlPasswordResets.class);
        bind(LogInLinks.class).to(SqlLogInLinks.class);
        bind(Passwords.class).to(SqlPasswords.class);
        bind(PendingSignUps.class).to(SqlPendingSignUps.class);
        bind(RegisteredPermissions.class).to(SqlRegisteredPermissions.class);
        bind(Roles.class).to(SqlRoles.class);
        bind(SealedTexts.class).to(SqlSealedTexts.class);
        bind(SecretKeys.class).to(SqlSecretKeys.class);
        bind(Sessions.class).to(SqlSessions.class);
        bind(SetUpLinks.class).to(SqlSetUpLinks.class);
        bind(ShownSecrets.class).to(SqlShownSecrets.class);
        bind(Targets.class).to(SqlTargets.class);
        bind(UserTokens.class).to(SqlUserTokens.class);
        bind(Users.class).to(SqlUsers.class);
        bind(WholeStore.class).to(SqlWholeStore.class);
        bind(Workspaces.class).to(SqlWorkspaces.class);
    }

    @Provides
    static Engine engine(Store store) {
        return store.engine();
    }

    @Provides
    static KeyCheck keyCheck(Store store) {
        return new KeyCheck(store.secret().fingerprint());
    }
}
