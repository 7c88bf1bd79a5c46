package dev.roster.cli.terminal;

/** What the program was built as. */
public record Release(String version) {}
