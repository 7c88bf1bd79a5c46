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
    private final String reason;
    private final transient Map<String, Object> details;

    private HotkeyRefusal(int status, String error, String field, String reason) {
        super(status + " " + error);
        this.status = status;
        this.error = error;
        this.reason = reason;
        this.details = Map.of(field, List.of(reason));
    }

    static HotkeyRefusal invalid(String field, String text) {
        return new HotkeyRefusal(400, "Invalid " + field, field, text);
    }

    static HotkeyRefusal noProject(String error) {
        return new HotkeyRefusal(404, error, "project", error);
    }

    /** What is wrong, without the field. */
    String reason() {
        return reason;
    }

    @Override
    public void answer(Context context) {
        context.status(status)
                .contentType(MediaTypes.JSON)
                .result(Json.OBJECT.write(Map.of("error", error, "details", details)));
    }
}
