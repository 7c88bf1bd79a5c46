package dev.roster.cli.terminal;

import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.UserToken;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The source of a chosen user token. */
public final class TokenOptions {
    @ArgGroup
    private @Nullable Source source;

    /** The ways that exclude each other. */
    static final class Source {
        @Option(names = "--user-token-prompt", description = "Ask for the user token; your input is not shown.")
        private boolean prompt;

        @Option(
                names = "--user-token-file",
                paramLabel = "FILE",
                description = "Read the user token from the first line of FILE.")
        private @Nullable Path file;

        @Option(
                names = "--user-token-stdin",
                description = "Read the user token from the first line of standard input.")
        private boolean standardInput;

        @Option(
                names = "--user-token",
                paramLabel = "TEXT",
                description = "The user token itself. Other users of this machine can see it while the command runs. "
                        + "Default: a random token.")
        private @Nullable String text;
    }

    boolean isFromStandardInput() {
        return source != null && source.standardInput;
    }

    /** The token, or null when none was chosen. */
    @Nullable
    public UserToken read(Secrets secrets) {
        return source == null ? null : UserToken.of(text(source, secrets));
    }

    /** The same as it was given, whether it can be a token or not. */
    @Nullable
    public SecretText readText(Secrets secrets) {
        return source == null ? null : new SecretText(text(source, secrets));
    }

    private static String text(Source source, Secrets secrets) {
        if (source.text != null) {
            return source.text;
        }
        if (source.file != null) {
            return secrets.read(source.file);
        }
        return source.prompt ? secrets.ask("user token") : secrets.readStandardInput();
    }
}
