package dev.roster.bootstrap;

import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.roster.application.audit.AuditRetention;
import dev.roster.application.credential.Limits;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.application.port.AuditWitness;
import dev.roster.application.port.Links;
import dev.roster.application.port.PasswordPolicy;
import dev.roster.cli.CliModule;
import dev.roster.cli.terminal.FileName;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.UsageException;
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
import dev.roster.http.web.LateModule;
import dev.roster.mail.MailModule;
import dev.roster.mail.MailSettings;
import dev.roster.persistence.PersistenceModule;
import dev.roster.persistence.secret.Argon2Parameters;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.SecretKeySource;
import dev.roster.persistence.secret.StrictPasswordPolicy;
import dev.roster.persistence.secret.TokenKeeping;
import dev.roster.persistence.sql.Store;
import dev.roster.persistence.sql.StoreAddress;
import java.time.InstantSource;

/** The whole of Roster. Nothing here reads a setting, opens a store or a port before something asks for it. */
final class RosterModule extends LateModule {
    private final Environment environment;
    private final CliModule commands;

    RosterModule(Environment environment, CliModule commands) {
        this.environment = environment;
        this.commands = commands;
    }

    @Override
    protected void configure() {
        bind(Environment.class).toInstance(environment);
        bind(InstantSource.class).toInstance(InstantSource.system());
        bind(Installation.class).to(LocalInstallation.class);
        bind(Serving.class).toProvider(late(Service.class));
        bind(Links.class).to(PublicUrl.class);
        bind(AuditWitness.class).to(SealLog.class);
        bind(Operator.class).to(LocalOperator.class);
        install(commands);
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
    static Store store(StoreOpening opening, OpenStore opened) {
        Store store = opening.open();
        opened.keep(store);
        return store;
    }

    @Provides
    static StoreAddress storeAddress(Settings settings) {
        try {
            return settings.text(SettingName.DATABASE)
                    .map(RosterModule::address)
                    .orElseGet(() -> StoreAddress.file(settings.dataDirectory().resolve("roster.db")));
        } catch (RefusedException unreadable) {
            throw settings.isGivenAsOption(SettingName.DATABASE)
                    ? new UsageException("--database: " + unreadable.reason())
                    : new InstallationException(unreadable.reason(), unreadable);
        }
    }

    private static StoreAddress address(String text) {
        if (!text.contains("://")) {
            FileName.path(text);
        }
        return StoreAddress.parse(text);
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
