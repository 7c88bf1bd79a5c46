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
        header = "Replace the secret key of this installation.",
        description = "The secret key encrypts the secrets in the store and signs the audit trail. A store opens "
                + "only with its own key.",
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
                description = "Read the new key from the first line of FILE: at least 32 characters.")
        private @Nullable Path file;

        @Option(names = "--key-stdin", description = "Read the new key from the first line of standard input.")
        private boolean standardInput;
    }

    @Command(
            name = "rotate",
            header = "Replace the secret key with a new one.",
            description = {
                "Encrypts the secrets in the store and signs the audit trail with the new key, completely or "
                        + "not at all. Without an option, the command generates the key and stores it in the data "
                        + "directory; the old key stays beside it with the ending .old, for older backups. If you give "
                        + "the key as ROSTER_SECRET_KEY, give the new key in a file or on standard input, and change "
                        + "the setting afterwards.",
                "",
                "Running servers stop writing and exit; start them again. Users who logged in through the "
                        + "Argilla dialect must log in again."
            })
    void rotate(
            @ArgGroup @Nullable Source source,
            @Option(names = "--yes", description = "Do not ask for confirmation.") boolean yes) {
        confirmation.ask("replace the secret key", yes);
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
        output.line("the secret key is " + rotated.after() + " now, the old one was " + rotated.before());
        output.line("encrypted again: " + rotated.sealed().done() + ", signed again: "
                + rotated.signed().done());
        if (rotated.sealed().left() + rotated.signed().left() > 0) {
            output.line("left unchanged, because the old key did not fit: "
                    + rotated.sealed().left() + " sealed, " + rotated.signed().left() + " signed");
        }
        output.line("start every server again with the new key; older backups need the old key");
    }
}
