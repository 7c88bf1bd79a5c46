package dev.roster.http.crew;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.MapBinder;
import dev.roster.application.given.GivenUser;
import dev.roster.application.role.NearestRoles;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import dev.roster.http.dialect.NearestWords;
import dev.roster.http.dialect.TokenKeys;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Manner;
import dev.roster.http.web.Manners;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What dialects share, tried on the crew: with the manners that a test gives it, and with none. */
class CrewTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Everything that a dialect binds. */
    private static final class CrewModule extends AbstractModule {
        private final Manners manners;

        CrewModule(Manners manners) {
            this.manners = manners;
        }

        @Override
        protected void configure() {
            bind(Manners.class).toInstance(manners);
            bind(TokenKeys.class).toInstance(use -> new byte[32]);
            MapBinder.newMapBinder(binder(), String.class, Dialect.class)
                    .addBinding("crew")
                    .to(CrewDialect.class);
        }

        @Provides
        static NearestWords<Rank> ranks(NearestRoles nearestRoles) {
            return new NearestWords<>(nearestRoles, List.of(Rank.values()), Rank::meaning);
        }
    }

    private final List<TestServer> servers = new ArrayList<>();

    /** A crew with a captain, olga, whose key is {@code olga-key}. */
    private TestServer crew(Manners manners) {
        TestServer server = TestServer.start(HttpSettings.on("127.0.0.1", 0), new CrewModule(manners));
        servers.add(server);
        server.given().user("olga").role(PredefinedRole.OWNER).token("olga-key");
        return server;
    }

    private TestServer crew(Manner... manners) {
        return crew(Manners.of(manners));
    }

    @AfterEach
    void stop() {
        servers.forEach(TestServer::close);
    }

    private static TestServer.Ask ask(TestServer crew, String method, String path) {
        return crew.ask(method, path).header("X-Crew", "olga-key");
    }

    private static Answer get(TestServer crew, String path) {
        return ask(crew, "GET", path).send();
    }

    /** @param json with single quotes */
    private static Answer make(TestServer crew, String json) {
        return ask(crew, "POST", "/crew/people").json(json.replace('\'', '"')).send();
    }

    private static Answer change(TestServer crew, String id, String type, String body) {
        return ask(crew, "PATCH", "/crew/people/" + id)
                .header("Content-Type", type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    // What is read.

    @Test
    void makesAPersonInItsOwnWords() {
        Answer made = make(crew(), "{'name':' anna ','rank':'Ship-Mate'}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/name")).isEqualTo("anna");
        assertThat(made.at("/rank")).isEqualTo("SHIP_MATE");
        assertThat(made.at("/id")).endsWith("=");
        assertThat(made.at("/joined")).endsWith("Z");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        Answer refused = make(crew(), "{'name':'x','rank':'cook','id':'7'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/faults/name/0")).isEqualTo("TOO_SHORT: must have at least 2 characters");
        assertThat(refused.at("/faults/rank/0")).isEqualTo("UNKNOWN_WORD: must be 'CAPTAIN' or 'SHIP_MATE'");
        assertThat(refused.at("/faults/id/0")).isEqualTo("UNKNOWN: is unknown");
        assertThat(refused.at("/no")).startsWith("`name` must have at least 2 characters, `rank` must be");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                         | /faults/name/0 | MISSING: is missing",
                "[]                         | /faults/body/0 | NOT_AN_OBJECT: must be an object",
                "{'name':7}                 | /faults/name/0 | NOT_A_TEXT: must be a string",
                "{'name':'0123456789012345678901'} | /faults/name/0 | TOO_LONG: must have at most 20 characters",
                "{'name':'two\\nlines'}       | /faults/name/0 | REFUSED: ",
                "{'name':'eve','name':'eve'} | /no           | the field"
            })
    void readsStrictBodiesStrictly(String json, String pointer, String said) {
        Answer refused = make(crew(), json.replace("''", "'"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at(pointer)).as(refused.text()).contains(said);
    }

    @Test
    void readsAFormWhereverItReadsJson() {
        TestServer crew = crew();
        String id = make(crew, "{'name':'anna'}").at("/id");

        assertThat(change(crew, id, "application/json", "{\"name\":\"ann\",\"more\":1}")
                        .at("/name"))
                .isEqualTo("ann");
        assertThat(change(crew, id, FORM, "name=+a+&more=1").at("/faults/name/0"))
                .startsWith("TOO_SHORT");
        assertThat(change(crew, id, FORM, "name=an-na").at("/name")).isEqualTo("an-na");
        assertThat(change(
                                crew,
                                id,
                                "multipart/form-data; boundary=x",
                                "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nanne\r\n--x--\r\n")
                        .at("/name"))
                .isEqualTo("anne");
    }

    @Test
    void cannotSetToNothingWhatIsNeverEmpty() {
        TestServer crew = crew();
        String id = make(crew, "{'name':'anna'}").at("/id");

        assertThat(change(crew, id, "application/json", "{\"name\":null}").at("/faults/name/0"))
                .isEqualTo("NULL: cannot be null");
    }

    @Test
    void takesAConflictForWhatItCallsIt() {
        assertThat(make(crew(), "{'name':'olga'}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "0b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce", "VXNlcjo3"})
    void readsNoIdThatIsNotOfItsKind(String id) {
        assertThat(change(crew(), id, "application/json", "{}").at("/faults/id/0"))
                .isEqualTo("MALFORMED_ID: is not an id");
    }

    @Test
    void whatIsSentBackAsShownIsNoChange() {
        TestServer crew = crew();
        GivenUser adam = crew.given().user("adam").role(PredefinedRole.MANAGER);
        String id = get(crew, "/crew/people").at("/crew/1/id");

        Answer changed = change(crew, id, FORM, "name=adams&rank=captain");

        assertThat(changed.at("/rank")).isEqualTo("CAPTAIN");
        assertThat(adam.user().role().name().value()).isEqualTo("manager");
        assertThat(change(crew, id, FORM, "rank=ship-mate").at("/rank")).isEqualTo("SHIP_MATE");
        assertThat(adam.user().role().name().value()).isEqualTo("annotator");
    }

    @Test
    void speaksAsTheClientsReleaseDid() {
        TestServer crew = crew();

        assertThat(rankAt(crew, "2.0.9")).isEqualTo("captain");
        assertThat(rankAt(crew, "1.7")).isEqualTo("captain");
        assertThat(rankAt(crew, "2.1")).isEqualTo("CAPTAIN");
        assertThat(rankAt(crew, "10.0.0rc1")).isEqualTo("CAPTAIN");
        assertThat(rankAt(crew, "none")).isEqualTo("CAPTAIN");
        assertThat(get(crew, "/crew/people").at("/crew/0/rank")).isEqualTo("CAPTAIN");
    }

    private static String rankAt(TestServer crew, String release) {
        return ask(crew, "GET", "/crew/people")
                .header("crew-version", release)
                .send()
                .at("/crew/0/rank");
    }

    // Pages.

    @Test
    void pagesByCursorWithinLimitsOfItsOwn() {
        TestServer crew = crew();
        crew.given().user("adam");
        crew.given().user("bob");

        Answer first = get(crew, "/crew/people");
        Answer last = get(crew, "/crew/people?cursor=" + first.at("/next"));

        assertThat(first.json().at("/crew")).hasSize(2);
        assertThat(first.at("/has_more")).isEqualTo("true");
        assertThat(last.at("/crew/0/name")).isEqualTo("bob");
        assertThat(last.at("/has_more")).isEqualTo("false");
        assertThat(get(crew, "/crew/people?limit=3").json().at("/crew")).hasSize(3);
        assertThat(get(crew, "/crew/people?limit=4").status()).isEqualTo(400);
    }

    @Test
    void pagesByNumber() {
        TestServer crew = crew();
        List.of("bridge", "deck", "hold").forEach(room -> crew.given().workspace(room));

        assertThat(get(crew, "/crew/rooms").text())
                .isEqualTo("{\"count\":3,\"rooms\":[\"bridge\",\"deck\"],\"previous\":null,\"next\":2}");
        assertThat(get(crew, "/crew/rooms?page=2").text())
                .isEqualTo("{\"count\":3,\"rooms\":[\"hold\"],\"previous\":1,\"next\":null}");
        assertThat(get(crew, "/crew/rooms?page_size=-1").json().at("/rooms")).hasSize(3);
        assertThat(get(crew, "/crew/rooms?page=0").at("/faults/page/0")).startsWith("REFUSED: invalid number `0`");
    }

    // Manners: what each does, and what goes without it.

    @Test
    void refusesUnknownParameters() {
        assertThat(get(crew(Manner.REFUSES_UNKNOWN_PARAMETERS), "/crew/pass?a=b")
                        .status())
                .isEqualTo(405);
        assertThat(get(crew(Manner.REFUSES_UNKNOWN_PARAMETERS), "/crew/rooms?a=b")
                        .status())
                .isEqualTo(400);
        assertThat(get(crew(), "/crew/rooms?a=b").status()).isEqualTo(200);
    }

    @Test
    void honoursConditions() {
        assertThat(changeIf(crew(Manner.HONOURS_CONDITIONS)).status()).isEqualTo(412);
        assertThat(changeIf(crew()).status()).isEqualTo(200);
    }

    private static Answer changeIf(TestServer crew) {
        String id = get(crew, "/crew/people").at("/crew/0/id");
        return ask(crew, "PATCH", "/crew/people/" + id)
                .header("If-Match", "\"seen\"")
                .json("{}")
                .send();
    }

    /** Neither a body nor a media type goes with it. */
    private static Answer pass(TestServer crew, String header, String value) {
        return ask(crew, "POST", "/crew/pass").header(header, value).send();
    }

    @Test
    void negotiates() {
        assertThat(pass(crew(Manner.NEGOTIATES), "Accept", "text/html").status())
                .isEqualTo(406);
        assertThat(pass(crew(), "Accept", "text/html").status()).isEqualTo(201);
    }

    @Test
    void readsTheBodyFirst() {
        assertThat(broken(crew(Manner.READS_THE_BODY_FIRST)).at("/faults/body/0"))
                .startsWith("BROKEN_JSON: is not valid JSON from character");
        assertThat(broken(crew(Manner.READS_THE_BODY_FIRST)).status()).isEqualTo(400);
        assertThat(broken(crew()).status()).isEqualTo(401);
    }

    /** From nobody. */
    private static Answer broken(TestServer crew) {
        return crew.ask("POST", "/crew/people").json("{\"name\":}").send();
    }

    @Test
    void mergesSlashes() {
        TestServer merging = crew(Manner.MERGES_SLASHES);

        assertThat(get(merging, "/crew//rooms").status()).isEqualTo(200);
        assertThat(get(merging, "//crew/rooms").status()).isEqualTo(200);
        assertThat(get(merging, "/v1//me").status()).isEqualTo(404);
        assertThat(get(crew(), "/crew//rooms").status()).isEqualTo(404);
    }

    @Test
    void saysWhenToRetry() {
        assertThat(throttled(crew(Manner.SAYS_WHEN_TO_RETRY)).header("Retry-After"))
                .isNotEmpty();
        assertThat(throttled(crew()).header("Retry-After")).isEmpty();
    }

    private static Answer throttled(TestServer crew) {
        Answer answer = get(crew, "/crew/rooms");
        for (int attempt = 0; attempt < 1_000 && answer.status() != 429; attempt++) {
            answer = crew.ask("GET", "/crew/rooms").header("X-Crew", "wrong").send();
        }
        assertThat(answer.status()).isEqualTo(429);
        return answer;
    }

    @Test
    void allowsOptions() {
        assertThat(get(crew(Manner.ALLOWS_OPTIONS), "/crew/pass").header("Allow"))
                .isEqualTo("OPTIONS, POST");
        assertThat(get(crew(), "/crew/pass").header("Allow")).isEqualTo("POST");
    }

    @Test
    void challengesInItsOwnWords() {
        Answer refused = crew(Manners.of().challenging("Token"))
                .ask("GET", "/crew/rooms")
                .send();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Token");
        assertThat(crew().ask("GET", "/crew/rooms").send().header("WWW-Authenticate"))
                .isEmpty();
    }
}
