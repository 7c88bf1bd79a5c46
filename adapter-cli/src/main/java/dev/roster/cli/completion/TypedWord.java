package dev.roster.cli.completion;

/** A word as it was typed into a shell, maybe with a quote that is still open. */
final class TypedWord {
    private TypedWord() {}

    /** The word without quotes and backslashes. */
    static String unquoted(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        char quote = 0;
        for (int at = 0; at < typed.length(); at++) {
            char letter = typed.charAt(at);
            if (quote == 0 && (letter == '\'' || letter == '"')) {
                quote = letter;
            } else if (letter == quote) {
                quote = 0;
            } else if (letter == '\\' && quote != '\'' && at + 1 < typed.length()) {
                at++;
                plain.append(typed.charAt(at));
            } else {
                plain.append(letter);
            }
        }
        return plain.toString();
    }
}
