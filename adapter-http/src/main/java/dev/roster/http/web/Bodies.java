package dev.roster.http.web;

import dev.roster.http.patience.IncomingBody;
import dev.roster.http.patience.LateBodyException;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;

/** The bodies of requests, as bytes and within a size limit. */
public final class Bodies {
    /** The longest body that is read. */
    public static final int MOST = 1 << 20;

    /** How much more than the limit is taken off the line before it is refused. */
    private static final int SPARED = 1 << 20;

    private Bodies() {}

    /** @throws ProblemException 415 for another media type or charset, 413 for too much, 408 for one that comes too slowly, 503 where too many
     *     are waited for, 400 for a body that breaks off */
    static byte[] json(Context context) {
        ContentType type = ContentType.of(context);
        if (!type.isJson()) {
            throw unsupported("the body must be `application/json` in UTF-8");
        }
        if (!type.isUtf8()) {
            throw unsupported("the body must be in UTF-8, not in `" + Quoted.clip(type.charset()) + "`");
        }
        return read(context);
    }

    /** The bytes of the body, whatever their type. */
    public static byte[] read(Context context) {
        return read(context, MOST);
    }

    /** The same with a limit of its own. */
    public static byte[] read(Context context, int most) {
        HttpServletRequest request = context.req();
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported("the body must not be compressed");
        }
        if (request.getContentLengthLong() > (long) most + SPARED) {
            throw tooLarge(context, most);
        }
        return read(context, most, request);
    }

    private static byte[] read(Context context, int most, HttpServletRequest request) {
        try {
            IncomingBody incoming = IncomingBody.of(request);
            byte[] body = incoming.read(most + 1);
            if (body.length > most) {
                incoming.read(SPARED);
                throw tooLarge(context, most);
            }
            return body;
        } catch (LateBodyException late) {
            throw late(context, late);
        } catch (IOException broken) {
            throw ProblemException.of(Problem.Kind.INVALID, "the body breaks off");
        } catch (RuntimeException broken) {
            if (broken instanceof HttpException) {
                throw ProblemException.of(Problem.Kind.INVALID, "the body is not valid HTTP");
            }
            throw broken;
        }
    }

    /** What is still to come of the body would be taken for another request. */
    private static ProblemException late(Context context, LateBodyException late) {
        context.header("Connection", "close");
        return late.isOutdone()
                ? ProblemException.of(
                        Problem.Kind.BUSY, "too many requests are waiting for the rest of their body; try again")
                : ProblemException.of(Problem.Kind.TIMEOUT, "the body arrives too slowly");
    }

    private static ProblemException unsupported(String detail) {
        return ProblemException.of(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    /**
     * What a body is longer than the limit by a little is read and dropped, so that a client that is still sending gets to
     * see the answer (RFC 9112 §9.6). The rest of a longer one is not, so the connection cannot serve another request.
     */
    private static ProblemException tooLarge(Context context, int most) {
        context.header("Connection", "close");
        return ProblemException.of(Problem.Kind.CONTENT_TOO_LARGE, "the body is longer than " + most + " bytes");
    }
}
