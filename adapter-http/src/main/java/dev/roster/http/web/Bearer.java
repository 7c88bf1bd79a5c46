package dev.roster.http.web;

import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretText;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/** The credential of a request as defined by RFC 6750: {@code Authorization: Bearer …}. */
public final class Bearer {
    private static final String SCHEME = "Bearer ";
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7E]{1,512}");

    private Bearer() {}

    /** @throws RefusedException UNAUTHENTICATED, when there is none */
    public static SecretText require(Context context) {
        String header = context.req().getHeader("Authorization");
        if (header == null) {
            throw RefusedException.unauthenticated(
                    "no credential, expected `Authorization: Bearer` with a user token, API key or session key");
        }
        String secret = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : "";
        if (!SHAPE.matcher(secret).matches()) {
            throw RefusedException.unauthenticated("malformed credential, expected `Authorization: Bearer <secret>`");
        }
        return new SecretText(secret);
    }
}
