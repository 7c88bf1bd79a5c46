package dev.roster.bench.peers;

import dev.roster.bench.http.KeepAliveClient;
import dev.roster.bench.http.KeepAliveClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How a server is asked each call. */
interface Wire {
    /** The requests of one call. */
    interface Script {
        List<Answer> once(KeepAliveClient client) throws IOException;
    }

    /** @param client to find out beforehand what the requests need to know */
    Script script(Call call, KeepAliveClient client) throws IOException;

    /** What a list says before each username. */
    String beforeUsername();

    /** All requests, one after the other. */
    static Script pages(List<byte[]> requests) {
        return client -> {
            List<Answer> answers = new ArrayList<>();
            for (byte[] request : requests) {
                answers.add(client.send(request, 200));
            }
            return answers;
        };
    }

    /** One request, the same each time. */
    static Script always(byte[] request, int due) {
        return client -> List.of(client.send(request, due));
    }
}
