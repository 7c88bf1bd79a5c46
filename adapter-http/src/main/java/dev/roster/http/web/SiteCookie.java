package dev.roster.http.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that browsers send to all of this site, and from other sites only when a visitor follows a link:
 * {@code SameSite=Lax}, with the {@code Path} of the site.
 *
 * <p>A cookie that scripts cannot read is also protected by its name: with TLS it is named {@code __Host-…}, or
 * {@code __Secure-…} if the site has a path. Browsers accept both only over TLS, and the former only from this host.
 */
public final class SiteCookie {
    private final Site site;
    private final String name;
    private final boolean hidden;

    private SiteCookie(Site site, String name, boolean hidden) {
        this.site = site;
        this.name = name;
        this.hidden = hidden;
    }

    /** One that scripts can read. */
    public static SiteCookie open(Site site, String name) {
        return new SiteCookie(site, name, false);
    }

    /** One that no script can read: {@code HttpOnly}. */
    public static SiteCookie hidden(Site site, String name) {
        return new SiteCookie(site, name, true);
    }

    /** What the client sent, which may be anything, or null. What came without TLS does not count where the request came with it. */
    public @Nullable String read(Context context) {
        String guarded = context.cookie(name(true));
        return guarded != null || site.isSecure(context) ? guarded : context.cookie(name);
    }

    /**
     * Has the browser keep it.
     *
     * @param value letters, digits, {@code -} and {@code _}
     * @param lasts for how long; null until the browser is closed
     */
    public void set(Context context, String value, @Nullable Duration lasts) {
        boolean secure = site.isSecure(context);
        write(context, name(secure), value, lasts, secure);
    }

    /** Has the browser forget it, under whichever name it has sent it. */
    public void clear(Context context) {
        for (boolean guarded : List.of(true, false)) {
            if (context.cookie(name(guarded)) != null) {
                write(context, name(guarded), "", Duration.ZERO, guarded || site.isSecure(context));
            }
        }
    }

    private void write(Context context, String called, String value, @Nullable Duration lasts, boolean secure) {
        context.res()
                .addHeader(
                        "Set-Cookie",
                        called + "=" + value + "; Path=" + site.path() + "/; SameSite=Lax"
                                + (hidden ? "; HttpOnly" : "") + (secure ? "; Secure" : "")
                                + (lasts == null ? "" : "; Max-Age=" + lasts.toSeconds()));
    }

    private String name(boolean secure) {
        if (!secure || !hidden) {
            return name;
        }
        return (site.path().isEmpty() ? "__Host-" : "__Secure-") + name;
    }
}
