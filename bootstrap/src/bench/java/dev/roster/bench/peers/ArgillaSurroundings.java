package dev.roster.bench.peers;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A search engine and a Redis that can do nothing but say that they are there: Argilla's server asks both at its start, and neither
 * when it is about users.
 */
final class ArgillaSurroundings implements AutoCloseable {
    private final HttpServer search;
    private final ServerSocket redis;

    ArgillaSurroundings() throws IOException {
        this.search = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        search.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        search.start();
        this.redis = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    String search() {
        return "http://127.0.0.1:" + search.getAddress().getPort();
    }

    /** With the older protocol, which needs no handshake. */
    String redis() {
        return "redis://127.0.0.1:" + redis.getLocalPort() + "/0?protocol=2";
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void daemon(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException closed) {
                // The other side ended, or the run.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (!redis.isClosed()) {
            Socket socket = redis.accept();
            daemon(() -> answer(socket));
        }
    }

    /** A command is an array of strings, each behind a line with its length. */
    private static void answer(Socket socket) throws IOException {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = socket.getOutputStream()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = "";
                for (int words = Integer.parseInt(line.substring(1)); words > 0; words--) {
                    in.readLine();
                    String word = in.readLine();
                    command = command.isEmpty() && word != null ? word : command;
                }
                String answer = command.toUpperCase(Locale.ROOT).equals("PING") ? "+PONG\r\n" : "+OK\r\n";
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @Override
    public void close() throws IOException {
        search.stop(0);
        redis.close();
    }
}
