package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.CreateLogInLink;
import dev.roster.application.credential.GiveTemporaryPassword;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.ResetInviteLink;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.user.EmailAddress;
import dev.roster.http.TestServer.Answer;
import dev.roster.http.argilla.ArgillaModule;
import dev.roster.http.dialect.TokenKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of docs/operations.md that says what can be guessed, row by row: each is held up as it says, and tells nothing. */
class GuessingTest {
    private static final String THERE = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.9";
    private static final Caller OPERATOR = Caller.operator("root", Origin.of(Door.CLI));

    /**
     * A row of the table.
     *
     * @param account how many failures are free for an account, or null where no account is named
     */
    private record Way(
            String what,
            String route,
            Guess guess,
            int address,
            @Nullable Integer account,
            boolean getsIn) {
        static Way read(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Way(
                    cells.get(1),
                    cells.get(2).replaceAll("^`([^`]+)`.*", "$1"),
                    Guess.valueOf(
                            cells.get(3).replace("`", "").replace('-', '_').toUpperCase(Locale.ROOT)),
                    Integer.parseInt(cells.get(4)),
                    cells.get(5).equals("–") ? null : Integer.valueOf(cells.get(5)),
                    cells.get(6).equals("gets in"));
        }

        String name() {
            return route + " as " + guess;
        }

        @Override
        public String toString() {
            return name() + ": " + what;
        }
    }

    /**
     * How one guesses there.
     *
     * @param secret what is right, made in a world of its own
     * @param ask sends a guess; the account is the real one, or one that does not exist
     */
    private record Guesser(Function<Scene, String> secret, Ask ask) {}

    private interface Ask {
        TestServer.Ask with(Scene scene, String account, String secret);
    }

    private static final String REAL = "noa";
    private static final String NOBODY = "nobody";

    private static final Map<String, Guesser> GUESSERS = guessers();

    private static Map<String, Guesser> guessers() {
        Map<String, Guesser> all = new LinkedHashMap<>();
        all.put(
                "POST /v1/sessions as LOG_IN",
                new Guesser(
                        scene -> "correct horse",
                        (scene, account, secret) ->
                                scene.post("/v1/sessions", "{'login': '%s', 'password': '%s'}", account, secret)));
        for (String path : List.of("/argilla/api/v1/token", "/argilla/api/security/token")) {
            all.put(
                    "POST " + path + " as LOG_IN",
                    new Guesser(
                            scene -> "correct horse",
                            (scene, account, secret) ->
                                    scene.form(path, "username=" + account + "&password=" + secret.replace(' ', '+'))));
        }
        all.put(
                "POST /v1/sessions/temporary-password as LOG_IN",
                new Guesser(
                        scene -> scene.get(GiveTemporaryPassword.class)
                                .handle(OPERATOR, scene.world.noa)
                                .password()
                                .reveal(),
                        (scene, account, secret) -> scene.post(
                                "/v1/sessions/temporary-password",
                                "{'login': '%s', 'temporary_password': '%s', 'password': 'a long enough one'}",
                                account,
                                secret)));
        all.put(
                "PUT /v1/me/password as CHANGE_PASSWORD",
                new Guesser(
                        scene -> "correct horse",
                        (scene, account, secret) -> scene.world
                                .ask(account, "PUT", "/v1/me/password")
                                .json("{\"current_password\": \"" + secret
                                        + "\", \"password\": \"a long enough one\"}")));
        all.put(
                "POST /v1/me/token/reveal as CHANGE_PASSWORD",
                new Guesser(
                        scene -> "correct horse",
                        (scene, account, secret) -> scene.world
                                .ask(account, "POST", "/v1/me/token/reveal")
                                .json("{\"password\": \"" + secret + "\"}")));
        all.put(
                "POST /v1/sessions/log-in-link as RESET",
                new Guesser(
                        scene -> {
                            String link = scene.get(CreateLogInLink.class)
                                    .handle(OPERATOR, CreateLogInLink.Command.of(scene.world.noa))
                                    .link();
                            return link.substring(link.indexOf('#') + 1);
                        },
                        (scene, account, secret) -> scene.post("/v1/sessions/log-in-link", "{'link': '%s'}", secret)));
        all.put(
                "GET /v1/me as TOKEN",
                new Guesser(
                        scene -> "noa-token",
                        (scene, account, secret) ->
                                scene.world.server.ask("GET", "/v1/me").as(secret)));
        all.put(
                "GET /argilla/api/v1/me as TOKEN",
                new Guesser(
                        scene -> "noa-token",
                        (scene, account, secret) -> scene.world
                                .server
                                .ask("GET", "/argilla/api/v1/me")
                                .header("X-Argilla-Api-Key", secret)));
        all.put(
                "POST /v1/password-resets as RESET",
                new Guesser(
                        scene -> "",
                        (scene, account, secret) -> scene.post("/v1/password-resets", "{'login': '%s'}", account)));
        all.put(
                "POST /v1/password-resets/complete as RESET",
                new Guesser(
                        scene -> {
                            scene.world
                                    .ask("ada", "POST", "/v1/users/" + scene.world.noa + "/password-link")
                                    .send();
                            return scene.world.mailedSecret();
                        },
                        (scene, account, secret) -> scene.post(
                                "/v1/password-resets/complete",
                                "{'token': '%s', 'password': 'a long enough one'}",
                                secret)));
        all.put(
                "POST /v1/invitations/show as INVITATION",
                new Guesser(
                        Scene::invitation,
                        (scene, account, secret) -> scene.post("/v1/invitations/show", "{'token': '%s'}", secret)));
        all.put(
                "POST /v1/invitations/accept as INVITATION",
                new Guesser(
                        Scene::invitation,
                        (scene, account, secret) -> scene.post(
                                "/v1/invitations/accept", "{'token': '%s', 'password': 'a long enough one'}", secret)));
        all.put(
                "POST /v1/invitations/accept as SIGN_UP",
                new Guesser(
                        scene -> "grace",
                        (scene, account, secret) -> scene.post(
                                "/v1/invitations/accept",
                                "{'token': '%s', 'username': '%s', 'password': 'a long enough one'}",
                                scene.invitation(),
                                secret.equals("grace") ? "grace" : "ada")));
        all.put(
                "POST /v1/sign-up as SIGN_UP",
                new Guesser(
                        Scene::inviteLink,
                        (scene, account, secret) -> scene.post(
                                "/v1/sign-up",
                                "{'token': '%s', 'username': 'grace', 'password': 'a long enough one'}",
                                secret)));
        all.put(
                "POST /v1/sign-up/confirmation as INVITATION",
                new Guesser(
                        Scene::confirmation,
                        (scene, account, secret) -> scene.post(
                                "/v1/sign-up/confirmation",
                                "{'token': '%s', 'password': 'a long enough one'}",
                                secret)));
        all.put(
                "POST /v1/set-up as INVITATION",
                new Guesser(
                        Scene::setUpLink,
                        (scene, account, secret) -> scene.post(
                                "/v1/set-up",
                                "{'link': '%s', 'username': 'grace', 'password': 'a long enough one'}",
                                secret)));
        return all;
    }

