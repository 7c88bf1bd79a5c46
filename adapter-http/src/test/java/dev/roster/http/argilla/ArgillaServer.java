package dev.roster.http.argilla;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import dev.roster.http.dialect.TokenKeys;
import java.util.UUID;

/**
 * A server with the dialect, an owner {@code olga} and a workspace {@code legal} with an admin {@code adam} and an
 * annotator {@code anna}. Everybody's key is their name and {@code -key}.
 */
final class ArgillaServer implements AutoCloseable {
    static final String PASSWORD = "correct-horse";
    static final String V1 = "/argilla/api/v1";
    static final String V0 = "/argilla/api";
    static final UUID NOBODY = UUID.fromString("0b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce");

    private final TestServer server;

    private ArgillaServer(HttpSettings settings) {
        this.server = TestServer.start(
                settings,
                new ArgillaModule(),
                binder -> binder.bind(TokenKeys.class).toInstance(use -> new byte[32]));
        user("olga", PredefinedRole.OWNER);
        user("adam", PredefinedRole.ADMIN).in("legal");
        user("anna", PredefinedRole.ANNOTATOR).in("legal");
    }

    static ArgillaServer start() {
        return new ArgillaServer(HttpSettings.on("127.0.0.1", 0));
    }

    static ArgillaServer startAtRoot() {
        return new ArgillaServer(HttpSettings.on("127.0.0.1", 0).withRootDialect("argilla"));
    }

    Given given() {
        return server.given();
    }

    TestServer server() {
        return server;
    }

    GivenUser user(String name, PredefinedRole role) {
        return given().user(name).role(role).token(name + "-key");
    }

    /** The id of a user or a workspace, as olga finds it. */
    String idOf(String name) {
        return server.fakes()
                .ports()
                .users()
                .findByUsername(new dev.roster.domain.user.Username(name).key())
                .map(user -> user.id().toString())
                .orElseGet(() -> given().workspace(name).id().toString());
    }

    TestServer.Ask ask(String name, String method, String path) {
        return server.ask(method, path).header("X-Argilla-Api-Key", name + "-key");
    }

    Answer get(String name, String path) {
        return ask(name, "GET", path).send();
    }

    Answer delete(String name, String path) {
        return ask(name, "DELETE", path).send();
    }

    /** @param json with single quotes */
    Answer post(String name, String path, String json) {
        return send(name, "POST", path, json);
    }

    Answer patch(String name, String path, String json) {
        return send(name, "PATCH", path, json);
    }

    private Answer send(String name, String method, String path, String json) {
        return ask(name, method, path).json(json.replace('\'', '"')).send();
    }

    Answer logIn(String path, String form) {
        return server.ask("POST", path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(form.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .send();
    }

    /** A login token of a user with {@link #PASSWORD}. */
    String tokenOf(String name) {
        return logIn(V1 + "/token", "username=" + name + "&password=" + PASSWORD)
                .at("/access_token");
    }

    @Override
    public void close() {
        server.close();
    }
}
