package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.bootstrap.process.Api;
import dev.roster.bootstrap.process.RosterProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged jar on a store of its own, started once for a class of tests. */
final class Site implements AutoCloseable {
    /** Of everyone who has one. */
    static final String PASSWORD = "correct-horse-battery";

    /** The first owner. */
    static final String OWNER = "olga";

    private static final String TOKEN = "owner-token-0001";
    private static final long LOOK_AGAIN_NANOS = 100_000_000;

    private final Path directory;
    private final Map<String, String> environment;

    @Nullable
    private final StrippingProxy proxy;

    private final RosterProcess server;

    private Site(Map<String, String> settings, @Nullable StrippingProxy proxy, String... more) throws Exception {
        this.directory = Files.createTempDirectory("roster-site");
        this.proxy = proxy;
        this.environment = new LinkedHashMap<>(settings);
        environment.put("ROSTER_DATA_DIR", directory.resolve("data").toString());
        if (proxy != null) {
            environment.put("ROSTER_PUBLIC_URL", proxy.url());
        }
        this.server = RosterProcess.server(environment, more);
        if (proxy != null) {
            proxy.pointAt(server.url());
        }
    }

    /** One where nobody is yet. */
    static Site empty() throws Exception {
        return new Site(Map.of(), null);
    }

    /** One that has an owner. */
    static Site owned() throws Exception {
        return owned(Map.of());
    }

    static Site owned(Map<String, String> settings) throws Exception {
        return new Site(settings, null, ownerOptions());
    }

    /** One that has an owner, and that people reach below a path. */
    static Site below(String prefix) throws Exception {
        return new Site(Map.of(), new StrippingProxy(prefix), ownerOptions());
    }

    private static String[] ownerOptions() {
        return new String[] {"--username", OWNER, "--user-token", TOKEN, "--password", PASSWORD};
    }

    /** What is in front of all its paths, without a slash at the end. */
    String url() {
        return proxy == null ? server.url().toString() : proxy.url();
    }

    /** The owner's way to ask the server itself, not the proxy. */
    Api owner() {
        return new Api(server.url(), TOKEN);
    }

    /** What the server said at its start. */
    String greeting() {
        return server.out();
    }

    /** Runs a command beside the server and returns what it printed. */
    String run(String... command) throws Exception {
        RosterProcess.Ended ended = RosterProcess.command(environment, command);
        assertThat(ended.exitCode()).as("%s%n%s", ended.out(), ended.err()).isZero();
        return ended.out();
    }

    /** Asks the API for something that must succeed. */
    JsonNode make(String path, String json) throws Exception {
        Api.Answer answer = owner().post(path, json);
        assertThat(answer.status()).as("%s %s: %s", path, json, answer.body()).isBetween(200, 299);
        return answer.body();
    }

    /** Somebody who can log in. */
    JsonNode person(String username, String role) throws Exception {
        return make("/v1/users", """
                {"username": "%s", "email": "%s@lab.example", "role": "%s", "password": "%s"}""".formatted(username, username, role, PASSWORD));
    }

    /** A link with a secret, as it was printed or mailed. */
    static String linkIn(String text) {
        Matcher link = Pattern.compile("https?://\\S+#\\S+").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }

    /** What is behind the {@code #} of a link: links name another port where the server took a free one. */
    static String secretIn(String text) {
        String link = linkIn(text);
        return link.substring(link.indexOf('#') + 1);
    }

    /** The newest mail to an address; the server writes it to a file within seconds. */
    String mailTo(String address, String about) throws IOException {
        Instant patience = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(patience)) {
            for (String mail : mails()) {
                if (mail.contains("To: " + address) && mail.contains(about)) {
                    return mail;
                }
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        throw new AssertionError("no mail to " + address + " with `" + about + "` in it");
    }

    private List<String> mails() throws IOException {
        Path outbox = directory.resolve("data").resolve("outbox");
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        List<String> mails = new ArrayList<>();
        try (Stream<Path> files = Files.list(outbox)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".eml")).toList()) {
                mails.add(Files.readString(file));
            }
        }
        return mails;
    }

    URI uri(String path) {
        return URI.create(url() + path);
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (proxy != null) {
            proxy.close();
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
