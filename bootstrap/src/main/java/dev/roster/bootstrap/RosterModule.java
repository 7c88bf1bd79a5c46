package dev.roster.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.roster.application.audit.AuditRetention;
import dev.roster.application.credential.Limits;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.application.port.AuditWitness;
import dev.roster.application.port.Links;
import dev.roster.application.port.PasswordPolicy;
import dev.roster.cli.CliModule;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Terminal;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.AvatarLimits;
import dev.roster.http.HttpModule;
import dev.roster.http.HttpSettings;
import dev.roster.http.Readiness;
import dev.roster.http.argilla.ArgillaModule;
import dev.roster.http.arize.ArizeModule;
import dev.roster.http.dialect.LegacyTokens;
import dev.roster.http.dialect.TokenKeys;
import dev.roster.http.labelstudio.LabelStudioModule;
import dev.roster.mail.MailModule;
import dev.roster.mail.MailSettings;
import dev.roster.persistence.PersistenceModule;
import dev.roster.persistence.secret.Argon2Parameters;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.SecretKeyException;
import dev.roster.persistence.secret.SecretKeySource;
import dev.roster.persistence.secret.StrictPasswordPolicy;
import dev.roster.persistence.secret.TokenKeeping;
import dev.roster.persistence.sql.Store;
import dev.roster.persistence.sql.StoreAddress;
import dev.roster.persistence.sql.StoreException;
import java.time.InstantSource;

/** The whole of Roster. Nothing here reads a setting, opens a store or a port before something asks for it. */
final class RosterModule extends AbstractModule {
    private final Environment environment;
    private final Terminal terminal;

    RosterModule(Environment environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    protected void configure() {
        bind(Environment.class).toInstance(environment);
        bind(InstantSource.class).toInstance(InstantSource.system());
        bind(Installation.class).to(LocalInstallation.class);
        bind(Links.class).to(PublicUrl.class);
        bind(AuditWitness.class).to(SealLog.class);
        bind(Operator.class).to(LocalOperator.class);
        install(new CliModule(terminal));
        install(new HttpModule());
        install(new ArgillaModule());
        install(new ArizeModule());
        install(new LabelStudioModule());
        install(new PersistenceModule());
        install(new MailModule());
    }

    @Provides
    static Settings settings(SettingsSource source) {
        return source.get();
    }

    /** Opened when the first port is asked for; {@link OpenStore} closes it. */
    @Provides
    @Singleton
    static Store store(StoreAddress address, Settings settings, SecretKeySource keys, OpenStore opened) {
        Directories.make(settings.dataDirectory());
        Store store = Store.at(address);
        try {
            store.open(keys);
        } catch (StoreException | SecretKeyException unusable) {
            store.close();
            throw new InstallationException(String.valueOf(unusable.getMessage()), unusable);
        }
        opened.keep(store);
        return store;
    }

    @Provides
    static StoreAddress storeAddress(Settings settings) {
        try {
            return settings.text(SettingName.DATABASE)
                    .map(StoreAddress::parse)
                    .orElseGet(() -> StoreAddress.file(settings.dataDirectory().resolve("roster.db")));
        } catch (RefusedException unreadable) {
            throw new InstallationException(unreadable.reason(), unreadable);
        }
    }

    @Provides
    static SecretKeySource secretKey(Settings settings) {
        return settings.text(SettingName.SECRET_KEY)
                .map(SecretKeySource::given)
                .orElseGet(() -> SecretKeySource.inFile(settings.secretFile()));
    }

    @Provides
    static TokenKeys tokenKeys(InstallationSecret secret) {
        return secret::derive;
    }

    @Provides
    static LegacyTokens legacyTokens(Settings settings) {
        return new LegacyTokens(settings.legacyTokens());
    }

    @Provides
    static TokenKeeping tokenKeeping(Settings settings) {
        return settings.tokensKept() ? TokenKeeping.SEALED : TokenKeeping.SHOW_ONCE;
    }

    @Provides
    static AvatarLimits avatarLimits(Settings settings) {
        return settings.avatarLimits();
    }

    @Provides
    @Singleton
    static PasswordPolicy passwordPolicy(Settings settings) {
        return settings.strictPasswords() ? new StrictPasswordPolicy() : PasswordPolicy.basic();
    }

    @Provides
    static Argon2Parameters hashing() {
        return Argon2Parameters.usual();
    }

    @Provides
    @Singleton
    static Limits limits(Settings settings) {
        return Limits.usual()
                .withSessionIdle(settings.sessionIdle())
                .withSessionLongest(settings.sessionLongest())
                .withInvitation(settings.invitation());
    }

    @Provides
    static SignUpMode signUpMode(Settings settings) {
        return settings.signUp();
    }

    @Provides
    static AuditRetention auditRetention(Settings settings) {
        return settings.auditRetention();
    }

    @Provides
    @Singleton
    static HttpSettings http(Settings settings) {
        return HttpSettings.on(settings.host(), settings.port())
                .withTrustedProxies(settings.trustedProxies())
                .withRootDialect(settings.rootDialect().orElse(null))
                .withPublicUrl(settings.publicUrl().orElse(null))
                .withPatience(settings.patience());
    }

    @Provides
    static MailSettings mail(Settings settings) {
        return settings.mail();
    }

    @Provides
    @Singleton
    static Readiness readiness(StoreProbe probe) {
        return probe;
    }
}
