package dev.roster.http.labelstudio;

import dev.roster.domain.RefusedException;
import dev.roster.http.web.Action;
import dev.roster.http.web.Problem;
import dev.roster.http.web.ProblemException;
import dev.roster.http.web.ShapedRefusal;
import io.javalin.http.Context;
import java.util.Map;

/** A "no" to somebody in front of a browser. */
final class PageRefusal extends ShapedRefusal {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final String text;

    PageRefusal(int status, String title, String text) {
        super(status + " " + text);
        this.status = status;
        this.title = title;
        this.text = text;
    }

    private static PageRefusal of(Problem problem) {
        return new PageRefusal(problem.kind().status(), problem.kind().title(), TypedForm.sentence(problem.detail()));
    }

    /** What the route refuses in the words of the core becomes a page; a store that cannot be reached does not. */
    static Action shaping(Action action) {
        return call -> {
            try {
                action.handle(call);
            } catch (ProblemException refusal) {
                throw of(refusal.problem());
            } catch (RefusedException refusal) {
                throw isOutage(refusal) ? refusal : of(Problem.of(refusal));
            }
        };
    }

    private static boolean isOutage(RefusedException refusal) {
        return refusal.kind() == RefusedException.Kind.UNAVAILABLE || refusal.kind() == RefusedException.Kind.BUSY;
    }

    @Override
    public void answer(Context context) {
        Page.REFUSAL.answer(context, status, Map.of("title", title, "text", text));
    }
}
