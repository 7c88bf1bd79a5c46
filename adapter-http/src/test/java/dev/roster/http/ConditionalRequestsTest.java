package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.SamplePicture;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.TestServer.Answer;
import dev.roster.http.web.Route;
import dev.roster.http.web.Routes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that hold only for what their caller saw, on every resource that hands out tags. */
class ConditionalRequestsTest {
    /** A change of a thing with a tag; the path may name what {@link #places} makes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Change(String method, String path, byte[] body) {
        static Change of(String method, String path, String json) {
            return new Change(method, path, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final byte[] PICTURE = SamplePicture.png(0xff0000);
    private static final String STALE = "\"stale\"";

    private final World world = new World();
    private final Map<String, String> places = places();

    @AfterEach
    void close() {
        world.close();
    }

    private Map<String, String> places() {
        Map<String, String> made = new LinkedHashMap<>();
        made.put("{organization_id}", create("/v1/organizations", "{'name':'Acme'}"));
        made.put("{workspace_id}", create("/v1/workspaces", "{'name':'tax'}"));
        made.put(
                "{user_id}",
                create("/v1/users", "{'username':'eve','workspaces':['" + made.get("{workspace_id}") + "']}"));
        made.put("{dataset_id}", create("/v1/datasets", "{'name':'forms','workspace_id':'" + world.legal.id() + "'}"));
        made.put("{role_id}", create("/v1/roles", "{'name':'helper','permissions':['workspace:read']}"));
        made.put(
                "{grant_id}",
                create(
                        "/v1/grants",
                        "{'user_id':'" + world.noa + "','role':'manager','workspace_id':'" + world.legal.id() + "'}"));
        return made;
    }

    private String create(String path, String body) {
        Answer made = world.send("ada", "POST", path, body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.at("/id");
    }

    static Stream<Change> changes() {
        return Stream.of(
                Change.of("PATCH", "/v1/organizations/{organization_id}", "{'name':'Other'}"),
                Change.of("DELETE", "/v1/organizations/{organization_id}", ""),
                Change.of("PATCH", "/v1/workspaces/{workspace_id}", "{'name':'other'}"),
                Change.of("DELETE", "/v1/workspaces/{workspace_id}", ""),
                Change.of("PATCH", "/v1/users/{user_id}", "{'username':'other','password':'correct horse'}"),
                Change.of("DELETE", "/v1/users/{user_id}", ""),
                Change.of("PATCH", "/v1/datasets/{dataset_id}", "{'name':'other'}"),
                Change.of("DELETE", "/v1/datasets/{dataset_id}", ""),
                Change.of("PATCH", "/v1/roles/{role_id}", "{'name':'other'}"),
                Change.of("DELETE", "/v1/roles/{role_id}", ""),
                Change.of("PATCH", "/v1/grants/{grant_id}", "{'role':'viewer'}"),
                Change.of("DELETE", "/v1/grants/{grant_id}", ""),
                new Change("PUT", "/v1/users/{user_id}/avatar", PICTURE),
                Change.of("DELETE", "/v1/users/{user_id}/avatar", ""),
                new Change("PUT", "/v1/me/avatar", PICTURE),
                Change.of("DELETE", "/v1/me/avatar", ""));
    }

    /** A new resource with tags, or a new method on one, has to be added above. */
    @Test
    void everyChangeOfAThingWithATagIsTried() {
        Injector injector = TestServer.injector(HttpSettings.on("127.0.0.1", 0), new Fakes(), Optional::empty);
        NativeDialect dialect = injector.getInstance(NativeDialect.class);
        Routes routes = new Routes();
        dialect.register(routes);
        Set<String> tagged = routes.all().stream()
                .filter(route -> route.representation() != null)
                .map(Route::path)
                .collect(Collectors.toSet());

        Set<String> expected = routes.all().stream()
                .filter(route -> tagged.contains(route.path()))
                .filter(route ->
                        Set.of("PUT", "PATCH", "DELETE").contains(route.method().name()))
                .map(route -> route.method().name() + " " + dialect.prefix() + route.path())
                .collect(Collectors.toSet());

        Set<String> tried = changes().map(Change::toString).collect(Collectors.toSet());
        assertThat(tried).isEqualTo(expected).hasSizeGreaterThan(10);
    }

