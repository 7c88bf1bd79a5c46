package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes one thing after another to a server that dies meanwhile, and knows what must be there afterwards: all that was
 * answered, and of the one that was not, all or nothing. Its users are its own, so nobody else changes them.
 */
final class KilledClient {
    static final String FIRST_PLACE = "first-place";
    private static final String SECOND_PLACE = "second-place";

    /** How a user is to be found. */
    private record Known(String id, String token, String firstName, Set<String> places, int keys, boolean deleted) {
        Known named(String name) {
            return new Known(id, token, name, places, keys, deleted);
        }

        Known in(Set<String> others) {
            return new Known(id, token, firstName, Set.copyOf(others), keys, deleted);
        }

        Known withAKeyMore() {
            return new Known(id, token, firstName, places, keys + 1, deleted);
        }

        Known gone() {
            return new Known(id, token, firstName, Set.of(), 0, true);
        }
    }

    private final String prefix;
    private final Random random;
    private final Map<String, Known> users = new LinkedHashMap<>();
    /** Those that were written to since the server started; the others cannot have changed. */
    private final Set<String> touched = new HashSet<>();

    private final Map<String, String> placeIds = new LinkedHashMap<>();
    private int next;
    private int answered;
    private int busy;
    private long made;

    /** The user whose write was not answered, and how they would be if it was done; null for one that is created. */
    private @Nullable String cutOff;

    private @Nullable Known wouldBe;

    KilledClient(int number, long seed) {
        this.prefix = "client-" + number + "-";
        this.random = new Random(seed);
    }

    /** Creates the second workspace on the first run, and finds out what the two are called. */
    void prepare(Api olga) throws IOException, InterruptedException {
        while (isBusy(olga.post("/v1/workspaces", "{\"name\":\"" + SECOND_PLACE + "\"}"))) {
            // Each try waits for the store as long as the server lets it.
        }
        for (JsonNode place : olga.get("/v1/workspaces").body().path("items")) {
            placeIds.put(place.path("name").asText(), place.path("id").asText());
        }
        assertThat(placeIds).containsKeys(FIRST_PLACE, SECOND_PLACE);
    }

    /** Returns when the server does not answer any more. */
    boolean writeUntilKilled(Api olga) throws InterruptedException {
        try {
            while (true) {
                writeOne(olga);
                cutOff = null;
                wouldBe = null;
            }
        } catch (IOException killed) {
            return true;
        }
    }

    private void writeOne(Api olga) throws IOException, InterruptedException {
        Map.Entry<String, Known> user = some();
        if (user == null || random.nextInt(3) == 0) {
            create(olga);
            return;
        }
        Known before = user.getValue();
        String path = "/v1/users/" + before.id();
        switch (random.nextInt(4)) {
            case 0 -> {
                String name = "Name " + random.nextInt(1_000_000);
                begin(user.getKey(), before.named(name));
                done(olga.patch(path, "{\"first_name\":\"" + name + "\"}"), 200);
            }
            case 1 -> {
                begin(user.getKey(), before.gone());
                done(olga.delete(path), 204);
            }
            case 2 -> leaveOrJoin(olga, user.getKey(), before);
            default -> {
                begin(user.getKey(), before.withAKeyMore());
                done(olga.as(before.token()).post("/v1/me/keys", "{\"name\":\"key " + before.keys() + "\"}"), 201);
            }
        }
    }

    private void create(Api olga) throws IOException, InterruptedException {
        String username = prefix + next++;
        cutOff = username;
        Api.Answer answer = olga.post(
                "/v1/users",
                "{\"username\":\"%s\",\"role\":\"admin\",\"user_token\":\"%s\",\"workspaces\":[\"%s\",\"%s\"]}"
                        .formatted(username, token(username), placeIds.get(FIRST_PLACE), placeIds.get(SECOND_PLACE)));
        if (isDone(answer, 201)) {
            users.put(username, created(answer.text("id"), username));
            touched.add(username);
            made++;
        }
    }

    private static Known created(String id, String username) {
        return new Known(id, token(username), username, Set.of(FIRST_PLACE, SECOND_PLACE), 0, false);
    }

    private static String token(String username) {
        return username + "-has-a-token-that-is-long-enough";
    }

