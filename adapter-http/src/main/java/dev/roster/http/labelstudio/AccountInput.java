package dev.roster.http.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.web.Fault;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an account that only this door keeps (contract §4.2). What is not given stays.
 *
 * @param newsletters as JSON, which may be {@code null}; null where it is not given
 */
record AccountInput(@Nullable Hotkeys hotkeys, @Nullable String newsletters) {
    private static final String HOTKEYS = "custom_hotkeys";
    private static final String NEWSLETTERS = "allow_newsletters";

    /** To be used once the inputs are checked. */
    static AccountInput read(Inputs inputs) {
        JsonNode newsletters = inputs.optionalFlag(NEWSLETTERS);
        boolean said = inputs.value(NEWSLETTERS) != null;
        return new AccountInput(hotkeys(inputs), said ? newsletters == null ? "null" : newsletters.toString() : null);
    }

    private static @Nullable Hotkeys hotkeys(Inputs inputs) {
        JsonNode sent = inputs.optionalObject(HOTKEYS);
        if (sent == null || !sent.isObject()) {
            return null;
        }
        try {
            return Hotkeys.of(sent);
        } catch (HotkeyRefusal refusal) {
            inputs.refuse(Fault.Kind.REFUSED, refusal.reason(), HOTKEYS);
            return null;
        }
    }

    boolean isEmpty() {
        return hotkeys == null && newsletters == null;
    }

    /** For {@link KeptAccounts#put}. */
    Map<String, String> contents() {
        Map<String, String> contents = new HashMap<>();
        if (hotkeys != null) {
            contents.put(KeptAccounts.HOTKEYS, hotkeys.json());
        }
        if (newsletters != null) {
            contents.put(KeptAccounts.NEWSLETTERS, newsletters);
        }
        return contents;
    }
}
