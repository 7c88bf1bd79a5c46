package dev.roster.http.web;

import io.javalin.http.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that browsers send to all of this site, and of what other sites send here only where somebody follows a link:
 * {@code Path=/; SameSite=Lax}.
 */
public final class SiteCookie {
    private final String name;
    private final boolean hidden;

    private SiteCookie(String name, boolean hidden) {
        this.name = name;
        this.hidden = hidden;
    }

    /** One that scripts can read. */
    public static SiteCookie open(String name) {
        return new SiteCookie(name, false);
    }

    /** One that no script can read: {@code HttpOnly}. */
    public static SiteCookie hidden(String name) {
        return new SiteCookie(name, true);
    }

    /** What the client sent, which may be anything, or null. */
    public @Nullable String read(Context context) {
        return context.cookie(name);
    }

    /**
     * Has the browser keep it.
     *
     * @param value letters, digits, {@code -} and {@code _}
     * @param lasts for how long; null until the browser is closed
     * @param secure whether it is for connections with TLS alone
     */
    public void set(Context context, String value, @Nullable Duration lasts, boolean secure) {
        context.res()
                .addHeader(
                        "Set-Cookie",
                        name + "=" + value + "; Path=/; SameSite=Lax" + (hidden ? "; HttpOnly" : "")
                                + (secure ? "; Secure" : "") + (lasts == null ? "" : "; Max-Age=" + lasts.toSeconds()));
    }

    /** Has the browser forget it. */
    public void clear(Context context, boolean secure) {
        set(context, "", Duration.ZERO, secure);
    }
}
