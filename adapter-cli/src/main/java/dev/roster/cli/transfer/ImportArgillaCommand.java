package dev.roster.cli.transfer;

import dev.roster.cli.terminal.Secrets;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

@Command(
        name = "argilla",
        header = "Bring users, workspaces and memberships over from a running Argilla 2.x server.",
        description = {
            "First shows what it would do, then asks. Ids are kept, so scripts that hold some go on working. Nothing that "
                    + "is here already is changed: run it as often as you like.",
            "",
            "Passwords and API keys cannot be read from Argilla. Everybody gets a new user token, which `roster token "
                    + "show USERNAME` shows. Ends with 1 when something could not be brought."
        },
        footer = {
            "",
            "Examples:",
            "  roster import argilla --url https://argilla.example.org --api-key-prompt --dry-run",
            "  pass show argilla/owner | roster import argilla --url http://localhost:6900 --api-key-stdin --yes"
        })
final class ImportArgillaCommand extends ImportPlatformCommand {
    @Inject
    ImportArgillaCommand(PlatformImport platformImport, Secrets secrets) {
        super("argilla", platformImport, secrets);
    }
}
