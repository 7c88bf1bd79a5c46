package dev.roster.http.labelstudio;

import dev.roster.http.web.Call;
import dev.roster.http.web.Destination;
import dev.roster.http.web.Site;
import io.javalin.http.Context;

/** The pages of this door as browsers reach them: at the root or under its prefix, as the request came in. */
final class Mount {
    private Mount() {}

    /** What {@code next} names, or the projects (contract §7.1). */
    static String after(Call call) {
        return Destination.after(call, of(call.context(), "/projects/"));
    }

    static String of(Context context, String page) {
        return of(context) + page;
    }

    /** The address of the request as its client knows it. It starts with a host where one is configured: never with one that the request names. */
    static String here(Context context) {
        return Site.originOf(context) + Site.pathOf(context) + path(context);
    }

    private static String path(Context context) {
        return context.path().replaceAll("/{2,}", "/");
    }

    /** What stands before the path of a page. */
    static String of(Context context) {
        return Site.pathOf(context)
                + (path(context).startsWith(LabelStudioDialect.PREFIX + "/") ? LabelStudioDialect.PREFIX : "");
    }

    static void go(Context context, String path) {
        context.status(302).header("Location", path);
    }
}
