package dev.roster.mail;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.roster.application.port.MailCarrier;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;

/** Sends mail as set in {@link MailSettings}, which the installing module binds, with an {@link InstantSource}. */
public final class MailModule extends AbstractModule {
    @Override
    protected void configure() {
        requireBinding(MailSettings.class);
        requireBinding(InstantSource.class);
    }

    @Provides
    @Singleton
    static MailCarrier mailCarrier(MailSettings settings, InstantSource clock) {
        MailSettings.Server server = settings.server();
        return server == null
                ? new FileCarrier(settings.directory(), settings.from(), clock)
                : new SmtpCarrier(server, settings.from(), clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }
}
