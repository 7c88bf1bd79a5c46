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

/**
 * What browsers are shown: the description of the native API with a page to try it, and the page that makes the first
 * owner. Everything comes from the jar; nothing from elsewhere.
 */
final class Pages {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final Map<String, String> FILES = Map.of(
            "docs/start.js", SCRIPT,
            "docs/swagger-ui-bundle.js", SCRIPT,
            "docs/swagger-ui.css", STYLE,
            "set-up/set-up.js", SCRIPT,
            "set-up/set-up.css", STYLE);

    @Inject
    Pages() {}

    void register(Routes routes) {
        routes.get("/openapi.json", call -> answer(call, MediaTypes.JSON, "openapi.json"))
                .open();
        register(routes, "docs");
        register(routes, "set-up");
    }

    private static void register(Routes routes, String folder) {
        routes.get("/" + folder, call -> page(call, folder)).open().producing(MediaTypes.HTML);
        routes.get("/" + folder + "/{file}", call -> file(call, folder)).open().producing(MediaTypes.ANY);
    }

    private static void page(Call call, String folder) {
        call.context().header("Content-Security-Policy", POLICY);
        answer(call, MediaTypes.HTML, folder + "/index.html");
    }

    private static void file(Call call, String folder) {
        String name = folder + "/" + call.context().pathParam("file");
        String type = FILES.get(name);
        if (type == null) {
            throw ProblemException.of(Problem.Kind.NOT_FOUND, "there is nothing at this path");
        }
        call.context().header("Cache-Control", "max-age=3600");
        answer(call, type, name);
    }

    private static void answer(Call call, String type, String resource) {
        call.context().status(200).contentType(type).result(read(resource));
    }

    private static byte[] read(String resource) {
        try (InputStream file = Pages.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
