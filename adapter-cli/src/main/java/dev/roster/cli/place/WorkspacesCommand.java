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
        header = "Where teams work.",
        description = "A workspace is named by name or id.",
        footer = {
            "",
            "Examples:",
            "  roster workspaces create legal",
            "  roster workspaces create --title 'Prod EU'",
            "  roster members add legal ada --role manager",
            "  roster workspaces rename legal legal-eu"
        })
public final class WorkspacesCommand {
    private static final Layout<DeleteWorkspace.Deleted> DELETED = Layouts.WORKSPACE
            .on(DeleteWorkspace.Deleted::workspace)
            .column("members", deleted -> deleted.contents().members())
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
            @Option(names = "--search", paramLabel = "TEXT", description = "TEXT is part of the name.") @Nullable
                    String text,
            @Option(
                            names = "--title",
                            paramLabel = "TEXT",
                            description = "TEXT is part of the title, or of the name where there is no title.")
                    @Nullable
                    String title,
            @Option(names = "--organization", paramLabel = "ORGANIZATION", description = "By name or id.") @Nullable
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

    @Command(header = "Create a workspace.", description = "Nobody is a member of it yet: roster members add.")
    void create(
            @Parameters(
                            paramLabel = "NAME",
                            arity = "0..1",
                            description =
                                    "1 to 200 letters a-z, digits, _ or -, starting with a letter or digit; unique "
                                            + "without regard to case. Default: made from the title.")
                    @Nullable
                    WorkspaceName name,
            @Option(names = "--id", paramLabel = "UUID", description = "The id to have; a new one without.") @Nullable
                    WorkspaceId id,
            @Option(
                            names = "--title",
                            paramLabel = "TEXT",
                            description =
                                    "A free name for people, unique in its organization without regard to case. Default: the name.")
                    @Nullable
                    String title,
            @Option(
                            names = "--description",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "At most 1,000 characters.")
                    String description,
            @Option(
                            names = "--organization",
                            paramLabel = "ORGANIZATION",
                            description = "By name or id; the default one without.")
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

    @Command(header = "Change what a workspace is called.")
    void rename(
            @Parameters(paramLabel = "WORKSPACE", description = "Name or id.") String workspace,
            @Parameters(paramLabel = "NAME", description = "The new name.") WorkspaceName name) {
        Workspace before = names.workspace(workspace);
        Workspace after =
                updateWorkspace.get().handle(operator.caller(), UpdateWorkspace.Command.rename(before.id(), name));
        output.say("renamed workspace `" + before.name() + "` to `" + after.name() + "`");
        output.show(Layouts.WORKSPACE, after);
    }

    @Command(
            header = "Change the free name that people see, or take it away.",
            description = "What programs call the workspace stays.")
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

    @Command(header = "Describe a workspace to people, or take the description away.")
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
                "One that still has datasets stays, and the refusal names them; with --contents they go with it. People stay. "
                        + "There is no way back."
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
        confirmation.ask("delete workspace `" + found.name() + "`", agreed);
        DeleteWorkspace.Deleted deleted =
                deleteWorkspace.get().handle(operator.caller(), DeleteWorkspace.Command.empty(found.id()));
        output.report("deleted workspace `" + found.name() + "`", Layouts.WORKSPACE, deleted.workspace());
    }

    private static String withContents(DeleteWorkspace.Deleted deleted) {
        Workspaces.Contents contents = deleted.contents();
        return "workspace `" + deleted.workspace().name() + "` with " + Counted.of(contents.members(), "membership")
                + ", " + Counted.of(contents.grants(), "grant") + " and "
                + Counted.of(contents.datasets(), "dataset");
    }

    private @Nullable OrganizationId organizationId(@Nullable String name) {
        return name == null ? null : names.organization(name).id();
    }
}
