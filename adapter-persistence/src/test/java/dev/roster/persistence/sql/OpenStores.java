package dev.roster.persistence.sql;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.roster.application.fake.RememberingCarrier;
import dev.roster.application.fake.RememberingWitness;
import dev.roster.application.given.Ports;
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
import dev.roster.application.port.Grants;
import dev.roster.application.port.Ids;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.InviteLinks;
import dev.roster.application.port.KeyCustody;
import dev.roster.application.port.KnownAddresses;
import dev.roster.application.port.LogInLinks;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.PasswordHasher;
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
import dev.roster.persistence.PersistenceModule;
import dev.roster.persistence.secret.Argon2Parameters;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.SecretKeySource;
import dev.roster.persistence.secret.TokenKeeping;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jdbi.v3.core.statement.SqlLogger;

/** Stores that a test opened, wired as in production, and closed with it. */
final class OpenStores implements AutoCloseable {
    /** A busy machine is no trouble that a test is about. */
    private static final Patience LONG =
            new Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
    /** The key of the usual store. */
    static final InstallationSecret SECRET = InstallationSecret.of("0123456789abcdef0123456789abcdef");

    private static final SecretKeySource KEYS = SecretKeySource.given("0123456789abcdef0123456789abcdef");

    private final Deque<Store> open = new ArrayDeque<>();

    Ports open(StoreAddress address) {
        return open(address, SqlLogger.NOP_SQL_LOGGER);
    }

    Ports open(StoreAddress address, SqlLogger logger) {
        return ports(openStore(address, logger, KEYS));
    }

    /** With a key of one's own. */
    Ports open(StoreAddress address, SecretKeySource keys) {
        return ports(openStore(address, SqlLogger.NOP_SQL_LOGGER, keys));
    }

    Store openStore(StoreAddress address, SqlLogger logger, SecretKeySource keys) {
        return openStore(address, logger, LONG, keys);
    }

    /** As in production, for what happens when the store does not work. */
    Store openImpatient(StoreAddress address) {
        return openStore(address, SqlLogger.NOP_SQL_LOGGER, Patience.usual(), KEYS);
    }

    private Store openStore(StoreAddress address, SqlLogger logger, Patience patience, SecretKeySource keys) {
        Store store = new Store(address, logger, patience);
        open.push(store);
        store.open(keys);
        return store;
    }

    static Database database(Store store) {
        return new Database(store.engine(), SqlModule.keyCheck(store));
    }

    static SecretKeySource keys() {
        return KEYS;
    }

    static Ports ports(Store store) {
        Injector injector = Guice.createInjector(new PersistenceModule(), binder -> {
            binder.bind(Store.class).toInstance(store);
            binder.bind(AvatarLimits.class).toInstance(AvatarLimits.usual());
            binder.bind(TokenKeeping.class).toInstance(TokenKeeping.SEALED);
            binder.bind(Argon2Parameters.class).toInstance(new Argon2Parameters(64, 1, 1));
        });
        return new Ports(
                injector.getInstance(Transactions.class),
                injector.getInstance(Users.class),
                injector.getInstance(Organizations.class),
                injector.getInstance(Workspaces.class),
                injector.getInstance(Memberships.class),
                injector.getInstance(FormerMembers.class),
                injector.getInstance(Datasets.class),
                injector.getInstance(Assignments.class),
                injector.getInstance(Contributions.class),
                injector.getInstance(Annexes.class),
                injector.getInstance(WholeStore.class),
                injector.getInstance(Roles.class),
                injector.getInstance(Grants.class),
                injector.getInstance(Actors.class),
                injector.getInstance(Targets.class),
                injector.getInstance(Passwords.class),
                injector.getInstance(Avatars.class),
                injector.getInstance(UserTokens.class),
                injector.getInstance(ShownSecrets.class),
                injector.getInstance(Sessions.class),
                injector.getInstance(ApiKeys.class),
                injector.getInstance(Bearers.class),
                injector.getInstance(SetUpLinks.class),
                injector.getInstance(Invitations.class),
                injector.getInstance(People.class),
                injector.getInstance(InviteLinks.class),
                injector.getInstance(PendingSignUps.class),
                injector.getInstance(PasswordResets.class),
                injector.getInstance(LogInLinks.class),
                injector.getInstance(RegisteredPermissions.class),
                injector.getInstance(Attempts.class),
                injector.getInstance(KnownAddresses.class),
                injector.getInstance(AuditTrail.class),
                injector.getInstance(AuditSeals.class),
                injector.getInstance(Signing.class),
                new RememberingWitness(),
                injector.getInstance(SecretKeys.class),
                injector.getInstance(SealedTexts.class),
                injector.getInstance(KeyCustody.class),
                injector.getInstance(Outbox.class),
                injector.getInstance(PasswordHasher.class),
                injector.getInstance(Pictures.class),
                injector.getInstance(TokenVault.class),
                injector.getInstance(Sealer.class),
                injector.getInstance(SecretSource.class),
                new RememberingCarrier(),
                injector.getInstance(Ids.class));
    }

    @Override
    public void close() {
        open.forEach(Store::close);
        open.clear();
    }
}
