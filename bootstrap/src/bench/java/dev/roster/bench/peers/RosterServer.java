package dev.roster.bench.peers;

import dev.roster.bench.http.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The packaged jar on SQLite, asked through its own API or through a dialect. */
final class RosterServer implements Server {
    private static final String TOKEN = "a-token-for-the-benchmark-alone";
    private static final Map<String, String> FIRST_OWNER =
            Map.of("ROSTER_USERNAME", People.OWNER, "ROSTER_PASSWORD", People.PASSWORD, "ROSTER_API_KEY", TOKEN);

    private final Path data;
    private final Wire wire;

    private RosterServer(Path data, Wire wire) {
        this.data = data;
        this.wire = wire;
    }

    static RosterServer asArgilla(Path data) {
        return new RosterServer(data, new ArgillaWire("/argilla", TOKEN, new People()));
    }

    static RosterServer asLabelStudio(Path data) {
        return new RosterServer(data, new LabelStudioWire("/label-studio", TOKEN, People.OWNER, new People()));
    }

    static RosterServer itself(Path data) {
        return new RosterServer(data, new NativeWire(TOKEN, new People()));
    }

    @Override
    public String name() {
        return "Roster";
    }

    @Override
    public void prepare() throws Exception {
        start().close();
    }

    @Override
    public ServerProcess start() throws Exception {
        return ServerProcess.roster(data, FIRST_OWNER);
    }

    @Override
    public void load(ServerProcess running, int first, int end) throws Exception {
        Path people = Files.writeString(data.resolve("people.csv"), People.csv(first, end));
        ServerProcess.command(data, "import", people.toString());
    }

    @Override
    public Wire wire(ServerProcess running) {
        return wire;
    }
}
