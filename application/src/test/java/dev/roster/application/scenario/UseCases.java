package dev.roster.application.scenario;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import com.google.inject.multibindings.Multibinder;
import dev.roster.application.audit.AuditRetention;
import dev.roster.application.credential.Limits;
import dev.roster.application.fake.ExampleLinks;
import dev.roster.application.given.Ports;
import dev.roster.application.invitation.Arrival;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.application.port.Links;
import dev.roster.application.port.PasswordPolicy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.InstantSource;

/** The use cases over the ports of a store, each made when it is asked for. */
public final class UseCases {
    private final Injector injector;

    private UseCases(Injector injector) {
        this.injector = injector;
    }

    public static UseCases over(Ports ports, InstantSource clock) {
        return over(ports, clock, PasswordPolicy.basic());
    }

    public static UseCases over(Ports ports, InstantSource clock, PasswordPolicy policy) {
        return new UseCases(
                Guice.createInjector(Stage.DEVELOPMENT, new PortsModule(ports, clock, policy, SignUpMode.LINK)));
    }

    public static UseCases over(Ports ports, InstantSource clock, SignUpMode signUp) {
        PasswordPolicy policy = PasswordPolicy.basic();
        return new UseCases(Guice.createInjector(Stage.DEVELOPMENT, new PortsModule(ports, clock, policy, signUp)));
    }

    public <T> T get(Class<T> useCase) {
        return injector.getInstance(useCase);
    }

    private static final class PortsModule extends AbstractModule {
        private final Ports ports;
        private final InstantSource clock;
        private final PasswordPolicy policy;
        private final SignUpMode signUp;

        PortsModule(Ports ports, InstantSource clock, PasswordPolicy policy, SignUpMode signUp) {
            this.ports = ports;
            this.clock = clock;
            this.policy = policy;
            this.signUp = signUp;
        }

        @Override
        protected void configure() {
            bind(InstantSource.class).toInstance(clock);
            bind(PasswordPolicy.class).toInstance(policy);
            bind(AuditRetention.class).toInstance(AuditRetention.forever());
            bind(Limits.class).toInstance(Limits.usual());
            bind(Links.class).toInstance(new ExampleLinks());
            bind(SignUpMode.class).toInstance(signUp);
            Multibinder.newSetBinder(binder(), Arrival.class);
            for (RecordComponent port : Ports.class.getRecordComponents()) {
                bindPort(port.getType(), port);
            }
        }

        private <P> void bindPort(Class<P> type, RecordComponent port) {
            try {
                bind(type).toInstance(type.cast(port.getAccessor().invoke(ports)));
            } catch (IllegalAccessException | InvocationTargetException failed) {
                throw new IllegalStateException("cannot read the port " + port.getName(), failed);
            }
        }
    }
}
