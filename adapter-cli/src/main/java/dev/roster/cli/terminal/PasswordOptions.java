package dev.roster.cli.terminal;

import dev.roster.domain.credential.Password;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a password comes from. */
public final class PasswordOptions {
    @ArgGroup
    private @Nullable Source source;

    /** The ways that exclude each other. */
    static final class Source {
        @Option(names = "--password-prompt", description = "Ask for the password; your input is not shown.")
        private boolean prompt;

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "Read the password from the first line of FILE.")
        private @Nullable Path file;

        @Option(names = "--password-stdin", description = "Read the password from the first line of standard input.")
        private boolean standardInput;

        @Option(
                names = "--password",
                paramLabel = "TEXT",
                description =
                        "The password itself. Other users of this machine can see it while the command runs, and the "
                                + "shell may keep it in its history: prefer the options above.")
        private @Nullable String text;
    }

    /** Whether a way to take a password was chosen. */
    public boolean isGiven() {
        return source != null;
    }

    boolean isFromStandardInput() {
        return source != null && source.standardInput;
    }

    /** The password, or null when none was asked for. */
    @Nullable
    public Password read(Secrets secrets) {
        return source == null ? null : Password.chosen(text(source, secrets, secrets::ask));
    }

    /** The same as it was given, which may be nothing at all. */
    @Nullable
    public String readText(Secrets secrets) {
        return source == null ? null : text(source, secrets, secrets::ask);
    }

    /** An existing password, given by the person who has it; asked for if no option says where to read it. */
    public Password readExisting(Secrets secrets) {
        return Password.attempted(
                source == null
                        ? secrets.askExisting("Password")
                        : text(source, secrets, what -> secrets.askExisting("Password")));
    }

    private static String text(Source source, Secrets secrets, UnaryOperator<String> asking) {
        if (source.text != null) {
            return source.text;
        }
        if (source.file != null) {
            return secrets.read(source.file);
        }
        return source.prompt ? asking.apply("password") : secrets.readStandardInput();
    }
}
