package dev.roster.http;

import com.google.inject.AbstractModule;
import dev.roster.application.audit.AuditRetention;
import dev.roster.application.credential.Limits;
import dev.roster.application.fake.ExampleLinks;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Ports;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.application.port.Actors;
import dev.roster.application.port.Annexes;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Attempts;
import dev.roster.application.port.AuditSeals;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.AuditWitness;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.Bearers;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.port.Freshness;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Ids;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.InviteLinks;
import dev.roster.application.port.KeyCustody;
import dev.roster.application.port.KnownAddresses;
import dev.roster.application.port.Links;
import dev.roster.application.port.LogInLinks;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.PasswordPolicy;
import dev.roster.application.port.PasswordResets;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.PendingSignUps;
import dev.roster.application.port.People;
import dev.roster.application.port.Pictures;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.Roles;
import dev.roster.application.port.SealedTexts;
import dev.roster.application.port.Sealer;
import dev.roster.application.port.SecretKeys;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.SetUpLinks;
import dev.roster.application.port.ShownSecrets;
import dev.roster.application.port.Targets;
import dev.roster.application.port.TokenVault;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.UserTokens;
import dev.roster.application.port.Users;
import dev.roster.application.port.WholeStore;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.audit.Signing;
import dev.roster.domain.user.AvatarLimits;
import java.time.InstantSource;

/** Binds the ports of an installation in memory. */
final class PortsModule extends AbstractModule {
    private final Fakes fakes;
    private final Readiness readiness;
    private final SignUpMode signUp;

    PortsModule(Fakes fakes, Readiness readiness, SignUpMode signUp) {
        this.fakes = fakes;
        this.readiness = readiness;
        this.signUp = signUp;
    }

    @Override
    protected void configure() {
        Ports ports = fakes.ports();
        bind(Readiness.class).toInstance(readiness);
        bind(InstantSource.class).toInstance(fakes.clock());
        bind(Limits.class).toInstance(Limits.usual());
        bind(Links.class).toInstance(new ExampleLinks());
        bind(SignUpMode.class).toInstance(signUp);
        bind(PasswordPolicy.class).toInstance(PasswordPolicy.basic());
        bind(Freshness.class).toInstance(Freshness.ofTheStore());
        bind(Transactions.class).toInstance(ports.transactions());
        bind(Users.class).toInstance(ports.users());
        bind(Organizations.class).toInstance(ports.organizations());
        bind(Workspaces.class).toInstance(ports.workspaces());
        bind(Memberships.class).toInstance(ports.memberships());
        bind(FormerMembers.class).toInstance(ports.formerMembers());
        bind(Datasets.class).toInstance(ports.datasets());
        bind(Assignments.class).toInstance(ports.assignments());
        bind(Annexes.class).toInstance(ports.annexes());
        bind(Contributions.class).toInstance(ports.contributions());
        bind(WholeStore.class).toInstance(ports.wholeStore());
        bind(Roles.class).toInstance(ports.roles());
        bind(RegisteredPermissions.class).toInstance(ports.registeredPermissions());
        bind(Grants.class).toInstance(ports.grants());
        bind(Actors.class).toInstance(ports.actors());
        bind(Targets.class).toInstance(ports.targets());
        bindCredentials(ports);
    }

    private void bindCredentials(Ports ports) {
        bind(Passwords.class).toInstance(ports.passwords());
        bind(UserTokens.class).toInstance(ports.userTokens());
        bind(ShownSecrets.class).toInstance(ports.shownSecrets());
        bind(Sessions.class).toInstance(ports.sessions());
        bind(ApiKeys.class).toInstance(ports.apiKeys());
        bind(Bearers.class).toInstance(ports.bearers());
        bind(SetUpLinks.class).toInstance(ports.setUpLinks());
        bind(Invitations.class).toInstance(ports.invitations());
        bind(People.class).toInstance(ports.people());
        bind(InviteLinks.class).toInstance(ports.inviteLinks());
        bind(PendingSignUps.class).toInstance(ports.pendingSignUps());
        bind(PasswordResets.class).toInstance(ports.passwordResets());
        bind(LogInLinks.class).toInstance(ports.logInLinks());
        bind(Attempts.class).toInstance(ports.attempts());
        bind(KnownAddresses.class).toInstance(ports.knownAddresses());
        bind(AuditSeals.class).toInstance(ports.auditSeals());
        bind(AuditWitness.class).toInstance(ports.auditWitness());
        bind(SecretKeys.class).toInstance(ports.secretKeys());
        bind(SealedTexts.class).toInstance(ports.sealedTexts());
        bind(KeyCustody.class).toInstance(ports.keyCustody());
        bind(AuditRetention.class).toInstance(AuditRetention.forever());
        bind(Signing.class).toInstance(ports.signing());
        bind(AuditTrail.class).toInstance(ports.auditTrail());
        bind(Outbox.class).toInstance(ports.outbox());
        bind(Sealer.class).toInstance(ports.sealer());
        bind(MailCarrier.class).toInstance(ports.mailCarrier());
        bind(Avatars.class).toInstance(ports.avatars());
        bind(Pictures.class).toInstance(ports.pictures());
        bind(AvatarLimits.class).toInstance(AvatarLimits.usual());
        bind(PasswordHasher.class).toInstance(ports.passwordHasher());
        bind(TokenVault.class).toInstance(ports.tokenVault());
        bind(SecretSource.class).toInstance(ports.secretSource());
        bind(Ids.class).toInstance(ports.ids());
    }
}
