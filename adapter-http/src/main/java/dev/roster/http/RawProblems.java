package dev.roster.http;

import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.ProblemJson;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is refused before a route is found, as a malformed request line or headers that are too long. */
final class RawProblems extends ErrorHandler {
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
        ProblemJson problem = new ProblemJson(
                "urn:roster:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-'),
                title,
                status,
                isAboutTheRequest(status)
                        ? "the request is not one that HTTP allows here"
                        : "something went wrong here",
                null,
                null,
                null,
                null);
        return problem.write();
    }

    private static boolean isAboutTheRequest(int status) {
        return status < 500 || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505;
    }
}
