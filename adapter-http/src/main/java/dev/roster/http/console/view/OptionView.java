package dev.roster.http.console.view;

/**
 * Something to choose.
 *
 * @param value what the form sends
 * @param label what people see
 * @param worded whether the label is the key of a text, rather than a name
 */
public record OptionView(String value, String label, boolean worded) {
    /** One with a name of its own. */
    public static OptionView named(String value, String name) {
        return new OptionView(value, name, false);
    }

    /** One with a text. */
    public static OptionView worded(String value, String key) {
        return new OptionView(value, key, true);
    }
}
