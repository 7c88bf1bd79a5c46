package dev.roster.http.api;

import dev.roster.http.web.Routes;
import jakarta.inject.Inject;

/** All routes of the native API, the most asked for first. */
public final class NativeRoutes {
    private final MeRoutes me;
    private final UserRoutes users;

    @Inject
    NativeRoutes(MeRoutes me, UserRoutes users) {
        this.me = me;
        this.users = users;
    }

    public void register(Routes routes) {
        me.register(routes);
        users.register(routes);
    }
}
