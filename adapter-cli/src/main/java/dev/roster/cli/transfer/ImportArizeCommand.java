package dev.roster.cli.transfer;

import dev.roster.cli.terminal.Secrets;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

@Command(
        name = "arize",
        header = "Bring users, roles, organizations, spaces and role bindings over from Arize.",
        description = {
            "First shows what it would do, then asks. Users are known again by e-mail address, everything else by name. "
                    + "Nothing that is here already is changed: run it as often as you like.",
            "",
            "A custom role comes with its permissions, and a role binding on a space as a grant, or as a membership where "
                    + "the bound role is a predefined one. Who has not accepted their invitation stays out, and so do "
                    + "projects and what is bound on them. Arize does not tell who belongs to which organization and space: "
                    + "see the documentation for what to do about it.",
            "",
            "Passwords and API keys cannot be read from Arize. Everybody gets a new user token, which `roster token "
                    + "show USERNAME` shows. Ends with 1 when something could not be brought."
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
