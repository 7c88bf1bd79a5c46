package dev.roster.cli;

import dev.roster.cli.terminal.Prompt;
import dev.roster.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A terminal that remembers what was printed and, where somebody sits at it, answers what it was told to. */
public final class FakeTerminal implements Terminal {
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private PrintWriter outPrinter = new PrintWriter(out);
    private PrintWriter errPrinter = new PrintWriter(err);
    private InputStream in = InputStream.nullInputStream();
    private Optional<Integer> columns = Optional.empty();
    private Charset charset = StandardCharsets.UTF_8;
    private boolean typedInSight;
    private boolean attended;
    private boolean colourful;

    public void type(String text) {
        type(text.getBytes(StandardCharsets.UTF_8));
    }

    public void type(byte[] bytes) {
        this.in = new ByteArrayInputStream(bytes);
    }

    /** Somebody sits there and will give these answers. */
    public void answer(String... given) {
        this.attended = true;
        answers.addAll(List.of(given));
    }

    public void columns(int count) {
        this.columns = Optional.of(count);
    }

    public void colourful() {
        this.colourful = true;
    }

    public void charset(Charset understood) {
        this.charset = understood;
    }

    public List<String> questions() {
        return questions;
    }

    /** What was printed since the last call. */
    Printed take() {
        outPrinter.flush();
        errPrinter.flush();
        Printed printed = new Printed(out.toString(), err.toString());
        out = new StringWriter();
        err = new StringWriter();
        outPrinter = new PrintWriter(out);
        errPrinter = new PrintWriter(err);
        return printed;
    }

    record Printed(String out, String err) {}

    @Override
    public PrintWriter out() {
        return outPrinter;
    }

    @Override
    public PrintWriter err() {
        return errPrinter;
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public Optional<Prompt> prompt() {
        return attended ? Optional.of(new AnsweringPrompt()) : Optional.empty();
    }

    /** From now on an answer would show as it is typed. */
    public void leaveUnasked() {
        this.typedInSight = true;
    }

    @Override
    public Optional<Prompt> asking() {
        if (typedInSight) {
            return Optional.empty();
        }
        return prompt().or(() -> Optional.of(Prompt.between(outPrinter, in)));
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public Optional<Integer> columns() {
        return columns;
    }

    @Override
    public boolean isColourful() {
        return colourful;
    }

    private final class AnsweringPrompt implements Prompt {
        @Override
        public Optional<String> ask(String question) {
            questions.add(question);
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<String> askSecret(String question) {
            questions.add("(hidden) " + question);
            return Optional.ofNullable(answers.poll());
        }
    }
}
