package dev.roster.http;

import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.ProblemJsonBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is refused before a route is found, as a malformed request line or headers that are too long. */
final class RawProblems extends ErrorHandler {
    private static final String BAD_REQUEST = "bad-request";
    private static final String INTERNAL = "internal";

    /** The statuses that say more than that the request is wrong, or that we are. */
    private static final Map<Integer, String> KINDS = Map.of(
            408, "timeout",
            414, "uri-too-long",
            417, "expectation-failed",
            426, "upgrade-required",
            431, "request-header-fields-too-large",
            503, "unavailable",
            505, "http-version-not-supported");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        AnswerHeaders.set(RequestIds.of(request.getHeaders().get(RequestIds.HEADER)), response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaTypes.PROBLEM);
        // Where one request ends is not known for sure, so none can follow it.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Content.Sink.write(response, true, new String(body(response.getStatus()), StandardCharsets.UTF_8), callback);
        return true;
    }

    /** Says nothing of what Jetty found: its reasons may repeat the request. */
    private static byte[] body(int status) {
        String title = HttpStatus.getMessage(status);
        return ProblemJsonBuilder.builder()
                .type("urn:roster:problem:" + kind(status))
                .title(title)
                .status(status)
                .detail(
                        isAboutTheRequest(status)
                                ? "the request is not one that HTTP allows here"
                                : "something went wrong here")
                .build()
                .write();
    }

    private static boolean isAboutTheRequest(int status) {
        return status < 500 || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505;
    }

    static String kind(int status) {
        return KINDS.getOrDefault(status, status < 500 ? BAD_REQUEST : INTERNAL);
    }
}