    private String path(Change change) {
        String path = change.path();
        for (Map.Entry<String, String> place : places.entrySet()) {
            path = path.replace(place.getKey(), place.getValue());
        }
        return path;
    }

    private Answer send(String caller, Change change, String header, String value) {
        TestServer.Ask ask = world.ask(caller, change.method(), path(change)).header(header, value);
        if (change.method().equals("PATCH")) {
            ask.header("Content-Type", "application/json");
        }
        return (change.body().length == 0 ? ask : ask.body(change.body())).send();
    }

    private String tag(Change change) {
        return world.get("ada", path(change)).header("ETag");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void staleTagChangesNothing(Change change) {
        String before = tag(change);

        Answer answer = send("ada", change, "If-Match", STALE);

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.at("/type")).isEqualTo("urn:roster:problem:precondition-failed");
        assertThat(tag(change)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void tagThatWasOvertakenChangesNothing(Change change) {
        String seen = tag(change);
        changeOtherwise(change);
        String after = tag(change);

        Answer answer = send("ada", change, "If-Match", seen);

        assertThat(after).isNotEqualTo(seen);
        assertThat(answer.status()).isEqualTo(412);
        assertThat(tag(change)).isEqualTo(after);
    }

    /** Somebody else is faster. */
    private void changeOtherwise(Change change) {
        String path = path(change);
        Answer answer = path.endsWith("/avatar")
                ? world.ask("ada", "PUT", path)
                        .body(SamplePicture.png(0x00ff00))
                        .send()
                : world.send(
                        "ada",
                        "PATCH",
                        path,
                        path.contains("grants")
                                ? "{'role':'admin'}"
                                : path.contains("users") ? "{'first_name':'Between'}" : "{'name':'between'}");
        assertThat(answer.status()).isLessThan(300);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void weakTagNeverMatches(Change change) {
        assertThat(send("ada", change, "If-Match", "W/" + tag(change)).status()).isEqualTo(412);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void currentTagLetsTheChangeThrough(Change change) {
        Answer answer = send("ada", change, "If-Match", tag(change));

        assertThat(answer.status()).isIn(200, 204);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void currentTagAmongOthersLetsTheChangeThrough(Change change) {
        Answer answer = send("ada", change, "If-Match", STALE + " ,, W/\"x\"," + tag(change) + ", \"a,b\"");

        assertThat(answer.status()).isIn(200, 204);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void starMatchesWhatIsThere(Change change) {
        if (change.path().endsWith("/avatar")) {
            assertThat(send("ada", change, "If-Match", "*").status()).isEqualTo(412);
            changeOtherwise(change);
        }

        assertThat(send("ada", change, "If-Match", "*").status()).isIn(200, 204);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatIsThereIsNotMadeAgain(Change change) {
        if (change.path().endsWith("/avatar")) {
            changeOtherwise(change);
        }

        assertThat(send("ada", change, "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(send("ada", change, "If-None-Match", tag(change)).status()).isEqualTo(412);
        assertThat(send("ada", change, "If-None-Match", "W/" + tag(change)).status())
                .isEqualTo(412);
        assertThat(send("ada", change, "If-None-Match", STALE).status()).isIn(200, 204);
    }

    @Test
    void firstPictureIsSetOnlyWhereThereIsNone() {
        Change put = new Change("PUT", "/v1/me/avatar", PICTURE);

        assertThat(send("noa", put, "If-None-Match", "*").status()).isEqualTo(204);
        assertThat(send("noa", put, "If-None-Match", "*").status()).isEqualTo(412);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatIsRefusedAnywayIsRefusedForThatReason(Change change) {
        int expected = change.path().startsWith("/v1/me/") ? 412 : 403;

        assertThat(send("vic", change, "If-Match", STALE).status()).isEqualTo(expected);
        assertThat(send("vic", change, "If-Match", "*").status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatIsNotThereIsMissing(Change change) {
        String unknown = change.path().replaceAll("\\{\\w+}", "01890a5d-ac96-774b-bcce-b302099a8057");
        Change elsewhere = new Change(change.method(), unknown, change.body());
        int expected = change.path().startsWith("/v1/me/") ? 412 : 404;

        assertThat(send("ada", elsewhere, "If-Match", STALE).status()).isEqualTo(expected);
        assertThat(send("ada", elsewhere, "If-Match", "*").status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stale", "\"open", "\"a\" \"b\"", "*, \"a\"", "w/\"a\"", ","})
    void unreadableConditionIsRefusedByName(String value) {
        Answer answer = send("ada", changes().findFirst().orElseThrow(), "If-Match", value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo("If-Match");
    }

    @Test
    void tagFitsNothingThatHasNone() {
        String member = "/v1/workspaces/" + world.legal.id() + "/members/" + world.noa;

        Answer stale =
                world.ask("max", "DELETE", member).header("If-Match", STALE).send();
        Answer again =
                world.ask("max", "DELETE", member).header("If-None-Match", "*").send();
        Answer any = world.ask("max", "DELETE", member).header("If-Match", "*").send();

        assertThat(stale.status()).isEqualTo(412);
        assertThat(again.status()).isEqualTo(412);
        assertThat(any.status()).isEqualTo(204);
    }

    @Test
    void tagOfAChangeIsTheNextOnesCondition() {
        Change patch = Change.of("PATCH", "/v1/users/{user_id}", "{'first_name':'Eva'}");

        String changed = send("ada", patch, "If-Match", tag(patch)).header("ETag");

        assertThat(changed).isEqualTo(tag(patch));
        assertThat(send("ada", Change.of("PATCH", patch.path(), "{'first_name':'Eve'}"), "If-Match", changed)
                        .status())
                .isEqualTo(200);
    }

    /** Else nobody could ever change their own account under a condition: the reading itself is activity. */
    @Test
    void beingSeenIsNoChange() {
        String path = "/v1/users/" + world.ada;
        String before = world.get("ada", path).header("ETag");
        world.server
                .fakes()
                .ports()
                .users()
                .stampActivity(Map.of(world.ada, world.server.fakes().clock().instant()));
        Answer shown =
                world.ask("ada", "GET", path).header("If-None-Match", before).send();

        Answer changed = world.ask("ada", "PATCH", path)
                .header("If-Match", before)
                .json("{\"first_name\":\"Adele\"}")
                .send();

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("ETag")).isNotEqualTo(before);
        assertThat(changed.status()).isEqualTo(200);
    }

    /** Whether a guessed tag is right would tell what somebody may not read. */
    @Test
    void tagOfWhatOneMayNotReadNeverMatches() {
        world.server.given().role("changer", RosterPermission.USER_UPDATE);
        world.send(
                "ada",
                "POST",
                "/v1/users",
                "{'username':'chad','role':'changer','user_token':'chad-token-of-32-characters-0001'}");
        Change patch = Change.of("PATCH", "/v1/users/" + world.noa, "{'first_name':'Nora'}");
        String tag = tag(patch);

        Answer answer = world.server
                .ask("PATCH", patch.path())
                .as("chad-token-of-32-characters-0001")
                .header("If-Match", tag)
                .json("{\"first_name\":\"Nora\"}")
                .send();

        assertThat(answer.status()).isEqualTo(412);
    }

    @Test
    void ofManyChangesUnderOneTagOneIsDone() throws Exception {
        String path = "/v1/workspaces/" + world.legal.id();
        String tag = world.get("ada", path).header("ETag");
        int many = 8;
        CyclicBarrier together = new CyclicBarrier(many);
        ExecutorService clients = Executors.newFixedThreadPool(many);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int number = 0; number < many; number++) {
            String title = "{\"title\":\"title " + number + "\"}";
            calls.add(() -> {
                together.await();
                return world.ask("max", "PATCH", path)
                        .header("If-Match", tag)
                        .json(title)
                        .send()
                        .status();
            });
        }

        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> status : clients.invokeAll(calls)) {
            statuses.add(status.get());
        }
        clients.shutdown();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412).hasSize(many);
    }
}
