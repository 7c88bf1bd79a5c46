package dev.roster.http.labelstudio;

import dev.roster.http.web.Call;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/** Where a page leads on to. That never leaves this site, whatever a link says (contract §7.1). */
final class Destination {
    /**
     * A path of this site. Browsers take a second slash for the start of another host, a backslash for a slash, and leave
     * out tabs and line breaks before they look.
     */
    private static final Pattern PATH = Pattern.compile("/(?:[!-.0-\\[\\]-~][!-\\[\\]-~]{0,1998})?");

    private Destination() {}

    /** What {@code next} names, or the projects. */
    static String after(Call call) {
        String next = call.query().textOrEmpty("next");
        return next != null && PATH.matcher(next).matches() ? next : of(call.context(), "/projects/");
    }

    /** A page of this door, at the root or under its prefix, as the request came in. */
    static String of(Context context, String page) {
        return mount(context) + page;
    }

    /** Nothing at the root. */
    static String mount(Context context) {
        String path = context.path().replaceAll("/{2,}", "/");
        return path.startsWith(LabelStudioDialect.PREFIX + "/") ? LabelStudioDialect.PREFIX : "";
    }

    static void go(Context context, String path) {
        context.status(302).header("Location", path);
    }
}
