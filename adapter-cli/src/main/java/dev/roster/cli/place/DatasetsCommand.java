package dev.roster.cli.place;

import dev.roster.application.Change;
import dev.roster.application.dataset.AssignAnnotator;
import dev.roster.application.dataset.DeleteDataset;
import dev.roster.application.dataset.ListAssignees;
import dev.roster.application.dataset.ListDatasets;
import dev.roster.application.dataset.RegisterDataset;
import dev.roster.application.dataset.RestrictDataset;
import dev.roster.application.dataset.UnassignAnnotator;
import dev.roster.application.dataset.UpdateDataset;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Datasets;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.DatasetPath;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "datasets",
        header = "Register datasets and assign users to them.",
        description = "Roster stores the registration of a dataset, not its records. DATASET is WORKSPACE/DATASET "
                + "or an id.",
        subcommands = {ContributionsCommand.class, ContributeCommand.class},
        footer = {
            "",
            "Examples:",
            "  roster datasets register legal/contracts",
            "  roster datasets assign legal/contracts bob",
            "  roster datasets contribute legal/contracts bob --count 120",
            "  roster datasets contributions --user bob"
        })
public final class DatasetsCommand {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Confirmation confirmation;
    private final Provider<ListDatasets> listDatasets;
    private final Provider<RegisterDataset> registerDataset;
    private final Provider<UpdateDataset> updateDataset;
    private final Provider<DeleteDataset> deleteDataset;
    private final Provider<RestrictDataset> restrictDataset;
    private final Provider<AssignAnnotator> assignAnnotator;
    private final Provider<UnassignAnnotator> unassignAnnotator;
    private final Provider<ListAssignees> listAssignees;

