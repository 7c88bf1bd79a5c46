package dev.roster.cli.transfer;

import dev.roster.cli.terminal.Secrets;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

@Command(
        name = "argilla",
        header = "Import users, workspaces and memberships from a running Argilla 2.x server.",
        description = {
            "First shows the changes, then asks. Ids stay the same, so scripts that contain them keep "
                    + "working. Nothing that exists here is changed: you can run the command again at any time.",
            "",
            "Passwords and API keys cannot be read from Argilla. Each user gets a new user token, which "
                    + "`roster token show USERNAME` prints. The exit code is 3 if something could not be imported."
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
