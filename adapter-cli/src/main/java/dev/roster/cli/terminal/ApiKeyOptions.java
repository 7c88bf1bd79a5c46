package dev.roster.cli.terminal;

import dev.roster.domain.credential.SecretText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the key of another platform comes from. */
public final class ApiKeyOptions {
    @ArgGroup(multiplicity = "1")
    private Source source;

    /** The ways that exclude each other. */
    static final class Source {
        @Option(
                names = "--api-key-prompt",
                description = "Ask for the API key of an owner on the other platform; your input is not shown.")
        private boolean prompt;

        @Option(
                names = "--api-key-file",
                paramLabel = "FILE",
                description = "Read the key from the first line of FILE.")
        private @Nullable Path file;

        @Option(names = "--api-key-stdin", description = "Read the key from the first line of standard input.")
        private boolean standardInput;

        @Option(
                names = "--api-key",
                paramLabel = "TEXT",
                description = "The key itself. Other users of this machine can see it while the command runs, and the "
                        + "shell may keep it in its history: prefer the options above.")
        private @Nullable String text;
    }

    public SecretText read(Secrets secrets) {
        return new SecretText(text(secrets));
    }

    private String text(Secrets secrets) {
        if (source.text != null) {
            return source.text;
        }
        if (source.file != null) {
            return secrets.read(source.file);
        }
        if (source.standardInput) {
            return secrets.readStandardInput();
        }
        if (source.prompt) {
            return secrets.askExisting("API key");
        }
        throw new IllegalStateException("one of the four has to be given");
    }
}
