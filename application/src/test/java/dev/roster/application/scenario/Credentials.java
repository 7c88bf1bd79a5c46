package dev.roster.application.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What the users of a scenario have from the beginning. */
public final class Credentials {
    private Credentials() {}

    /** The user token of a user that a scenario was given; a token is ASCII, so other letters come escaped. */
    public static String tokenOf(String username) {
        return "token-of-" + URLEncoder.encode(username, StandardCharsets.UTF_8);
    }
}
