package dev.roster.bootstrap;

import dev.roster.application.port.Links;
import dev.roster.domain.credential.SecretText;
import dev.roster.http.HttpServer;
import jakarta.inject.Inject;
import jakarta.inject.Provider;

/**
 * How people reach this installation: by the URL that was set, else by host and port. The secret of a link stands behind
 * the {@code #}, which browsers keep to themselves and servers do not log.
 */
final class PublicUrl implements Links {
    private final Settings settings;
    private final Provider<HttpServer> server;

    @Inject
    PublicUrl(Settings settings, Provider<HttpServer> server) {
        this.settings = settings;
        this.server = server;
    }

    /** Without a slash at the end. */
    String get() {
        return settings.publicUrl().orElseGet(this::ofThisServer);
    }

    /** Where the server of this process listens, whatever is in front of it. */
    String ofThisServer() {
        String host = settings.host().equals("0.0.0.0") ? "localhost" : settings.host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** The port that was asked for; where that is any free one, the one the server of this process got. */
    private int port() {
        return settings.port() == 0 ? server.get().port() : settings.port();
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
