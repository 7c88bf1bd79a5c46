package dev.roster.cli.place;

import dev.roster.application.Change;
import dev.roster.application.workspace.UpdateWorkspace;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        header = "Change the name, the title or the description of a workspace.",
        description = "Only what is given changes.",
        footer = {
            "",
            "Examples:",
            "  roster workspaces update legal --name legal-eu",
            "  roster workspaces update legal --title \"Legal, EU\"",
            "  roster workspaces update legal --clear-title"
        })
final class UpdateWorkspaceCommand implements Runnable {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<UpdateWorkspace> updateWorkspace;

    @Parameters(paramLabel = "WORKSPACE", description = "Name or id.")
    private String workspace;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The new name: 1 to 200 letters a-z, digits, _ or -, starting with a letter or digit.")
    private @Nullable WorkspaceName name;

    @ArgGroup
    private @Nullable Title title;

    @ArgGroup
    private OrganizationsCommand.@Nullable Description description;

    /** A new title, or none. */
    static final class Title {
        @Option(
                names = "--title",
                paramLabel = "TEXT",
                description = "The new title: at most 255 characters, unique in the organization.")
        private @Nullable String text;

        @Option(names = "--clear-title", description = "Remove the title, so that people see the name.")
        private boolean cleared;

        private Change<String> change() {
            return cleared ? Change.toNothing() : Change.toNullable(text);
        }
    }

    @Inject
    UpdateWorkspaceCommand(Operator operator, Names names, Output output, Provider<UpdateWorkspace> updateWorkspace) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.updateWorkspace = updateWorkspace;
    }

    @Override
    public void run() {
        UpdateWorkspace.Command command = new UpdateWorkspace.Command(
                names.workspace(workspace).id(),
                Change.ifGiven(name),
                title == null ? Change.none() : title.change(),
                description == null ? Change.none() : description.change());
        Workspace after = updateWorkspace.get().handle(operator.caller(), command);
        output.say("updated workspace `" + after.name() + "`");
        output.show(Layouts.WORKSPACE, after);
    }
}
