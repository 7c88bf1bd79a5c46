package dev.roster.http.api;

import dev.roster.application.user.RemoveAvatar;
import dev.roster.application.user.SetAvatar;
import dev.roster.application.user.ShowAvatar;
import dev.roster.domain.user.AvatarLimits;
import dev.roster.domain.user.Initials;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shown;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The pictures of users, as bytes. */
final class AvatarRoutes implements RouteGroup {
    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";

    private final ShowAvatar showAvatar;
    private final SetAvatar setAvatar;
    private final RemoveAvatar removeAvatar;
    private final AvatarLimits limits;

    @Inject
    AvatarRoutes(ShowAvatar showAvatar, SetAvatar setAvatar, RemoveAvatar removeAvatar, AvatarLimits limits) {
        this.showAvatar = showAvatar;
        this.setAvatar = setAvatar;
        this.removeAvatar = removeAvatar;
        this.limits = limits;
    }

    @Override
    public void register(Routes routes) {
        routes.show("/me/avatar", call -> shown(call, MeRoutes.own(call.caller())))
                .producing(MediaTypes.ANY);
        routes.put("/me/avatar", call -> set(call, MeRoutes.own(call.caller())));
        routes.delete("/me/avatar", call -> remove(call, MeRoutes.own(call.caller())));
        routes.show("/users/{user_id}/avatar", call -> shown(call, UserRoutes.id(call)))
                .producing(MediaTypes.ANY);
        routes.put("/users/{user_id}/avatar", call -> set(call, UserRoutes.id(call)));
        routes.delete("/users/{user_id}/avatar", call -> remove(call, UserRoutes.id(call)));
    }

    private Shown shown(Call call, UserId user) {
        ShowAvatar.Shown found = showAvatar.handle(call.caller(), user);
        return found.avatar()
                .map(avatar -> Shown.file(PNG, avatar.png(), true, headers("png")))
                .orElseGet(() -> Shown.file(SVG, drawn(found.initials()), false, headers("svg")));
    }

    private static Map<String, String> headers(String ending) {
        return Map.of(
                "Cache-Control",
                "private, no-cache",
                "Content-Security-Policy",
                "default-src 'none'; sandbox",
                "Content-Disposition",
                "inline; filename=\"avatar." + ending + '"');
    }

    /** The initials are letters and digits, so there is nothing to escape. The reader's own fonts draw them. */
    private static byte[] drawn(Initials initials) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">\
                <rect width="128" height="128" fill="%s"/>\
                <text x="64" y="64" dy="0.35em" text-anchor="middle" font-family="sans-serif" font-size="56" \
                fill="#ffffff">%s</text></svg>
                """.formatted(initials.colour(), initials.letters()).getBytes(StandardCharsets.UTF_8);
    }

    private void set(Call call, UserId user) {
        setAvatar.handle(call.caller(), user, call.bytes(limits.bytes()));
        call.noContent();
    }

    private void remove(Call call, UserId user) {
        removeAvatar.handle(call.caller(), user);
        call.noContent();
    }
}
