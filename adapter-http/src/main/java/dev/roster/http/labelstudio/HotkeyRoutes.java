package dev.roster.http.labelstudio;

import dev.roster.application.dataset.FindDataset;
import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.web.Call;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The caller's own hotkeys, for the account or for one project (contract §4.1). */
final class HotkeyRoutes implements RouteGroup {
    private static final String FIELD = "custom_hotkeys";
    private static final String PROJECT = "project";
    private static final Pattern CANONICAL = Pattern.compile("[1-9][0-9]*");
    private static final int MOST_DIGITS = 18;

    private final FindDataset findDataset;
    private final ActiveOrganization active;
    private final KeptHotkeys kept;

    @Inject
    HotkeyRoutes(FindDataset findDataset, ActiveOrganization active, KeptHotkeys kept) {
        this.findDataset = findDataset;
        this.active = active;
        this.kept = kept;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/current-user/hotkeys", this::show);
        routes.patch("/api/current-user/hotkeys", this::replace);
    }

    private void show(Call call) {
        answer(call, kept.find(call.caller(), Numbers.self(call).id(), project(call)));
    }

    /** What is wrong with the project is found before anything is changed. */
    private void replace(Call call) {
        DatasetId project = project(call);
        Inputs inputs = Inputs.withBody(call);
        inputs.check();
        Hotkeys hotkeys = Hotkeys.of(inputs.value(FIELD));
        put(call, project, hotkeys);
        answer(call, hotkeys);
    }

    private void put(Call call, @Nullable DatasetId project, Hotkeys hotkeys) {
        try {
            kept.put(call.caller(), Numbers.self(call).id(), project, hotkeys);
        } catch (RefusedException refusal) {
            throw switch (refusal.kind()) {
                case INVALID, CONFLICT -> HotkeyRefusal.invalid(FIELD, refusal.reason());
                default -> refusal;
            };
        }
    }

    private static void answer(Call call, Hotkeys hotkeys) {
        Json.answer(call, Map.of(FIELD, hotkeys.shown()));
    }

    /** Null where the account is meant. A project that is given but is none never means the account. */
    private @Nullable DatasetId project(Call call) {
        List<String> given = call.query().texts(PROJECT);
        if (given.isEmpty()) {
            return null;
        }
        String text = given.get(0);
        if (given.size() > 1 || !CANONICAL.matcher(text).matches()) {
            throw HotkeyRefusal.invalid(
                    PROJECT, "must be one whole number from 1, without a sign, leading zeros or spaces");
        }
        if (text.length() > MOST_DIGITS) {
            throw notFound();
        }
        return found(call, Long.parseLong(text));
    }

    private DatasetId found(Call call, long number) {
        try {
            return findDataset
                    .byNumber(call.caller(), active.of(call).id(), number)
                    .dataset()
                    .id();
        } catch (RefusedException refusal) {
            throw switch (refusal.kind()) {
                // Numbers are easy to count through.
                case NOT_FOUND, FORBIDDEN -> notFound();
                default -> refusal;
            };
        }
    }

    private static HotkeyRefusal notFound() {
        return HotkeyRefusal.noProject("there is no such project in your organization");
    }
}
