package dev.roster.cli.place;

import dev.roster.application.port.Workspaces;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.application.workspace.DeleteWorkspace;
import dev.roster.application.workspace.ListWorkspaces;
import dev.roster.application.workspace.UpdateWorkspace;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.Counted;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "workspaces",
        header = "Create, list and change workspaces.",
        description = "WORKSPACE is a name or id.",
        subcommands = UpdateWorkspaceCommand.class,
        footer = {
            "",
            "Examples:",
            "  roster workspaces create legal",
            "  roster workspaces create --title 'Prod EU'",
            "  roster members add legal ada --role manager",
            "  roster workspaces update legal --name legal-eu"
        })
public final class WorkspacesCommand {
    private static final Layout<DeleteWorkspace.Deleted> DELETED = Layouts.WORKSPACE
            .on(DeleteWorkspace.Deleted::workspace)
            .column("members", deleted -> deleted.contents().members())
            .column("guests", deleted -> deleted.contents().guests())
            .column("grants", deleted -> deleted.contents().grants())
            .column("datasets", deleted -> deleted.contents().datasets());

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Confirmation confirmation;
    private final Provider<ListWorkspaces> listWorkspaces;
    private final Provider<CreateWorkspace> createWorkspace;
    private final Provider<UpdateWorkspace> updateWorkspace;
    private final Provider<DeleteWorkspace> deleteWorkspace;