    /** A server behind a proxy that it trusts, and who is there. */
    private static final class Scene implements AutoCloseable {
        private final World world;
        private @Nullable TestServer empty;
        private @Nullable String invitation;

        Scene() {
            HttpSettings behindAProxy = HttpSettings.on("127.0.0.1", 0).withTrustedProxies(List.of("127.0.0.1"));
            this.world = new World(TestServer.start(
                    behindAProxy,
                    new ArgillaModule(),
                    binder -> binder.bind(TokenKeys.class).toInstance(use -> new byte[32])));
        }

        <T> T get(Class<T> useCase) {
            return UseCases.over(server().fakes().ports(), server().fakes().clock())
                    .get(useCase);
        }

        private TestServer server() {
            return empty == null ? world.server : empty;
        }

        TestServer.Ask post(String path, String body, Object... values) {
            return server().ask("POST", path).json(String.format(body.replace('\'', '"'), values));
        }

        TestServer.Ask form(String path, String body) {
            return server().ask("POST", path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .body(body.getBytes(StandardCharsets.UTF_8));
        }

        String invitation() {
            String made = invitation;
            if (made == null) {
                made = secretIn(get(InviteUser.class)
                        .handle(OPERATOR, InviteUser.Command.of(new EmailAddress("eve@example.org"), InviteMode.LINK))
                        .link());
                invitation = made;
            }
            return made;
        }

        String inviteLink() {
            return secretIn(get(ResetInviteLink.class)
                    .handle(
                            OPERATOR,
                            ResetInviteLink.Command.of(
                                    world.server.given().organization().id()))
                    .url());
        }

        String confirmation() {
            post(
                            "/v1/sign-up",
                            "{'token': '%s', 'username': 'grace', 'email': 'grace@example.org',"
                                    + " 'password': 'a long enough one'}",
                            inviteLink())
                    .send();
            return world.mailedSecret();
        }

        /** From here on on another server, where nobody is yet. */
        String setUpLink() {
            empty = TestServer.start(HttpSettings.on("127.0.0.1", 0).withTrustedProxies(List.of("127.0.0.1")));
            return get(StartInstance.class)
                    .handle(OPERATOR, null)
                    .setUpLink()
                    .orElseThrow()
                    .reveal();
        }

        private static String secretIn(@Nullable String url) {
            String link = String.valueOf(url);
            return link.substring(link.indexOf('#') + 1);
        }

        @Override
        public void close() {
            world.close();
            if (empty != null) {
                empty.close();
            }
        }
    }

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    static Stream<Way> ways() throws IOException {
        return Files.readString(Path.of("../docs/operations.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("| what is guessed"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Way::read);
    }

    private Answer guess(Way way, String from, String account, String secret) {
        return guesser(way)
                .ask()
                .with(scene, account, secret)
                .header("X-Forwarded-For", from)
                .send();
    }

    private static Guesser guesser(Way way) {
        Guesser guesser = GUESSERS.get(way.name());
        assertThat(guesser).as("how to guess: " + way).isNotNull();
        return guesser;
    }

    @Test
    void everyGuessAndEveryOpenRouteHasARowAndEveryRowIsTried() throws IOException {
        List<Way> ways = ways().toList();
        Set<String> open = OpenApiOperations.all().entrySet().stream()
                .filter(operation -> operation.getKey().startsWith("POST "))
                .filter(operation -> operation.getValue().path("security").isArray()
                        && operation.getValue().path("security").isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        // Confirmations count mails, not guesses: SignUpTest.fewMailsGoToOneMailboxForOneStranger.
        assertThat(ways).extracting(Way::guess).containsAll(EnumSet.complementOf(EnumSet.of(Guess.CONFIRMATION)));
        assertThat(ways).extracting(Way::route).containsAll(open);
        assertThat(ways).extracting(Way::name).containsExactlyInAnyOrderElementsOf(GUESSERS.keySet());
        assertThat(open).hasSizeGreaterThan(7);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theTableSaysHowManyFailuresAreFree(Way way) {
        assertThat(way.address()).isEqualTo(way.guess().ofAddress().free());
        if (way.account() != null) {
            assertThat(way.account()).isEqualTo(way.guess().ofAccount().free());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anAddressIsHeldUpAfterThatMany(Way way) {
        String right = guesser(way).secret().apply(scene);

        List<Integer> told = new ArrayList<>();
        for (int guess = 0; guess <= way.address(); guess++) {
            told.add(guess(way, THERE, oneOfMany(way, guess), "no-" + guess).status());
        }

        assertThat(told.subList(0, way.address())).doesNotContain(429);
        assertThat(told.get(way.address())).isEqualTo(429);
        assertThat(guess(way, ELSEWHERE, oneOfMany(way, -1), "one-more").status())
                .isEqualTo(told.get(0));
        Answer good = guess(way, THERE, REAL, right);
        if (way.getsIn()) {
            assertThat(good.status()).isBetween(200, 299);
        } else {
            assertThat(good.status()).isEqualTo(429);
            assertThat(good.header("Retry-After")).isNotEmpty();
        }
    }

    /** Another account each time, so that only the address counts; for one's own password, one whose token is known. */
    private static String oneOfMany(Way way, int guess) {
        List<String> people = List.of("noa", "zoe", "vic", "amy");
        if (way.guess() == Guess.CHANGE_PASSWORD) {
            return guess < 0 ? "max" : people.get(guess % people.size());
        }
        return NOBODY + guess;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anAccountIsHeldUpAfterThatManyFromWhereverTheyCome(Way way) {
        assumeThat(way.account()).as("it names an account").isNotNull();
        int free = Objects.requireNonNull(way.account());

        List<Integer> told = new ArrayList<>();
        for (int guess = 0; guess <= free; guess++) {
            told.add(guess(way, "198.51.100." + guess, REAL, "no-" + guess).status());
        }

        assertThat(told.subList(0, free)).doesNotContain(429);
        assertThat(told.get(free)).isEqualTo(429);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void noAnswerTellsWhetherTheAccountExists(Way way) {
        assumeThat(way.account()).as("it names an account").isNotNull();
        int free = Objects.requireNonNull(way.account());
        assumeThat(way.guess()).as("it can name any account").isNotEqualTo(Guess.CHANGE_PASSWORD);

        assertThat(answers(way, REAL, free)).isEqualTo(answers(way, NOBODY, free));
        assertThat(answers(way, "noa@example.org", free)).isEqualTo(answers(way, "nobody@example.org", free));
    }

    private List<String> answers(Way way, String account, int free) {
        List<String> answers = new ArrayList<>();
        for (int guess = 0; guess <= free; guess++) {
            Answer answer = guess(way, account.contains("@") ? ELSEWHERE : THERE, account, "no-" + guess);
            answers.add(answer.status() + " " + answer.header("Retry-After") + " " + answer.text());
        }
        return answers;
    }
}
