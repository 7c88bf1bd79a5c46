package dev.roster.cli.transfer;

import dev.roster.cli.terminal.Secrets;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

@Command(
        name = "label-studio",
        header = "Bring users, organizations, their members and projects over from a running Label Studio.",
        description = {
            "First shows what it would do, then asks. Users are known again by e-mail address, everything else by name. "
                    + "Nothing that is here already is changed: run it as often as you like.",
            "",
            "A project becomes a dataset in the workspace `projects` of its organization, with who created it. Tasks and "
                    + "annotations stay. The key is a legacy token or a personal access token.",
            "",
            "Passwords and keys cannot be read from Label Studio. Everybody gets a new user token, which `roster token "
                    + "show USERNAME` shows. Ends with 1 when something could not be brought."
        },
        footer = {
            "",
            "Examples:",
            "  roster import label-studio --url http://localhost:8080 --api-key-prompt --dry-run",
            "  pass show label-studio/token | roster import label-studio --url https://label-studio.example.org "
                    + "--api-key-stdin --yes"
        })
final class ImportLabelStudioCommand extends ImportPlatformCommand {
    @Inject
    ImportLabelStudioCommand(PlatformImport platformImport, Secrets secrets) {
        super("label-studio", platformImport, secrets);
    }
}