    @Inject
    WorkspacesCommand(
            Operator operator,
            Names names,
            Output output,
            Confirmation confirmation,
            Provider<ListWorkspaces> listWorkspaces,
            Provider<CreateWorkspace> createWorkspace,
            Provider<UpdateWorkspace> updateWorkspace,
            Provider<DeleteWorkspace> deleteWorkspace) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.confirmation = confirmation;
        this.listWorkspaces = listWorkspaces;
        this.createWorkspace = createWorkspace;
        this.updateWorkspace = updateWorkspace;
        this.deleteWorkspace = deleteWorkspace;
    }

    @Command(header = "List workspaces, oldest first.")
    void list(
            @Option(names = "--search", paramLabel = "TEXT", description = "Only workspaces with TEXT in the name.")
                    @Nullable
                    String text,
            @Option(
                            names = "--title",
                            paramLabel = "TEXT",
                            description =
                                    "Only workspaces with TEXT in the title, or in the name if there is no title.")
                    @Nullable
                    String title,
            @Option(
                            names = "--organization",
                            paramLabel = "ORGANIZATION",
                            description = "Only workspaces of ORGANIZATION, by name or id.")
                    @Nullable
                    String organization,
            @Mixin PageOptions pages) {
        ListWorkspaces.Query query = ListWorkspaces.Query.all()
                .withName(text)
                .withTitle(title)
                .withOrganization(organizationId(organization));
        output.list(Layouts.WORKSPACE, pages, page -> listWorkspaces.get().handle(operator.caller(), query, page));
    }

    @Command(header = "Show one workspace.")
    void show(@Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace) {
        output.show(Layouts.WORKSPACE, names.workspace(workspace));
    }

    @Command(header = "Create a workspace.", description = "A new workspace has no members; see roster members add.")
    void create(
            @Parameters(
                            paramLabel = "NAME",
                            arity = "0..1",
                            description = "1 to 200 letters a-z, digits, _ or -, starting with a letter or "
                                    + "digit; unique regardless of "
                                    + "case. Default: derived from the title.")
                    @Nullable
                    WorkspaceName name,
            @Option(names = "--id", paramLabel = "UUID", description = "The id of the workspace; default: a new id.")
                    @Nullable
                    WorkspaceId id,
            @Option(
                            names = "--title",
                            paramLabel = "TEXT",
                            description = "A free text that people see, unique in the organization regardless of "
                                    + "case. Default: the "
                                    + "name.")
                    @Nullable
                    String title,
            @Option(
                            names = "--description",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "At most 1,000 characters; default: none.")
                    String description,
            @Option(
                            names = "--organization",
                            paramLabel = "ORGANIZATION",
                            description = "The organization of the workspace, by name or id; default: the "
                                    + "default organization.")
                    @Nullable
                    String organization) {
        CreateWorkspace.Command command = CreateWorkspace.Command.called(name, title)
                .withId(id)
                .withOrganization(organizationId(organization))
                .withDescription(description);
        Workspace created = createWorkspace.get().handle(operator.caller(), command);
        output.say("created workspace `" + created.name() + "`");
        output.show(Layouts.WORKSPACE, created);
    }

    @Command(header = "Short for roster workspaces update --name.", hidden = true)
    void rename(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "NAME", description = "The new name.") WorkspaceName name) {
        Workspace before = names.workspace(workspace);
        Workspace after =
                updateWorkspace.get().handle(operator.caller(), UpdateWorkspace.Command.rename(before.id(), name));
        output.say("renamed workspace `" + before.name() + "` to `" + after.name() + "`");
        output.show(Layouts.WORKSPACE, after);
    }

    @Command(header = "Short for roster workspaces update --title or --clear-title.", hidden = true)
    void retitle(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(
                            paramLabel = "TITLE",
                            arity = "0..1",
                            description = "At most 255 characters, unique in the organization; default: none.")
                    @Nullable
                    String title) {
        Workspace before = names.workspace(workspace);
        Workspace after =
                updateWorkspace.get().handle(operator.caller(), UpdateWorkspace.Command.retitle(before.id(), title));
        output.say("changed the title of workspace `" + after.name() + "`");
        output.show(Layouts.WORKSPACE, after);
    }

    @Command(header = "Short for roster workspaces update --description or --clear-description.", hidden = true)
    void describe(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(
                            paramLabel = "TEXT",
                            arity = "0..1",
                            defaultValue = "",
                            description = "At most 1,000 characters; default: none.")
                    String description) {
        Workspace before = names.workspace(workspace);
        Workspace after = updateWorkspace
                .get()
                .handle(operator.caller(), UpdateWorkspace.Command.describe(before.id(), description));
        output.say("changed the description of workspace `" + after.name() + "`");
        output.show(Layouts.WORKSPACE, after);
    }

    @Command(
            header = "Delete a workspace with its memberships.",
            description = {
                "A workspace that still has datasets is deleted only with --contents, which deletes them, "
                        + "too; otherwise the command lists them and fails. Users stay, except its guests. This cannot be "
                        + "undone."
            })
    void delete(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Option(names = "--contents", description = "Delete the datasets in it, too.") boolean contents,
            @ArgGroup Deletion.@Nullable How how) {
        Workspace found = names.workspace(workspace);
        if (Deletion.isDry(how)) {
            DeleteWorkspace.Deleted there = deleteWorkspace.get().preview(operator.caller(), found.id());
            output.report("would delete " + withContents(there) + "; nothing was changed", DELETED, there);
        } else if (contents) {
            deleteWithContents(found, Deletion.isAgreed(how));
        } else {
            deleteEmpty(found, Deletion.isAgreed(how));
        }
    }

    private void deleteWithContents(Workspace found, boolean agreed) {
        DeleteWorkspace.Deleted there = deleteWorkspace.get().preview(operator.caller(), found.id());
        confirmation.ask("delete " + withContents(there), agreed);
        DeleteWorkspace.Deleted deleted =
                deleteWorkspace.get().handle(operator.caller(), DeleteWorkspace.Command.withContents(found.id()));
        output.report("deleted " + withContents(deleted), DELETED, deleted);
    }

    private void deleteEmpty(Workspace found, boolean agreed) {
        long guests = deleteWorkspace
                .get()
                .blocking(operator.caller(), found.id())
                .contents()
                .guests();
        confirmation.ask("delete workspace `" + found.name() + "`" + withGuests(guests), agreed);
        DeleteWorkspace.Deleted deleted =
                deleteWorkspace.get().handle(operator.caller(), DeleteWorkspace.Command.empty(found.id()));
        output.report("deleted workspace `" + found.name() + "`", Layouts.WORKSPACE, deleted.workspace());
    }

    private static String withContents(DeleteWorkspace.Deleted deleted) {
        Workspaces.Contents contents = deleted.contents();
        return "workspace `" + deleted.workspace().name() + "` with " + Counted.of(contents.members(), "membership")
                + ", " + Counted.of(contents.grants(), "grant") + " and "
                + Counted.of(contents.datasets(), "dataset") + withGuests(contents.guests());
    }

    /** Accounts end with it, which is more than people expect of a place. */
    static String withGuests(long guests) {
        return guests == 0 ? "" : "; the accounts of " + Counted.of(guests, "guest") + " end with it";
    }

    private @Nullable OrganizationId organizationId(@Nullable String name) {
        return name == null ? null : names.organization(name).id();
    }
}
