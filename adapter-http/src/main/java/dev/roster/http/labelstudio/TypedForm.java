package dev.roster.http.labelstudio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.RefusedException;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Inputs;
import dev.roster.http.web.Call;
import dev.roster.http.web.CsrfTokens;
import dev.roster.http.web.Problem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What somebody typed into the form of a page, and what the page says when it is shown again: next to each field what is wrong. */
final class TypedForm {
    private static final String REQUIRED = "This field is required.";

    private final Inputs inputs;
    private final Map<String, String> shown = new LinkedHashMap<>();
    private boolean wrong;

    private TypedForm(Call call) {
        this.inputs = Inputs.withForm(call);
    }

    static TypedForm read(Call call) {
        return new TypedForm(call);
    }

    /** @throws PageRefusal 403 for a form that does not show where it comes from, or comes from elsewhere (contract §1.7) */
    void mustComeFromHere(Call call, CsrfTokens csrf) {
        require(csrf.verdictWithToken(call.context(), text(CsrfTokens.FIELD)));
    }

    /** The same, where it is enough that the browser says that a page of this site sent it. */
    void mustBeSentFromHere(Call call, CsrfTokens csrf) {
        require(csrf.verdict(call.context(), text(CsrfTokens.FIELD)));
    }

    private static void require(CsrfTokens.Verdict verdict) {
        switch (verdict) {
            case OWN -> {}
            case FOREIGN ->
                throw new PageRefusal(
                        403,
                        "Not sent from here",
                        "This form was sent from an address that does not belong to this server. If the server is behind a proxy,"
                                + " its administrator must set `public-url` to the address that your browser shows.");
            case UNPROVEN ->
                throw new PageRefusal(
                        403,
                        "Not sent from here",
                        "This form was sent without the token of its page. Allow cookies for this site, reload the page"
                                + " and send it again.");
        }
    }

    /** Empty where it is not sent. */
    String text(String name) {
        JsonNode value = inputs.value(name);
        return value == null ? "" : value.asText();
    }

    /** Whether a box is ticked: browsers leave it out where it is not. */
    boolean isTicked(String name) {
        return inputs.value(name) != null;
    }

    /** The same, to be there again where the page is shown again. Never for a password. */
    TypedForm keeping(String name) {
        shown.put(name, text(name).strip());
        return this;
    }

    TypedForm keepingTick(String name) {
        shown.put(name, isTicked(name) ? "checked" : "");
        return this;
    }

    /** A text that is made something of; what is wrong with it is noted. */
    <T> Field<T> value(String name, Function<String, T> make) {
        String text = text(name);
        if (text.isEmpty()) {
            refuse(name, REQUIRED);
            return Field.none();
        }
        try {
            return Field.of(make.apply(text));
        } catch (RefusedException refusal) {
            refuse(name, sentence(refusal.reason()));
            return Field.none();
        }
    }

    void refuse(String name, String text) {
        wrong = true;
        shown.put(name + "_invalid", "true");
        shown.put(name + "_error", text);
    }

    boolean isRight() {
        return !wrong;
    }

    /** Shows the page again. */
    void again(Call call, Page page, CsrfTokens csrf) {
        again(call, page, csrf, 200);
    }

    /** The same, saying what is wrong as a whole. */
    void again(Call call, Page page, CsrfTokens csrf, RefusedException refusal) {
        boolean throttled = refusal.kind() == RefusedException.Kind.THROTTLED;
        if (throttled) {
            call.context()
                    .header("Retry-After", Long.toString(Problem.of(refusal).retrySeconds()));
        }
        shown.put("alert", sentence(refusal.reason()));
        again(call, page, csrf, throttled ? 429 : 200);
    }

    /** The same, in words of the page. */
    void again(Call call, Page page, CsrfTokens csrf, String alert) {
        shown.put("alert", alert);
        again(call, page, csrf, 200);
    }

    private void again(Call call, Page page, CsrfTokens csrf, int status) {
        shown.put("csrf", csrf.of(call.context()));
        page.answer(call.context(), status, shown);
    }

    /** A reason of the core as people are told it. */
    static String sentence(String reason) {
        return reason.isEmpty() ? reason : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
    }
}
