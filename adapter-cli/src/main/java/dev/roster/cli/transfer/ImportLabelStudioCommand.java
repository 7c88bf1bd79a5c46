package dev.roster.cli.transfer;

import dev.roster.cli.terminal.Secrets;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;

@Command(
        name = "label-studio",
        header = "Import users, organizations, their members and projects from a running Label Studio.",
        description = {
            "First shows the changes, then asks. Users are matched by e-mail address, everything else by "
                    + "name. Nothing that exists here is changed: you can run the command again at any time.",
            "",
            "A project becomes a dataset in the workspace `projects` of its organization, with its "
                    + "creator. Tasks and annotations are not imported. The key is a legacy token or a personal "
                    + "access token.",
            "",
            "Passwords and keys cannot be read from Label Studio. Each user gets a new user token, which "
                    + "`roster token show USERNAME` prints. The exit code is 3 if something could not be imported."
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
