package dev.roster.bench.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * Answers one path with fixed bytes, on Javalin set up as Roster sets it up. Prints its port, and ends when its standard
 * input does.
 */
public final class BareServer {
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private BareServer() {}

    /** @param args the path, the file with the body, then names and values of headers */
    public static void main(String[] args) throws IOException {
        byte[] body = Files.readAllBytes(Path.of(args[1]));
        Map<String, String> headers = new LinkedHashMap<>();
        for (int at = 2; at < args.length; at += 2) {
            headers.put(args[at], args[at + 1]);
        }
        Javalin server = Javalin.create(config -> {
            configure(config);
            config.routes.get(args[0], context -> {
                headers.forEach(context::header);
                context.result(body);
            });
        });
        server.start("127.0.0.1", 0);
        System.out.println(server.port());
        System.in.transferTo(System.err);
        server.stop();
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServer(server -> server.setHandler(new GracefulHandler()));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }
}
