package dev.roster.http.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.annex.Annex;
import dev.roster.http.dialect.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tokens an organization takes at this door, and how long personal access tokens last (contract §1.2, §4.4). Personal
 * access tokens are taken where nobody said otherwise.
 *
 * @param days of a personal access token that is created, 1 to {@value #MOST_DAYS}
 */
record JwtSettings(boolean personal, boolean legacy, int days) {
    /** As annexes of the organization, each under its own name, so that of two changes at once none undoes the other. */
    static final String KIND = "label-studio:jwt";

    static final String PERSONAL = "api_tokens_enabled";
    static final String LEGACY = "legacy_api_tokens_enabled";
    static final String DAYS = "api_token_ttl_days";

    /** 200 years, which ends before the year 9999 that clients can read. */
    static final int MOST_DAYS = 200 * 365;

    /**
     * @param kept the annexes of {@link #KIND}
     * @param legacyAtFirst whether user tokens are taken where the organization does not say
     */
    static JwtSettings of(List<Annex> kept, boolean legacyAtFirst) {
        boolean personal = true;
        boolean legacy = legacyAtFirst;
        int days = MOST_DAYS;
        for (Annex annex : kept) {
            JsonNode value = JsonText.read(annex.json());
            switch (annex.key()) {
                case PERSONAL -> personal = value.asBoolean(true);
                case LEGACY -> legacy = value.asBoolean(legacyAtFirst);
                case DAYS -> days = value.asInt(MOST_DAYS);
                default -> {
                    // From a release that keeps more.
                }
            }
        }
        return new JwtSettings(personal, legacy, days);
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(DAYS, days);
        shown.put(PERSONAL, personal);
        shown.put(LEGACY, legacy);
        return shown;
    }
}
