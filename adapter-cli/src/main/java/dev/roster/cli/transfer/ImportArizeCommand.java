package dev.roster.cli.transfer;

import dev.roster.cli.terminal.Secrets;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

@Command(
        name = "arize",
        header = "Import users, roles, organizations, spaces and role bindings from Arize.",
        description = {
            "First shows the changes, then asks. Users are matched by e-mail address, everything else by "
                    + "name. Nothing that exists here is changed: you can run the command again at any time.",
            "",
            "A custom role is imported with its permissions. A role binding on a space becomes a grant, "
                    + "or a membership if the role is predefined. Users who have not accepted their invitation, "
                    + "projects and role bindings on projects are left out. Arize does not list the members of "
                    + "organizations and spaces: docs/arize.md describes what to do.",
            "",
            "Passwords and API keys cannot be read from Arize. Each user gets a new user token, which "
                    + "`roster token show USERNAME` prints. The exit code is 3 if something could not be imported."
        },
        footer = {
            "",
            "Examples:",
            "  roster import arize --url https://api.arize.com --api-key-prompt --dry-run",
            "  pass show arize/admin | roster import arize --url https://api.arize.com --api-key-stdin --yes"
        })
final class ImportArizeCommand extends ImportPlatformCommand {
    @Inject
    ImportArizeCommand(PlatformImport platformImport, Secrets secrets) {
        super("arize", platformImport, secrets);
    }
}
