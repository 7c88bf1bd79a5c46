package dev.roster.cli.installation;

import static java.util.Objects.requireNonNull;

import dev.roster.application.secret.RotateSecretKey;
import dev.roster.application.secret.RotateSecretKey.Rotated;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.Secrets;
import dev.roster.domain.credential.SecretText;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "secret",
        header = "The secret key of this installation.",
        description =
                "It seals what is stored and signs the audit trail. A store opens with the key that it belongs to, and "
                        + "with no other.",
        footer = {"", "Examples:", "  roster secret rotate --yes", "  roster secret rotate --key-file new.key"})
public final class SecretCommand {
    private static final Layout<Rotated> ROTATED = Layout.<Rotated>of("rotations")
            .column("key_before", Rotated::before)
            .column("key", Rotated::after)
            .column("sealed", rotated -> rotated.sealed().done())
            .column("not_sealed", rotated -> rotated.sealed().left())
            .column("signed", rotated -> rotated.signed().done())
            .column("not_signed", rotated -> rotated.signed().left());

    private final Operator operator;
    private final Output output;
    private final Secrets secrets;
    private final Confirmation confirmation;
    private final Provider<RotateSecretKey> rotateSecretKey;

    @Inject
    SecretCommand(
            Operator operator,
            Output output,
            Secrets secrets,
            Confirmation confirmation,
            Provider<RotateSecretKey> rotateSecretKey) {
        this.operator = operator;
        this.output = output;
        this.secrets = secrets;
        this.confirmation = confirmation;
        this.rotateSecretKey = rotateSecretKey;
    }

    /** Where the new key comes from; the two exclude each other. */
    static final class Source {
        @Option(
                names = "--key-file",
                paramLabel = "FILE",
                description = "Take the new key from the first line of FILE: at least 32 characters.")
        private @Nullable Path file;

        @Option(names = "--key-stdin", description = "Take the new key from the first line of standard input.")
        private boolean standardInput;
    }

    @Command(
            name = "rotate",
            header = "Put another secret key in the place of the present one.",
            description = {
                "Seals everything in the store anew and signs the audit trail anew, as a whole or not at all. Without an "
                        + "option a key is made and kept in the data directory, and the old one stays beside it with the "
                        + "ending .old, for backups from before. Where the key is given as ROSTER_SECRET_KEY, give the new "
                        + "one by file or on standard input, and change the setting afterwards.",
                "",
                "Servers that run write nothing any more and end; start them again. Who logged in through the Argilla "
                        + "dialect logs in again."
            })
    void rotate(
            @ArgGroup @Nullable Source source,
            @Option(names = "--yes", description = "Do it without asking.") boolean yes) {
        confirmation.ask("put another secret key in the place of the present one", yes);
        Rotated rotated = rotateSecretKey.get().handle(operator.caller(), source == null ? null : read(source));
        if (output.isForPeople()) {
            tell(rotated);
        } else {
            output.show(ROTATED, rotated);
        }
    }

    private SecretText read(Source source) {
        return new SecretText(
                source.standardInput ? secrets.readStandardInput() : secrets.read(requireNonNull(source.file)));
    }

    private void tell(Rotated rotated) {
        output.line("the secret key is " + rotated.after() + " now, it was " + rotated.before());
        output.line("sealed anew: " + rotated.sealed().done() + ", signed anew: "
                + rotated.signed().done());
        if (rotated.sealed().left() + rotated.signed().left() > 0) {
            output.line("left as they are, because the old key did not fit: "
                    + rotated.sealed().left() + " sealed, " + rotated.signed().left() + " signed");
        }
        output.line("start every server again with the new key; backups from before need the old one");
    }
}
