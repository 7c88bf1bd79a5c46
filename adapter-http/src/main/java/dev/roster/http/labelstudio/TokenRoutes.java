package dev.roster.http.labelstudio;

import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.credential.SecretText;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.dialect.TextRule;
import dev.roster.http.dialect.Times;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The personal access tokens of the caller (contract §4.3), of whom each has one. */
final class TokenRoutes implements RouteGroup {
    private static final String REFRESH = "refresh";
    private static final TextRule TEXT = new TextRule(1, 8_192, true);

    private final PersonalTokens tokens;
    private final TokenSettings settings;
    private final ActiveOrganization active;

    @Inject
    TokenRoutes(PersonalTokens tokens, TokenSettings settings, ActiveOrganization active) {
        this.tokens = tokens;
        this.settings = settings;
        this.active = active;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/token", this::list);
        routes.post("/api/token", this::create);
        routes.post("/api/token/refresh", this::refresh).open();
        routes.post("/api/token/blacklist", this::blacklist);
        routes.post("/api/token/rotate", this::rotate);
    }

    private void list(Call call) {
        List<Map<String, Object>> shown = tokens.list(call.caller()).stream()
                .map(token -> shown("token", token))
                .toList();
        call.answer(Json.LIST, shown);
    }

    private static Map<String, Object> shown(String name, PersonalTokens.Shown token) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(name, token.text());
        shown.put("created_at", Times.brief(token.createdAt()));
        shown.put("expires_at", Times.brief(token.expiresAt()));
        return shown;
    }

    /** The one 409 of this door, as a script is to find the token that it has. */
    private void create(Call call) {
        PersonalTokens.Shown created = Translated.on(
                Kind.CONFLICT,
                () -> tokens.create(call.caller(), lifetime(call)),
                another ->
                        Refusal.of(409, "You already have a valid token. Please revoke it before creating a new one."));
        Json.answer(call, 201, shown("token", created));
    }

    private Duration lifetime(Call call) {
        return Duration.ofDays(settings.of(active.of(call).id()).days());
    }

    private static String text(Call call) {
        Inputs inputs = Inputs.withAnyBody(call);
        Field<String> text = inputs.text(REFRESH, TEXT, Function.identity());
        inputs.check();
        return text.get();
    }

    /** For everybody who has the token; a wrong one is 401 whatever it is, as the SDK repeats a 429. */
    private void refresh(Call call) {
        String text = text(call);
        String access =
                Translated.onWrongSecret(() -> tokens.exchange(new SecretText(text), call.origin()), wrong -> wrong());
        if (active.find(tokens.come(access, call.origin())).isEmpty()) {
            throw wrong();
        }
        Json.answer(call, Map.of("access", access));
    }

    private static Refusal wrong() {
        return Refusal.unauthenticated("Token is invalid or expired");
    }

    private void blacklist(Call call) {
        String text = text(call);
        Translated.on(
                Kind.NOT_FOUND,
                () -> {
                    tokens.revoke(call.caller(), text);
                    return true;
                },
                dead -> Refusal.bare(404, "Token is invalid or has been blacklisted already"));
        call.noContent();
    }

    private void rotate(Call call) {
        String text = text(call);
        Json.answer(call, shown(REFRESH, rotated(call, text)));
    }

    private PersonalTokens.Shown rotated(Call call, String text) {
        try {
            return tokens.rotate(call.caller(), text, lifetime(call));
        } catch (RefusedException refusal) {
            throw switch (refusal.kind()) {
                case NOT_FOUND, CONFLICT -> Refusal.bare(400, "Token is already blacklisted");
                case INVALID -> Refusal.invalid(ValidationErrors.NO_FIELD, "Token is invalid");
                case FORBIDDEN, UNAUTHENTICATED, THROTTLED, CHANGED, BUSY, UNAVAILABLE -> refusal;
            };
        }
    }
}
