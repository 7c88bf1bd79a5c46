package dev.roster.http.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The address that browsers see: the configured one, or the host that their request names. It determines whether a page
 * of this site or of another site sent a request.
 */
public final class Site {
    /** Whose page has sent a request. */
    public enum Sender {
        OWN,
        FOREIGN,
        /** No browser of these days leaves that out where it sends a form or a script writes. */
        UNSAID
    }

    /** A scheme, a host and a port, the usual one left out. */
    private record Place(String scheme, String authority) {
        static @Nullable Place of(@Nullable String url) {
            try {
                URI uri = URI.create(url == null ? "" : url.strip());
                String scheme = uri.getScheme();
                return scheme == null || uri.getRawAuthority() == null ? null : of(scheme, uri.getRawAuthority());
            } catch (IllegalArgumentException malformed) {
                return null;
            }
        }

        static Place of(String scheme, String authority) {
            String lower = scheme.toLowerCase(Locale.ROOT);
            String usual = lower.equals("https") ? ":443" : ":80";
            String host = authority.toLowerCase(Locale.ROOT);
            return new Place(lower, host.endsWith(usual) ? host.substring(0, host.length() - usual.length()) : host);
        }

        boolean isSecure() {
            return scheme.equals("https");
        }
    }

    private static final String PATH = "site.path";
    private static final String ORIGIN = "site.origin";

    private final @Nullable Place configured;
    private final String path;

    /** @param publicUrl the address that was configured, or null */
    public Site(@Nullable String publicUrl) {
        this.configured = Place.of(publicUrl);
        this.path = configured == null ? "" : path(publicUrl);
    }

    private static String path(@Nullable String publicUrl) {
        String raw = URI.create(publicUrl == null ? "" : publicUrl.strip()).getRawPath();
        return raw == null ? "" : raw.replaceAll("/+$", "");
    }

    /**
     * The prefix of every path that a browser sees, {@code /roster}, or nothing. The server itself never sees it: the proxy in
     * front of it removes it.
     */
    public String path() {
        return path;
    }

    /** Has a request carry {@link #path()} and {@link #origin()}, for what answers it without knowing the site. */
    public void mark(Context context) {
        context.attribute(PATH, path);
        context.attribute(ORIGIN, origin());
    }

    /** The {@link #path()} that a request carries; nothing where it carries none. */
    public static String pathOf(Context context) {
        String carried = context.attribute(PATH);
        return carried == null ? "" : carried;
    }

    /** The {@link #origin()} that a request carries; nothing where it carries none. */
    public static String originOf(Context context) {
        String carried = context.attribute(ORIGIN);
        return carried == null ? "" : carried;
    }

    /** By {@code Origin}, or where there is none, by {@code Referer}. */
    public Sender sender(Context context) {
        String said = said(context);
        if (said == null) {
            return Sender.UNSAID;
        }
        Place place = Place.of(said);
        return place != null && isOwn(context, place) ? Sender.OWN : Sender.FOREIGN;
    }

    private static @Nullable String said(Context context) {
        String origin = context.req().getHeader("Origin");
        return origin == null ? context.req().getHeader("Referer") : origin;
    }

    /** The scheme of the configured address counts; that of another is not known behind a proxy. */
    private boolean isOwn(Context context, Place place) {
        if (configured != null && configured.authority().equals(place.authority())) {
            return configured.equals(place);
        }
        return place.equals(host(context, place.scheme()));
    }

    private static @Nullable Place host(Context context, String scheme) {
        String host = context.req().getHeader("Host");
        return host == null ? null : Place.of(scheme, host);
    }

    /** Whether cookies are to come back over TLS alone: as the page that sent the request did, else as is configured. */
    public boolean isSecure(Context context) {
        Place place = Place.of(said(context));
        if (place != null && isOwn(context, place)) {
            return place.isSecure();
        }
        return configured != null && configured.isSecure() && configured.equals(host(context, configured.scheme()));
    }

    /** Scheme and host of the configured address, without a path; nothing where none is configured. */
    public String origin() {
        return configured == null ? "" : configured.scheme() + "://" + configured.authority();
    }
}
