package dev.roster.cli.terminal;

/** Colours, for words that people look for. Only on a terminal that wants them. */
public enum Ink {
    BOLD("1"),
    RED("31"),
    GREEN("32"),
    YELLOW("33");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    public String on(Terminal terminal, String text) {
        return terminal.isColourful() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
