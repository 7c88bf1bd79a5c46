package dev.roster.http.labelstudio;

import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.ShapedRefusal;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** A "no" about hotkeys, which has a form of its own (contract §2.1). */
final class HotkeyRefusal extends ShapedRefusal {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final transient Map<String, Object> details;

    private HotkeyRefusal(int status, String error, Map<String, Object> details) {
        super(status + " " + error);
        this.status = status;
        this.error = error;
        this.details = details;
    }

    static HotkeyRefusal invalid(String field, String text) {
        return new HotkeyRefusal(400, "Invalid " + field, Map.of(field, List.of(text)));
    }

    static HotkeyRefusal ofProject(int status, String error) {
        return new HotkeyRefusal(status, error, Map.of("project", List.of(error)));
    }

    @Override
    public void answer(Context context) {
        context.status(status)
                .contentType(MediaTypes.JSON)
                .result(Json.OBJECT.write(Map.of("error", error, "details", details)));
    }
}
