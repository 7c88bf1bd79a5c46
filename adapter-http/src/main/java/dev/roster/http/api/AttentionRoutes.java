package dev.roster.http.api;

import dev.roster.application.instance.ShowAttention;
import dev.roster.application.instance.ShowAttention.Attention;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;

/** What owners have to look after. */
final class AttentionRoutes implements RouteGroup {
    private static final Shape<Attention> SHAPE = Shape.of(Attention.class);

    private final ShowAttention showAttention;

    @Inject
    AttentionRoutes(ShowAttention showAttention) {
        this.showAttention = showAttention;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/attention", this::show);
    }

    private void show(Call call) {
        call.answer(SHAPE, showAttention.handle(call.caller()));
    }
}
