package dev.roster.http.console;

import dev.roster.domain.RefusedException;
import dev.roster.http.console.view.FormView;
import dev.roster.http.dialect.Field;
import dev.roster.http.dialect.Form;
import dev.roster.http.web.Call;
import dev.roster.http.web.CsrfTokens;
import dev.roster.http.web.Problem;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody typed into the form of a page, and what the page says when it is shown again: beside each field what is wrong. */
final class TypedForm {
    private static final String KEPT = "console.form";

    /** What the field of a link is called, whatever the use case calls it. */
    private static final String LINK = "secret";

    private final Form form;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<String>> ticks = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private @Nullable String alert;
    private long retrySeconds;

    private TypedForm(Form form) {
        this.form = form;
    }

    /** The form that a request sends; read once, however often it is asked for. */
    static TypedForm of(Context context) {
        TypedForm kept = context.attribute(KEPT);
        if (kept != null) {
            return kept;
        }
        TypedForm read = new TypedForm(Form.ofPage(context));
        context.attribute(KEPT, read);
        return read;
    }

    static TypedForm of(Call call) {
        return of(call.context());
    }

    /** What the form repeats of the browser's token. */
    String token() {
        return raw(CsrfTokens.FIELD);
    }

    /** As it was sent; empty where it was not. For passwords: it is not kept. */
    String raw(String name) {
        asked.add(name);
        String value = form.text(name);
        return value == null ? "" : value;
    }

    /** Without the spaces around it, and kept to be there again where the page is shown again. */
    String text(String name) {
        String text = raw(name).strip();
        values.put(name, text);
        return text;
    }

    /** Whether a box is ticked: browsers leave it out where it is not. Kept. */
    boolean isTicked(String name) {
        boolean ticked = form.text(name) != null;
        ticks.put(name, ticked ? List.of(raw(name)) : List.of());
        return ticked;
    }

    /** The values of the boxes of that name that are ticked. Kept. */
    List<String> ticked(String name) {
        List<String> ticked = form.texts(name);
        ticks.put(name, ticked);
        return ticked;
    }

    /** A file that was chosen; empty where none was. */
    Optional<byte[]> file(String name) {
        return form.file(name).filter(bytes -> bytes.length > 0);
    }

    /** A text that has to be there, as {@code make} reads it; what is wrong with it is noted. */
    <T> Field<T> value(String name, Function<String, T> make) {
        return made(name, text(name), make);
    }

    /** The same where it may be left empty. */
    <T> Field<T> optional(String name, Function<String, T> make) {
        String text = text(name);
        return text.isEmpty() ? Field.none() : made(name, text, make);
    }

    /** A password, which is kept as it is, and never shown again. */
    <T> Field<T> secret(String name, Function<String, T> make) {
        return made(name, raw(name), make);
    }

    private <T> Field<T> made(String name, String text, Function<String, T> make) {
        if (text.isEmpty()) {
            refuse(name, "Fill this in.");
            return Field.none();
        }
        try {
            return Field.of(make.apply(text));
        } catch (RefusedException refusal) {
            refuse(name, sentence(refusal.reason()));
            return Field.none();
        }
    }

    /** Notes what is wrong with a field. */
    void refuse(String name, String sentence) {
        errors.putIfAbsent(name, sentence);
    }

    /** Notes what is wrong with the whole. */
    void refuse(String sentence) {
        alert = sentence;
    }

    /**
     * Notes what a use case refused: beside the field that it names, or above where the page has none for it.
     *
     * @param fields those that the page has
     */
    void refuse(RefusedException refusal, Set<String> fields) {
        refuse(refusal.field(), refusal, fields);
    }

    private void refuse(@Nullable String field, RefusedException refusal, Set<String> fields) {
        if (field != null && fields.contains(field)) {
            refuse(field, sentence(refusal.reason()));
        } else {
            refuse(sentence(refusal.reason()));
        }
    }

    /**
     * Does what the form is for, where all that was typed is right so far. What a use case refuses is noted: beside the field that it names,
     * or above.
     *
     * @return whether it is done; else the page is to be shown again
     * @throws RefusedException for what no other input would change, as FORBIDDEN
     */
    boolean takes(Runnable work) {
        if (!isRight()) {
            return false;
        }
        try {
            work.run();
            return true;
        } catch (RefusedException refusal) {
            note(refusal);
            return false;
        }
    }

    /** Notes what a use case refused, or throws it where no other input would change it. */
    void note(RefusedException refusal) {
        boolean isAboutLink = "link".equals(refusal.field()) && asked.contains(LINK);
        boolean isAboutInput = switch (refusal.kind()) {
            case INVALID, CONFLICT, THROTTLED -> true;
            case NOT_FOUND -> isAboutLink;
            case UNAUTHENTICATED, FORBIDDEN, CHANGED, BUSY, UNAVAILABLE -> false;
        };
        if (!isAboutInput) {
            throw refusal;
        }
        retrySeconds = refusal.kind() == RefusedException.Kind.THROTTLED
                ? Problem.of(refusal).retrySeconds()
                : 0;
        String field = isAboutLink ? LINK : refusal.field();
        refuse(field, refusal, asked);
    }

    /** How long somebody has to wait before they try again, in seconds; 0 for not at all. */
    long retrySeconds() {
        return retrySeconds;
    }

    boolean isRight() {
        return errors.isEmpty() && alert == null;
    }

    FormView view() {
        return new FormView(values, ticks, errors, alert);
    }

    /** A reason of the core as people are told it. */
    static String sentence(String reason) {
        String words = reason.replaceAll("`([^`]*)`", "“$1”");
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT)
                        + words.substring(1)
                        + (words.matches("(?s).*[.!?]") ? "" : ".");
    }
}
