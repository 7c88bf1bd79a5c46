package dev.roster.http.argilla;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.LogIn;
import dev.roster.domain.credential.Password;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.NearestWords;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;

/** Logging in with a password; the two APIs differ in path and status alone. */
final class LoginRoutes implements RouteGroup {
    private record TokenJson(String accessToken, String tokenType) {}

    private static final Shape<TokenJson> TOKEN = Shape.of(TokenJson.class);

    private final LogIn logIn;
    private final LoginTokens tokens;
    private final NearestWords<ArgillaRole> roles;

    @Inject
    LoginRoutes(LogIn logIn, LoginTokens tokens, NearestWords<ArgillaRole> roles) {
        this.logIn = logIn;
        this.tokens = tokens;
        this.roles = roles;
    }

    @Override
    public void register(Routes routes) {
        routes.post("/api/v1/token", call -> logIn(call, 201)).open();
        routes.post("/api/security/token", call -> logIn(call, 200)).open();
    }

    private void logIn(Call call, int status) {
        Inputs form = Inputs.withForm(call);
        Field<String> username = form.filledText("username", text -> text);
        Field<Password> password = form.filledText("password", Password::attempted);
        form.check();
        LogIn.Opened opened = logIn.handle(new LogIn.Command(username.get(), password.get(), call.origin()));
        Caller caller = Caller.inSession(opened.user(), call.origin(), opened.session());
        String token =
                tokens.issue(opened, roles.of(caller, opened.user().role().id()));
        call.answer(status, TOKEN, new TokenJson(token, "bearer"));
    }
}
