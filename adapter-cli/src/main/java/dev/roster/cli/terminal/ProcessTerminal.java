package dev.roster.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The standard streams of the process. */
final class ProcessTerminal implements Terminal {
    private static final int NARROWEST = 40;

    private final PrintWriter out = writer(System.out);
    private final PrintWriter err = writer(System.err);
    private final @Nullable Console console;
    private final Map<String, String> environment;

    private ProcessTerminal(@Nullable Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @SuppressWarnings("SystemConsoleNull") // up to JDK 21 null says it, from JDK 22 on isTerminal does
    static ProcessTerminal detect(Map<String, String> environment) {
        Encoding.useForConsole();
        Console console = System.console();
        return new ProcessTerminal(console != null && isTerminal(console) ? console : null, environment);
    }

    /** Newer JDKs hand out a console for pipes too, and have a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJdk) {
            return true;
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, Encoding.ofOutput()), true);
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public PrintWriter err() {
        return err;
    }

    @Override
    public InputStream in() {
        return System.in;
    }

    @Override
    public Optional<Prompt> prompt() {
        return Optional.ofNullable(console).map(ConsolePrompt::new);
    }

    @Override
    public Optional<Prompt> asking() {
        return prompt().or(() -> isTypedAt() ? Optional.empty() : Optional.of(Prompt.between(out, System.in)));
    }

    /** Whether standard input is a terminal though there is no console, as when the output goes elsewhere. */
    private static boolean isTypedAt() {
        try {
            Process stty = new ProcessBuilder("stty", "-g")
                    .redirectInput(Redirect.INHERIT)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return !stty.waitFor(1, TimeUnit.SECONDS) || stty.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public Charset charset() {
        return Encoding.ofOutput();
    }

    @Override
    public Optional<Integer> columns() {
        if (console == null) {
            return Optional.empty();
        }
        return columnsIn(environment.getOrDefault("COLUMNS", ""))
                .or(ProcessTerminal::askTheTerminal)
                .or(() -> Optional.of(80));
    }

    /** A terminal that does not know its width says 0. */
    static Optional<Integer> columnsIn(String text) {
        return text.matches("[1-9][0-9]{0,4}")
                ? Optional.of(Math.max(NARROWEST, Integer.parseInt(text)))
                : Optional.empty();
    }

    /** {@code stty size} answers "rows columns". Where there is no such program, the usual width has to do. */
    private static Optional<Integer> askTheTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroy();
                return Optional.empty();
            }
            String[] answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", 2);
            return answer.length == 2 ? columnsIn(answer[1]) : Optional.empty();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public boolean isColourful() {
        return console != null
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Asks on the console itself, so that nothing mixes with the data. */
    private record ConsolePrompt(Console console) implements Prompt {
        @Override
        public Optional<String> ask(String question) {
            return Optional.ofNullable(console.readLine("%s", question)).map(ConsolePrompt::typed);
        }

        @Override
        public Optional<String> askSecret(String question) {
            return Optional.ofNullable(console.readPassword("%s", question))
                    .map(String::new)
                    .map(ConsolePrompt::typed);
        }

        private static String typed(String text) {
            if (text.indexOf(Encoding.LOST) >= 0) {
                throw new InstallationException(
                        "what was typed is not UTF-8, nothing was changed; have the terminal send UTF-8");
            }
            return text;
        }
    }
}
