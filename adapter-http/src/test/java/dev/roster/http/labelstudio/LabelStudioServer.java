package dev.roster.http.labelstudio;

import com.google.inject.Module;
import dev.roster.application.fake.Fakes;
import dev.roster.application.fault.WatchedPorts;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import dev.roster.http.dialect.LegacyTokens;
import dev.roster.http.dialect.TokenKeys;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server with the dialect and an organization of an owner {@code olga}, a manager {@code mara} and an annotator {@code
 * ada}. Everybody's token is their name and {@code -token}.
 */
final class LabelStudioServer implements AutoCloseable {
    private final TestServer server;
    private final AtomicInteger questions;
    private final Organization organization;

    LabelStudioServer() {
        this(HttpSettings.on("127.0.0.1", 0));
    }

    LabelStudioServer(HttpSettings settings) {
        this(settings, SignUpMode.LINK);
    }

    LabelStudioServer(HttpSettings settings, SignUpMode signUp) {
        this(settings, signUp, true);
    }

    /** One where user tokens are taken by organizations that say so alone. */
    static LabelStudioServer withoutLegacyTokens() {
        return new LabelStudioServer(HttpSettings.on("127.0.0.1", 0), SignUpMode.LINK, false);
    }

    /** One that counts how often the store is asked. */
    static LabelStudioServer counting() {
        AtomicInteger questions = new AtomicInteger();
        Fakes fakes = new Fakes(ports -> WatchedPorts.counting(ports, questions));
        return new LabelStudioServer(
                TestServer.over(fakes, HttpSettings.on("127.0.0.1", 0), SignUpMode.LINK, module(true)), questions);
    }

    private LabelStudioServer(HttpSettings settings, SignUpMode signUp, boolean legacy) {
        this(TestServer.start(settings, signUp, module(legacy)), new AtomicInteger());
    }

    private LabelStudioServer(TestServer server, AtomicInteger questions) {
        this.server = server;
        this.questions = questions;
        this.organization = given().organization();
        user("olga", PredefinedRole.OWNER).in(organization);
        user("mara", PredefinedRole.ANNOTATOR).in(organization, PredefinedRole.MANAGER.role());
        user("ada", PredefinedRole.ANNOTATOR).in(organization);
    }

    /**
     * The dialect, and what an installation gives it.
     *
     * @param legacy whether user tokens are taken where an organization does not say
     */
    static Module module(boolean legacy) {
        return binder -> {
            binder.install(new LabelStudioModule());
            binder.bind(TokenKeys.class).toInstance(LabelStudioServer::tokenKey);
            binder.bind(LegacyTokens.class).toInstance(new LegacyTokens(legacy));
        };
    }

    /** Another one for each use, as an installation has it. */
    static byte[] tokenKey(String use) {
        return SecretDigest.of(use).hex().getBytes(StandardCharsets.UTF_8);
    }

    TestServer server() {
        return server;
    }

    Given given() {
        return server.given();
    }

    Organization organization() {
        return organization;
    }

    /** How often the store was asked so far, where that is counted. */
    int questions() {
        return questions.get();
    }

    User account(String name) {
        return server.fakes().ports().users().findByLogin(NameKey.of(name)).orElseThrow();
    }

    /** One who belongs nowhere yet. */
    GivenUser user(String name, PredefinedRole role) {
        return given().user(name).role(role).email(name + "@lab.example").token(name + "-token");
    }

    TestServer.Ask ask(String caller, String method, String path) {
        TestServer.Ask ask = server.ask(method, "/label-studio" + path);
        return caller.isEmpty() ? ask : ask.header("Authorization", "Token " + caller + "-token");
    }

    Answer get(String caller, String path) {
        return ask(caller, "GET", path).send();
    }

    /** A request without a body. */
    Answer send(String caller, String method, String path) {
        return ask(caller, method, path).send();
    }

    /** A request with a body in which single quotes stand for double ones. */
    Answer send(String caller, String method, String path, String body) {
        return ask(caller, method, path).json(body.replace('\'', '"')).send();
    }

    @Override
    public void close() {
        server.close();
    }
}
