package dev.roster.http.web;

import java.util.regex.Pattern;

/** The page to continue with. It is always on this site, whatever a link says. */
public final class Destination {
    /**
     * A path of this host. Browsers take a second slash for the start of another host, a backslash for a slash, and leave
     * out tabs and line breaks before they look.
     */
    private static final Pattern PATH = Pattern.compile("/(?:[!-.0-\\[\\]-~][!-\\[\\]-~]{0,1998})?");

    /** What browsers take for a step up. */
    private static final Pattern STEP_UP = Pattern.compile("(?i)/(?:\\.|%2e){1,2}(?:[/?#]|$)");

    private Destination() {}

    /**
     * What the query parameter {@code next} names: a path with {@link Site#path()} before it, as browsers show it.
     *
     * @param otherwise for what leaves the site, and for nothing
     */
    public static String after(Call call, String otherwise) {
        String next = call.query().textOrEmpty("next");
        return next != null && isHere(next, Site.pathOf(call.context())) ? next : otherwise;
    }

    private static boolean isHere(String next, String site) {
        return PATH.matcher(next).matches()
                && (next.startsWith(site + "/") || next.equals(site))
                && !STEP_UP.matcher(next).find();
    }
}
