package dev.roster.http;

import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemException;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The description of the native API, and a page to try it. Everything comes from the jar; nothing from elsewhere. */
final class Documentation {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of(
            "start.js", "text/javascript; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "swagger-ui.css", "text/css; charset=utf-8");

    @Inject
    Documentation() {}

    void register(Routes routes) {
        routes.get("/openapi.json", this::description).open();
        routes.get("/docs", this::page).open().producing(MediaTypes.HTML);
        routes.get("/docs/{file}", this::file).open().producing(MediaTypes.ANY);
    }

    private void description(Call call) {
        answer(call, MediaTypes.JSON, "openapi.json");
    }

    private void page(Call call) {
        call.context().header("Content-Security-Policy", POLICY);
        answer(call, MediaTypes.HTML, "docs/index.html");
    }

    private void file(Call call) {
        String name = call.context().pathParam("file");
        String type = FILES.get(name);
        if (type == null) {
            throw ProblemException.of(Problem.Kind.NOT_FOUND, "there is nothing at this path");
        }
        call.context().header("Cache-Control", "max-age=3600");
        answer(call, type, "docs/" + name);
    }

    private static void answer(Call call, String type, String resource) {
        call.context().status(200).contentType(type).result(read(resource));
    }

    private static byte[] read(String resource) {
        try (InputStream file = Documentation.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