    @Inject
    DatasetsCommand(
            Operator operator,
            Names names,
            Output output,
            Confirmation confirmation,
            Provider<ListDatasets> listDatasets,
            Provider<RegisterDataset> registerDataset,
            Provider<UpdateDataset> updateDataset,
            Provider<DeleteDataset> deleteDataset,
            Provider<RestrictDataset> restrictDataset,
            Provider<AssignAnnotator> assignAnnotator,
            Provider<UnassignAnnotator> unassignAnnotator,
            Provider<ListAssignees> listAssignees) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.confirmation = confirmation;
        this.listDatasets = listDatasets;
        this.registerDataset = registerDataset;
        this.updateDataset = updateDataset;
        this.deleteDataset = deleteDataset;
        this.restrictDataset = restrictDataset;
        this.assignAnnotator = assignAnnotator;
        this.unassignAnnotator = unassignAnnotator;
        this.listAssignees = listAssignees;
    }

    @Command(header = "List datasets, oldest first.")
    void list(
            @Option(
                            names = "--workspace",
                            paramLabel = "WORKSPACE",
                            description = "Only datasets in WORKSPACE, by name or id.")
                    @Nullable
                    String workspace,
            @Option(names = "--search", paramLabel = "TEXT", description = "Only datasets with TEXT in the name.")
                    @Nullable
                    String text,
            @Option(names = "--restricted", description = "Only restricted datasets; see roster datasets restrict.")
                    boolean restricted,
            @Option(
                            names = "--creator",
                            paramLabel = "USER",
                            description = "Only datasets whose creator is USER: username, e-mail address or id.")
                    @Nullable
                    String creator,
            @Mixin PageOptions pages) {
        ListDatasets.Query query = ListDatasets.Query.all()
                .withWorkspace(
                        workspace == null ? null : names.workspace(workspace).id())
                .withName(text)
                .withRestricted(restricted ? true : null)
                .withCreator(creator == null ? null : names.user(creator).id());
        output.list(Layouts.DATASET, pages, page -> listDatasets.get().handle(operator.caller(), query, page));
    }

    @Command(header = "Show one dataset.")
    void show(@Parameters(paramLabel = "DATASET", description = "WORKSPACE/DATASET or id.") String dataset) {
        output.show(Layouts.DATASET, names.dataset(dataset));
    }

    @Command(header = "Register a dataset in a workspace.")
    void register(
            @Parameters(
                            paramLabel = "WORKSPACE/DATASET",
                            description = "The workspace, and the name of the dataset there.")
                    DatasetPath path,
            @Option(names = "--id", paramLabel = "UUID", description = "The id of the dataset; default: a new id.")
                    @Nullable
                    DatasetId id,
            @Option(
                            names = "--access",
                            paramLabel = "ACCESS",
                            defaultValue = "workspace",
                            description =
                                    "workspace: open to all annotators of the workspace; assigned: only to those assigned. "
                                            + "Default: workspace.")
                    DatasetAccess access) {
        RegisterDataset.Command command = RegisterDataset.Command.of(
                        names.workspace(path.workspace()).id(), new DatasetName(path.dataset()), access)
                .withId(id);
        Datasets.Located registered = registerDataset.get().handle(operator.caller(), command);
        output.say("registered dataset `" + registered.dataset().name() + "`");
        output.show(Layouts.DATASET, registered);
    }

    @Command(
            header = "Change the name, the access or the creator of a dataset.",
            description = "The new creator must be a user who may read the dataset.")
    void update(
            @Parameters(paramLabel = "DATASET", description = "WORKSPACE/DATASET or id.") String dataset,
            @Option(names = "--name", paramLabel = "NAME", description = "The new name, without the workspace.")
                    @Nullable
                    DatasetName name,
            @Option(
                            names = "--access",
                            paramLabel = "ACCESS",
                            description = "workspace: open to all annotators of the workspace; assigned: only to "
                                    + "those assigned to the "
                                    + "dataset.")
                    @Nullable
                    DatasetAccess access,
            @Option(
                            names = "--creator",
                            paramLabel = "USER",
                            description = "The new creator: username, e-mail address or id.")
                    @Nullable
                    String creator) {
        UpdateDataset.Command command = new UpdateDataset.Command(
                names.dataset(dataset).dataset().id(),
                name == null ? Change.none() : Change.to(name),
                access == null ? Change.none() : Change.to(access),
                creator == null ? Change.none() : Change.to(names.user(creator).id()));
        Datasets.Located after = updateDataset.get().handle(operator.caller(), command);
        output.say("updated dataset `" + after.dataset().name() + "`");
        output.show(Layouts.DATASET, after);
    }

    @Command(
            header = "Limit a dataset to owners, managers and users with a grant on it.",
            description = "All other roles of the workspace's members no longer apply to the dataset. To give a user "
                    + "access, see roster grants create.")
    void restrict(@Parameters(paramLabel = "DATASET", description = "WORKSPACE/DATASET or id.") String dataset) {
        restrict(dataset, true);
    }

    @Command(header = "End the restriction of a dataset.")
    void unrestrict(@Parameters(paramLabel = "DATASET", description = "WORKSPACE/DATASET or id.") String dataset) {
        restrict(dataset, false);
    }

    private void restrict(String dataset, boolean restricted) {
        RestrictDataset.Command command =
                new RestrictDataset.Command(names.dataset(dataset).dataset().id(), restricted);
        Datasets.Located after = restrictDataset.get().handle(operator.caller(), command);
        output.report(
                "dataset `" + after.dataset().name() + "` is " + (restricted ? "restricted" : "not restricted"),
                Layouts.DATASET,
                after);
    }

    @Command(
            header = "Delete the registration of a dataset.",
            description = "Also deletes its assignments and its record of contributions. This cannot be undone.")
    void delete(
            @Parameters(paramLabel = "DATASET", description = "WORKSPACE/DATASET or id.") String dataset,
            @Option(names = "--yes", description = "Do not ask for confirmation.") boolean agreed) {
        Datasets.Located found = names.dataset(dataset);
        confirmation.ask(
                "delete dataset `" + found.workspace().name() + "/"
                        + found.dataset().name() + "`",
                agreed);
        Datasets.Located deleted =
                deleteDataset.get().handle(operator.caller(), found.dataset().id());
        output.report("deleted dataset `" + found.dataset().name() + "`", Layouts.DATASET, deleted);
    }

    @Command(
            header = "Assign a member of the workspace to a dataset.",
            description = "The first assignment closes the dataset to all annotators who are not assigned.")
    void assign(
            @Parameters(paramLabel = "DATASET", description = "WORKSPACE/DATASET or id.") String dataset,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        AssignAnnotator.Command command = new AssignAnnotator.Command(
                names.dataset(dataset).dataset().id(), names.user(user).id());
        Assignments.Assignee assignee = assignAnnotator.get().handle(operator.caller(), command);
        output.say("assigned `" + assignee.user().username() + "`");
        output.show(Layouts.ASSIGNEE, assignee);
    }

    @Command(
            header = "Remove a user's assignment to a dataset.",
            description = "The dataset stays closed to annotators who are not assigned, until roster datasets update "
                    + "--access workspace.")
    void unassign(
            @Parameters(paramLabel = "DATASET", description = "WORKSPACE/DATASET or id.") String dataset,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        UnassignAnnotator.Command command = new UnassignAnnotator.Command(
                names.dataset(dataset).dataset().id(), names.user(user).id());
        User unassigned = unassignAnnotator.get().handle(operator.caller(), command);
        output.report("`" + unassigned.username() + "` is no longer assigned", Layouts.USER, unassigned);
    }

    @Command(header = "List who is assigned to a dataset, in order of assignment.")
    void assignees(
            @Parameters(paramLabel = "DATASET", description = "WORKSPACE/DATASET or id.") String dataset,
            @Mixin PageOptions pages) {
        DatasetId id = names.dataset(dataset).dataset().id();
        output.list(Layouts.ASSIGNEE, pages, page -> listAssignees.get().handle(operator.caller(), id, page));
    }
}
