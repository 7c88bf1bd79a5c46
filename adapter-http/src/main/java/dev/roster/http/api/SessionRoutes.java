package dev.roster.http.api;

import dev.roster.application.credential.EndSession;
import dev.roster.application.credential.ListSessions;
import dev.roster.application.credential.LogIn;
import dev.roster.application.credential.LogInByLink;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.UserId;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logins that last. */
final class SessionRoutes implements RouteGroup {
    private static final Shape<Listing<SessionJson>> LIST = Shape.listOf(SessionJson.class);

    private final LogIn logIn;
    private final LogInByLink logInByLink;
    private final ListSessions listSessions;
    private final EndSession endSession;

    @Inject
    SessionRoutes(LogIn logIn, LogInByLink logInByLink, ListSessions listSessions, EndSession endSession) {
        this.logIn = logIn;
        this.logInByLink = logInByLink;
        this.listSessions = listSessions;
        this.endSession = endSession;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/sessions", this::open).open();
        routes.post("/sessions/log-in-link", this::openByLink).open();
        routes.delete("/sessions/current", this::endCurrent);
        routes.get("/me/sessions", this::own);
        routes.delete("/me/sessions", this::endOthers);
        routes.delete("/me/sessions/{session_id}", this::end);
        routes.get("/users/{user_id}/sessions", this::ofUser);
    }

    private void open(Call call) {
        JsonObject body = call.body("login", "password");
        LogIn.Opened opened = logIn.handle(
                new LogIn.Command(body.require("login"), body.require("password", Password::attempted), call.origin()));
        call.answer(201, OpenedJson.SHAPE, OpenedJson.of(opened));
    }

    private void openByLink(Call call) {
        SecretText link = call.body("link").require("link", SecretText::new);
        call.answer(
                201, OpenedJson.SHAPE, OpenedJson.of(logInByLink.handle(new LogInByLink.Command(link, call.origin()))));
    }

    private void endCurrent(Call call) {
        endSession.current(call.caller());
        call.noContent();
    }

    private void own(Call call) {
        list(call, null);
    }

    private void ofUser(Call call) {
        list(call, UserRoutes.id(call));
    }

    private void list(Call call, @Nullable UserId user) {
        List<SessionJson> items = listSessions.handle(call.caller(), user).stream()
                .map(session -> SessionJson.of(session, call.caller().session()))
                .toList();
        call.answer(LIST, new Listing<>(items, null));
    }

    private void endOthers(Call call) {
        endSession.allOthers(call.caller());
        call.noContent();
    }

    private void end(Call call) {
        endSession.handle(call.caller(), call.path("session_id", SessionId::parse));
        call.noContent();
    }
}
