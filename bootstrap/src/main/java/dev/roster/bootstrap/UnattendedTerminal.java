package dev.roster.bootstrap;

import dev.roster.cli.terminal.Prompt;
import dev.roster.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Streams without a person at them, as in a script. */
record UnattendedTerminal(PrintWriter out, PrintWriter err, InputStream in) implements Terminal {
    /** One that keeps nothing of what is said. */
    static UnattendedTerminal reading(String input) {
        return new UnattendedTerminal(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<Prompt> prompt() {
        return Optional.empty();
    }

    @Override
    public Optional<Prompt> asking() {
        return Optional.empty();
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public Optional<Integer> columns() {
        return Optional.empty();
    }

    @Override
    public boolean isColourful() {
        return false;
    }
}
