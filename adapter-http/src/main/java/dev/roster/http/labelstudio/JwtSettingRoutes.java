package dev.roster.http.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.annex.PutAnnexes;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * Which tokens the active organization takes (contract §4.4). Everybody there may see it; changing it takes {@code
 * organization:update}, which the original asks of nobody.
 */
final class JwtSettingRoutes implements RouteGroup {
    private final PutAnnexes putAnnexes;
    private final TokenSettings settings;
    private final ActiveOrganization active;

    @Inject
    JwtSettingRoutes(PutAnnexes putAnnexes, TokenSettings settings, ActiveOrganization active) {
        this.putAnnexes = putAnnexes;
        this.settings = settings;
        this.active = active;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/jwt/settings", this::show);
        routes.post("/api/jwt/settings", this::change);
    }

    private void show(Call call) {
        Json.answer(call, settings.shownTo(call.caller(), active.of(call).id()).shown());
    }

    /** What is not given stays. */
    private void change(Call call) {
        Inputs inputs = Inputs.withBody(call);
        Map<String, String> contents = new HashMap<>();
        keep(contents, JwtSettings.PERSONAL, inputs);
        keep(contents, JwtSettings.LEGACY, inputs);
        Integer days = inputs.optionalNumber(JwtSettings.DAYS, 1, JwtSettings.MOST_DAYS)
                .orNull();
        inputs.check();
        if (days != null) {
            contents.put(JwtSettings.DAYS, days.toString());
        }
        AnnexOwner owner = AnnexOwner.of(active.of(call).id());
        putAnnexes.handle(call.caller(), new PutAnnexes.Command(owner, JwtSettings.KIND, contents));
        show(call);
    }

    private static void keep(Map<String, String> contents, String name, Inputs inputs) {
        JsonNode flag = inputs.optionalFlag(name);
        if (flag != null) {
            contents.put(name, Boolean.toString(flag.asBoolean()));
        }
    }
}
