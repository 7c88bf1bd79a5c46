package dev.roster.bootstrap;

import dev.roster.application.port.Links;
import dev.roster.bootstrap.Settings.Source;
import dev.roster.domain.credential.SecretText;
import dev.roster.persistence.sql.Served;
import dev.roster.persistence.sql.Store;
import dev.roster.persistence.sql.StoreAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How people reach this installation. A server goes by its own settings. A command beside it goes by what it was told itself,
 * by an option or a variable, else by what the server left in the store, and else by its settings. The secret of a link
 * stands behind the {@code #}, which browsers keep to themselves and servers do not log.
 */
@Singleton
final class PublicUrl implements Links {
    private final Settings settings;
    private final StoreAddress address;
    private volatile @Nullable Integer portHere;
    private @Nullable String found;

    @Inject
    PublicUrl(Settings settings, StoreAddress address) {
        this.settings = settings;
        this.address = address;
    }

    /** From now on the server is the one of this process. */
    void serveHere(int port) {
        portHere = port;
    }

    /** Without a slash at the end. */
    String get() {
        if (portHere != null || isToldHere()) {
            return settings.publicUrl().orElseGet(this::ofThisServer);
        }
        return ofAnotherProcess();
    }

    /** Read once: a command ends soon, and may make many links. */
    private synchronized String ofAnotherProcess() {
        if (found == null) {
            Optional<Served> served = Store.at(address).served();
            found = served.filter(Served::isRunning)
                    .map(Served::url)
                    .or(settings::publicUrl)
                    .or(() -> served.map(Served::url))
                    .orElseGet(this::ofThisServer);
        }
        return found;
    }

    /** In the file there is what the server reads too, unless it was told otherwise. */
    private boolean isToldHere() {
        return settings.value(SettingName.PUBLIC_URL)
                .map(Settings.Value::source)
                .filter(source -> source != Source.FILE)
                .isPresent();
    }

    /** Where the server of this process listens, whatever is in front of it. */
    String ofThisServer() {
        String host = settings.listensOnAll() ? "localhost" : settings.host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** Whether others get links that lead to their own machine: the server listens to them, and was not told its name. */
    boolean leadsNowhere() {
        return settings.listensOnAll() && settings.publicUrl().isEmpty();
    }

    /** The port that was asked for; where that is any free one, the one the server of this process got. */
    private int port() {
        return settings.port() == 0 ? Objects.requireNonNull(portHere, "not started") : settings.port();
    }

    @Override
    public String acceptInvitation(SecretText secret) {
        return page("invitation", secret);
    }

    @Override
    public String setPassword(SecretText secret) {
        return page("set-password", secret);
    }

    @Override
    public String logIn(SecretText secret) {
        return page("log-in-link", secret);
    }

    @Override
    public String signUp(SecretText secret) {
        return page("sign-up", secret);
    }

    @Override
    public String confirmSignUp(SecretText secret) {
        return page("confirm-sign-up", secret);
    }

    private String page(String path, SecretText secret) {
        return get() + "/" + path + "#" + secret.reveal();
    }
}
