package dev.roster.http;

import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemException;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Site;
import dev.roster.http.web.Template;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The description of the native API with a page to try it, and the style of the plain pages of dialects. Everything comes from
 * the jar; nothing from elsewhere.
 */
final class Pages {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Template DOCS = Template.of(Pages.class, "docs/index.html");

    /** How the document says that the API is where the document is. */
    private static final String SERVERS = "\"servers\": [{\"url\": \"/\"}]";

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private static final Map<String, String> FILES = Map.of(
            "docs/start.js", SCRIPT,
            "docs/swagger-ui-bundle.js", SCRIPT,
            "docs/swagger-ui.css", STYLE,
            "pages/pages.css", STYLE);

    @Inject
    Pages() {}

    void register(Routes routes) {
        routes.get("/openapi.json", Pages::document).open();
        routes.get("/docs", Pages::docs).open().producing(MediaTypes.HTML);
        files(routes, "docs");
        files(routes, "pages");
    }

    /** The document, which says where the API is. */
    private static void document(Call call) {
        String site = Site.pathOf(call.context());
        String document = new String(read("openapi.json"), StandardCharsets.UTF_8);
        call.context()
                .status(200)
                .contentType(MediaTypes.JSON)
                .result(document.replace(SERVERS, SERVERS.replace("/", site + "/")));
    }

    private static void docs(Call call) {
        call.context().header("Content-Security-Policy", POLICY);
        call.context()
                .status(200)
                .contentType(MediaTypes.HTML)
                .result(DOCS.fill(Map.of("site", Site.pathOf(call.context()))));
    }

    private static void files(Routes routes, String folder) {
        routes.get("/" + folder + "/{file}", call -> file(call, folder)).open().producing(MediaTypes.ANY);
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
