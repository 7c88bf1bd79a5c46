package dev.roster.http;

import dev.roster.http.web.Manners;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemJson;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

/** What no route takes, as every path takes every method that HTTP knows: a method that HTTP does not know. */
final class Unrouted {
    private static final String KNOWN = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";

    private Unrouted() {}

    static void answer(HttpResponseException refusal, Context context) {
        AnswerHeaders.set(RequestIds.of(context.req().getHeader(RequestIds.HEADER)), context.res()::setHeader);
        Problem problem = Problem.methodNotAllowed(context.req().getMethod(), KNOWN);
        Manners.STRICT.setHeaders(context, problem);
        ProblemJson.answer(context, problem);
    }
}
