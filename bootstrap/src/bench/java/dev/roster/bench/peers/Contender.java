package dev.roster.bench.peers;

import dev.roster.bench.Load;
import dev.roster.bench.Load.Timing;
import dev.roster.bench.Load.Work;
import dev.roster.bench.http.KeepAliveClient;
import dev.roster.bench.http.KeepAliveClient.Answer;
import dev.roster.bench.http.ServerProcess;
import dev.roster.bench.peers.Wire.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server and what was measured of it. */
final class Contender implements AutoCloseable {
    private static final Duration MOST_TO_ANSWER = Duration.ofMinutes(2);
    private static final Duration TO_SETTLE = Duration.ofSeconds(2);
    private static final double MEBIBYTE = 1 << 20;

    private final Server server;
    private final List<Double> starts = new ArrayList<>();
    private final Map<Call, Timing> timings = new EnumMap<>(Call.class);
    private @Nullable ServerProcess running;
    private double ready;
    private double loaded;
    private int people;

    Contender(Server server) {
        this.server = server;
    }

    String name() {
        return server.name();
    }

    void prepare() throws Exception {
        server.prepare();
    }

    void startAgain() throws Exception {
        stop();
        ServerProcess started = server.start();
        running = started;
        starts.add(started.startedWithin().toNanos() / 1e6);
    }

    void noteReady() throws Exception {
        ready = settled();
    }

    void noteLoaded() throws Exception {
        loaded = settled();
    }

    private double settled() throws Exception {
        Thread.sleep(TO_SETTLE.toMillis());
        return running().residentBytes().orElse(0) / MEBIBYTE;
    }

    private ServerProcess running() {
        ServerProcess now = running;
        if (now == null) {
            throw new IllegalStateException(name() + " does not run");
        }
        return now;
    }

    /** Until there are so many people. */
    void fillUp(int wanted) throws Exception {
        if (people < wanted) {
            server.load(running(), people, wanted);
            people = wanted;
        }
    }

    /** Asks for a while without counting, after a list was seen to have all people. */
    Script warmUp(Call call, Duration duration) throws Exception {
        Wire wire = server.wire(running());
        try (KeepAliveClient client = connected()) {
            Script script = wire.script(call, client);
            List<Answer> answers = script.once(client);
            if (call.isList()) {
                check(answers, wire.beforeUsername() + "person-", call.people());
            }
            drive(call, script, duration);
            return script;
        }
    }

    /** The owner may be among those on a page. */
    private void check(List<Answer> answers, String due, int wanted) throws IOException {
        long found = answers.stream()
                .mapToLong(answer -> answer.body().split(due, -1).length - 1)
                .sum();
        if (found != wanted && found != wanted - 1) {
            throw new IOException(name() + " lists " + found + " people instead of " + wanted);
        }
    }

    void work(Call call, Script script, Duration duration) throws Exception {
        timings.merge(call, drive(call, script, duration), Timing::plus);
    }

    /** With new connections, as servers close those that were not used while another was measured. */
    private Timing drive(Call call, Script script, Duration duration) throws Exception {
        List<KeepAliveClient> clients = new ArrayList<>();
        try {
            List<Work> works = new ArrayList<>();
            for (int number = 0; number < call.connections(); number++) {
                KeepAliveClient client = connected();
                clients.add(client);
                works.add(() -> script.once(client));
            }
            return Load.drive(works, duration);
        } finally {
            for (KeepAliveClient client : clients) {
                client.close();
            }
        }
    }

    private KeepAliveClient connected() throws IOException {
        return new KeepAliveClient(running().port(), MOST_TO_ANSWER);
    }

    Timing timing(Call call) {
        return timings.getOrDefault(call, Timing.none());
    }

    /** In milliseconds to the first answer. */
    double medianStart() {
        return starts.stream().sorted().toList().get(starts.size() / 2);
    }

    /** In MiB. */
    double ready() {
        return ready;
    }

    /** In MiB. */
    double loaded() {
        return loaded;
    }

    private void stop() throws IOException {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        server.close();
    }
}
