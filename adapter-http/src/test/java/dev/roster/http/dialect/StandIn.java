package dev.roster.http.dialect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.roster.application.port.ForeignPlatform.Address;
import dev.roster.domain.credential.SecretText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server of another platform as a test has it: it answers as it was told, path by path, and remembers what it was asked. */
public final class StandIn implements AutoCloseable {
    /** What it may be told to do with a request. */
    @FunctionalInterface
    public interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Deque<Answering>> answers = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();

    public StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Each request for that path and query takes one of the answers; the last goes on. */
    public StandIn on(String path, Answering... answering) {
        synchronized (answers) {
            answers.put(path, new ArrayDeque<>(List.of(answering)));
        }
        return this;
    }

    /** @param json with single quotes */
    public StandIn json(String path, String json) {
        return on(path, json(200, json));
    }

    /** @param json with single quotes */
    public static Answering json(int status, String json, String... headers) {
        return exchange -> {
            for (int at = 0; at < headers.length; at += 2) {
                exchange.getResponseHeaders().add(headers[at], headers[at + 1]);
            }
            byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Address address(String key) {
        return new Address(url(), new SecretText(key));
    }

    /** Method, path and query of all that was asked. */
    public List<String> asked() {
        return Collections.unmodifiableList(asked);
    }

    /** What stood in {@code Authorization}, request by request. */
    public List<String> credentials() {
        return Collections.unmodifiableList(credentials);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path);
        credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        exchange.getRequestBody().readAllBytes();
        try (exchange) {
            next(path).to(exchange);
        }
    }

    private Answering next(String path) {
        synchronized (answers) {
            Deque<Answering> those = answers.getOrDefault(path, new ArrayDeque<>(List.of(json(404, "{}"))));
            return those.size() > 1 ? those.removeFirst() : those.getFirst();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
