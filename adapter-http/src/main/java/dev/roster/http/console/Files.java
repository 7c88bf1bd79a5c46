package dev.roster.http.console;

import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemException;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Style sheet, scripts and icons. Their address holds a digest of what is in them, so that browsers keep them for a year and
 * have the new ones at once all the same.
 */
@Singleton
final class Files implements ConsolePages {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> TYPES = Map.of(
            "console.css",
            "text/css; charset=utf-8",
            "console.js",
            SCRIPT,
            "htmx.min.js",
            SCRIPT,
            "icons.svg",
            "image/svg+xml");
    private static final int DIGITS = 12;

    @SuppressWarnings("ArrayRecordComponent") // the bytes go out as they are, nobody compares them
    private record Kept(byte[] content, String version) {}

    private final Map<String, Kept> kept =
            TYPES.keySet().stream().collect(Collectors.toUnmodifiableMap(name -> name, Files::read));

    @Inject
    Files() {}

    @Override
    public void register(Routes routes) {
        routes.get("/console/{file}", this::answer).open().producing(MediaTypes.ANY);
    }

    /** Where each is, by name. */
    Map<String, String> addresses(String site) {
        return kept.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        file -> site + "/console/" + file.getKey() + "?v="
                                + file.getValue().version()));
    }

    private void answer(Call call) {
        String name = call.context().pathParam("file");
        Kept file = kept.get(name);
        if (file == null) {
            throw ProblemException.of(Problem.Kind.NOT_FOUND, "there is nothing at this path");
        }
        boolean isThis = file.version().equals(call.query().textOrEmpty("v"));
        call.context().header("Cache-Control", isThis ? "public, max-age=31536000, immutable" : "max-age=300");
        call.context().status(200).contentType(TYPES.get(name)).result(file.content());
    }

    private static Kept read(String name) {
        try (InputStream file = Files.class.getResourceAsStream("file/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            byte[] content = file.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Kept(content, HexFormat.of().formatHex(digest).substring(0, DIGITS));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
