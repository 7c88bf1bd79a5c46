package dev.roster.http.console.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown: empty at first, and with what was typed where it is shown again. Never with a password.
 *
 * @param values what stands in its fields, by name
 * @param ticks the values that are ticked, by the name of their boxes
 * @param errors what is wrong, by the name of the field
 * @param alert what is wrong with the whole, or null
 */
public record FormView(
        Map<String, String> values,
        Map<String, List<String>> ticks,
        Map<String, String> errors,
        @Nullable String alert) {
    public static final FormView EMPTY = new FormView(Map.of(), Map.of(), Map.of(), null);

    public FormView {
        values = Map.copyOf(values);
        ticks = Map.copyOf(ticks);
        errors = Map.copyOf(errors);
    }

    /** A form with that in its fields. */
    public static FormView of(Map<String, String> values) {
        return new FormView(values, Map.of(), Map.of(), null);
    }

    /** The same with boxes that are ticked. */
    public FormView ticking(String name, String... ticked) {
        Map<String, List<String>> all = new java.util.HashMap<>(ticks);
        all.put(name, List.of(ticked));
        return new FormView(values, all, errors, alert);
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** What is wrong with a field, or null. */
    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public boolean isWrong(String name) {
        return errors.containsKey(name);
    }

    /** Whether that value of a box is ticked. */
    public boolean isTicked(String name, String value) {
        return ticks.getOrDefault(name, List.of()).contains(value);
    }
}
