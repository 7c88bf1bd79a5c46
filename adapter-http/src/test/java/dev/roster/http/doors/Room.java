package dev.roster.http.doors;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.ShowToken;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.User;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.argilla.ArgillaModule;
import dev.roster.http.arize.ArizeModule;
import dev.roster.http.dialect.LegacyTokens;
import dev.roster.http.dialect.TokenKeys;
import dev.roster.http.labelstudio.LabelStudioModule;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A server with all doors, the default organization, its workspace {@code projects} with a dataset, and whoever comes in. A
 * person's username and e-mail address are their name and {@code @lab.example}.
 */
final class Room implements AutoCloseable {
    /** Whom a deed is tried at; another one each time, a member of the organization and of projects. */
    static final String NEWCOMER = "newcomer";

    /** The same, of the organization alone. */
    static final String OUTSIDER = "newcomer-outside";

    private static final String AT = "@lab.example";

    private final TestServer server = TestServer.start(
            HttpSettings.on("127.0.0.1", 0),
            new ArgillaModule(),
            new ArizeModule(),
            new LabelStudioModule(),
            binder -> binder.bind(TokenKeys.class)
                    .toInstance(use -> SecretDigest.of(use).hex().getBytes(StandardCharsets.UTF_8)),
            binder -> binder.bind(LegacyTokens.class).toInstance(new LegacyTokens(true)));
    private final Map<String, User> people = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Organization organization = server.given().organization();
    private final Workspace projects = server.given().workspace("projects");
    private final Dataset dataset = server.given().dataset("birds", projects);
    private int made;

    private Given given() {
        return server.given();
    }

    Ports ports() {
        return server.fakes().ports();
    }

    TestServer server() {
        return server;
    }

    Organization organization() {
        return organization;
    }

    Workspace projects() {
        return projects;
    }

    Dataset dataset() {
        return dataset;
    }

    Dataset anotherDataset() {
        return given().dataset(fresh("birds"), projects);
    }

    /** A name that nothing has yet. */
    String fresh(String start) {
        made++;
        return start + "-" + made;
    }

    static String address(String name) {
        return name + AT;
    }

    /** The name behind a username. */
    static String name(User user) {
        return user.username().value().replace(AT, "");
    }

    /** Somebody who is there before anybody does anything. */
    void given(String name, String role, Organization place) {
        String token = name + "-token";
        GivenUser user = given().user(address(name))
                .email(address(name))
                .role(predefined(role))
                .token(token)
                .in(place);
        people.put(name, user.user());
        tokens.put(name, token);
    }

    Organization elsewhere() {
        return given().organization("elsewhere");
    }

    /** The person of a name, or a newcomer who is stored by that. */
    User person(String name) {
        return name.startsWith(NEWCOMER) ? newcomer(name) : Objects.requireNonNull(people.get(name), name);
    }

    private User newcomer(String name) {
        String fresh = address(fresh(NEWCOMER));
        GivenUser user =
                given().user(fresh).email(fresh).role(PredefinedRole.MEMBER).in(organization, viewer());
        return name.equals(OUTSIDER) ? user.user() : user.in(projects, viewer()).user();
    }

    private static Role viewer() {
        return PredefinedRole.VIEWER.role();
    }

    static PredefinedRole predefined(String word) {
        return PredefinedRole.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Makes a person known whom somebody has just created through a door. */
    void created(String name) {
        User user = ports().users()
                .findByUsername(new Username(address(name)).key())
                .orElseThrow();
        people.put(name, user);
        tokens.put(name, show(user));
    }

    /** The token of before goes on under another name. */
    void renewed(String name) {
        tokens.put(name + "-before", token(name));
        tokens.put(name, show(person(name)));
    }

    private String show(User user) {
        return server.useCase(ShowToken.class)
                .handle(Caller.operator("tester", Origin.of(Door.CLI)), user.id())
                .reveal();
    }

    String token(String name) {
        return Objects.requireNonNull(tokens.get(name), name);
    }

    @Override
    public void close() {
        server.close();
    }
}
