package dev.roster.bench.store;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Limits;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.port.AuditWitness;
import dev.roster.application.port.PasswordPolicy;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.AvatarLimits;
import dev.roster.persistence.PersistenceModule;
import dev.roster.persistence.secret.Argon2Parameters;
import dev.roster.persistence.secret.SecretKeySource;
import dev.roster.persistence.secret.TokenKeeping;
import dev.roster.persistence.sql.Store;
import dev.roster.persistence.sql.StoreAddress;
import java.nio.file.Path;
import java.time.InstantSource;

/** The use cases on a store of their own, with the defaults of the service. */
public final class EmbeddedRoster implements AutoCloseable {
    private final Store store;
    private final Injector injector;

    public EmbeddedRoster(Path database) {
        this(StoreAddress.file(database), database.resolveSibling("secret.key"));
    }

    public EmbeddedRoster(StoreAddress address, Path secretKey) {
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        this.store = Store.at(address);
        store.open(SecretKeySource.inFile(secretKey));
        this.injector = Guice.createInjector(new Wiring(store));
        get(StartInstance.class).prepare(caller());
    }

    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    /** Roster itself, which may do everything. */
    public Caller caller() {
        return Caller.roster(Origin.of(Door.SYSTEM));
    }

    @Override
    public void close() {
        store.close();
    }

    private static final class Nobody implements AuditWitness {
        @Override
        public void sealed(AuditSeal seal) {
            // Nobody keeps the seals of a benchmark.
        }

        @Override
        public void suspected(String what) {
            throw new IllegalStateException(what);
        }
    }

    private static final class Wiring extends AbstractModule {
        private final Store store;

        Wiring(Store store) {
            this.store = store;
        }

        @Override
        protected void configure() {
            bind(Store.class).toInstance(store);
            bind(AuditWitness.class).toInstance(new Nobody());
            bind(TokenKeeping.class).toInstance(TokenKeeping.SEALED);
            bind(Argon2Parameters.class).toInstance(Argon2Parameters.usual());
            bind(InstantSource.class).toInstance(InstantSource.system());
            bind(Limits.class).toInstance(Limits.usual());
            bind(AvatarLimits.class).toInstance(AvatarLimits.usual());
            bind(PasswordPolicy.class).toInstance(PasswordPolicy.basic());
            install(new PersistenceModule());
        }
    }
}