    private void leaveOrJoin(Api olga, String username, Known before) throws IOException, InterruptedException {
        Set<String> after = new HashSet<>(before.places());
        String members = "/v1/workspaces/" + placeIds.get(SECOND_PLACE) + "/members";
        if (after.remove(SECOND_PLACE)) {
            begin(username, before.in(after));
            done(olga.delete(members + "/" + before.id()), 204);
        } else {
            after.add(SECOND_PLACE);
            begin(username, before.in(after));
            done(olga.post(members, "{\"user_id\":\"" + before.id() + "\"}"), 201);
        }
    }

    private Map.@Nullable Entry<String, Known> some() {
        var present = users.entrySet().stream()
                .filter(user -> !user.getValue().deleted())
                .toList();
        return present.isEmpty() ? null : present.get(random.nextInt(present.size()));
    }

    private void begin(String username, Known after) {
        cutOff = username;
        wouldBe = after;
        touched.add(username);
    }

    private void done(Api.Answer answer, int expected) {
        if (isDone(answer, expected) && cutOff != null && wouldBe != null) {
            users.put(cutOff, wouldBe);
        }
    }

    /** A store that is busy, on a machine that is, refuses a write: then nothing of it may be there. */
    private boolean isDone(Api.Answer answer, int expected) {
        if (isBusy(answer)) {
            busy++;
            return false;
        }
        assertThat(answer.status()).as("%s", answer).isEqualTo(expected);
        answered++;
        return true;
    }

    private static boolean isBusy(Api.Answer answer) {
        return answer.status() == 503 && answer.text("type").equals("urn:roster:problem:busy");
    }

    /** How many writes were answered since this was asked last. */
    int takeAnswered() {
        int count = answered;
        answered = 0;
        return count;
    }

    /** How many writes were refused as the store was busy, since this was asked last. */
    int takeBusy() {
        int count = busy;
        busy = 0;
        return count;
    }

    boolean isCutOff() {
        return cutOff != null;
    }

    /** How many users it has created. */
    long made() {
        return made;
    }

    /** Compares what is there with what was answered. Returns whether the write that was cut off was done. */
    boolean assertKept(Api olga) throws IOException, InterruptedException {
        boolean done = settleCutOff(olga);
        for (String username : touched) {
            Known known = known(username);
            assertThat(found(olga, known)).as(username).isEqualTo(known);
        }
        touched.clear();
        return done;
    }

    private Known known(String username) {
        return Objects.requireNonNull(users.get(username), username);
    }

    private boolean settleCutOff(Api olga) throws IOException, InterruptedException {
        String username = cutOff;
        Known after = wouldBe;
        cutOff = null;
        wouldBe = null;
        if (username == null) {
            return false;
        }
        return after == null ? wasCreated(olga, username) : wasChanged(olga, username, after);
    }

    private boolean wasChanged(Api olga, String username, Known after) throws IOException, InterruptedException {
        Known before = known(username);
        Known found = found(olga, before);
        assertThat(found).as(username).isIn(before, after);
        users.put(username, found);
        return found.equals(after);
    }

    private boolean wasCreated(Api olga, String username) throws IOException, InterruptedException {
        JsonNode items = olga.get("/v1/users?search=" + username).body().path("items");
        for (JsonNode item : items) {
            if (item.path("username").asText().equals(username)) {
                users.put(username, created(item.path("id").asText(), username));
                touched.add(username);
                made++;
                return true;
            }
        }
        return false;
    }

    private static Known found(Api olga, Known known) throws IOException, InterruptedException {
        Api own = olga.as(known.token());
        if (olga.get("/v1/users/" + known.id()).status() == 404) {
            // 429 where many were deleted at once: a right token is let in all the same, so this one is none.
            assertThat(own.get("/v1/me").status()).isIn(401, 429);
            return known.gone();
        }
        Set<String> places = new TreeSet<>();
        read(own, "/v1/me/workspaces")
                .path("items")
                .forEach(place -> places.add(place.at("/workspace/name").asText()));
        int keys = read(own, "/v1/me/keys").path("items").size();
        String firstName = read(own, "/v1/me").path("first_name").asText();
        return new Known(known.id(), known.token(), firstName, Set.copyOf(places), keys, false);
    }

    private static JsonNode read(Api api, String path) throws IOException, InterruptedException {
        Api.Answer answer = api.get(path);
        assertThat(answer.status()).as("%s %s", path, answer).isEqualTo(200);
        return answer.body();
    }
}
