package dev.roster.cli.place;

import dev.roster.application.grant.ChangeGrant;
import dev.roster.application.grant.CreateGrant;
import dev.roster.application.grant.DeleteGrant;
import dev.roster.application.grant.GrantPlace;
import dev.roster.application.grant.ListGrants;
import dev.roster.application.port.Grants;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.cli.terminal.TargetName;
import dev.roster.domain.access.GrantKind;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "grants",
        header = "Give users extra roles on single workspaces and datasets.",
        description = {
            "A grant adds to what the user may do otherwise. Besides owners and managers, only users "
                    + "with a grant reach a restricted dataset. A user has at most one grant on each workspace and "
                    + "each dataset."
        },
        footer = {
            "",
            "Examples:",
            "  roster grants create legal/contracts bob --role commenter",
            "  roster grants update legal/contracts bob --role viewer",
            "  roster grants list --user bob",
            "  roster grants delete legal/contracts bob"
        })
public final class GrantsCommand {
    private static final String PLACE = "WORKSPACE, WORKSPACE/DATASET, workspace:ID or dataset:ID.";

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListGrants> listGrants;
    private final Provider<CreateGrant> createGrant;
    private final Provider<ChangeGrant> changeGrant;
    private final Provider<DeleteGrant> deleteGrant;

    @Inject
    GrantsCommand(
            Operator operator,
            Names names,
            Output output,
            Provider<ListGrants> listGrants,
            Provider<CreateGrant> createGrant,
            Provider<ChangeGrant> changeGrant,
            Provider<DeleteGrant> deleteGrant) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listGrants = listGrants;
        this.createGrant = createGrant;
        this.changeGrant = changeGrant;
        this.deleteGrant = deleteGrant;
    }

    /** Where. */
    static final class Place {
        @Option(
                names = "--workspace",
                paramLabel = "WORKSPACE",
                description = "Only grants on WORKSPACE or a dataset in it, by name or id.")
        private @Nullable String workspace;

        @Option(
                names = "--dataset",
                paramLabel = "DATASET",
                description = "Only grants on DATASET: WORKSPACE/DATASET or id.")
        private @Nullable String dataset;
    }

    @Command(header = "List grants in order of creation.")
    void list(
            @Option(
                            names = "--user",
                            paramLabel = "USER",
                            description = "Only grants of USER: username, e-mail address or id.")
                    @Nullable
                    String user,
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            description =
                                    "workspace or dataset: only grants on whole workspaces, or only on single datasets.")
                    @Nullable
                    GrantKind kind,
            @ArgGroup @Nullable Place place,
            @Mixin PageOptions pages) {
        String workspace = place == null ? null : place.workspace;
        String dataset = place == null ? null : place.dataset;
        Grants.Filter filter = Grants.Filter.all()
                .withUser(user == null ? null : names.user(user).id())
                .withKind(kind)
                .withWorkspace(
                        workspace == null ? null : names.workspace(workspace).id())
                .withDataset(
                        dataset == null
                                ? null
                                : names.dataset(dataset).dataset().id());
        output.list(Layouts.GRANT, pages, page -> listGrants.get().handle(operator.caller(), filter, page));
    }

    @Command(header = "Give a user an extra role on a workspace or a dataset.")
    void create(
            @Parameters(paramLabel = "PLACE", description = PLACE) TargetName place,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            required = true,
                            description = "Any role but owner, by name or id.")
                    String role) {
        GrantPlace on = names.grantPlace(place);
        CreateGrant.Command command = new CreateGrant.Command(names.user(user).id(), role, on);
        Grants.Granted granted = createGrant.get().handle(operator.caller(), command);
        output.say("`" + granted.user().username() + "` is " + role(granted) + " on "
                + granted.target().describe());
        output.show(Layouts.GRANT, granted);
    }

    @Command(header = "Change the role of a grant.")
    void update(
            @Parameters(paramLabel = "PLACE", description = PLACE) TargetName place,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            required = true,
                            description = "Any role but owner, by name or id.")
                    String role) {
        ChangeGrant.Command command =
                new ChangeGrant.Command(names.grant(place, user).grant().id(), role);
        Grants.Granted after = changeGrant.get().handle(operator.caller(), command);
        output.say("`" + after.user().username() + "` is " + role(after) + " on "
                + after.target().describe());
        output.show(Layouts.GRANT, after);
    }

    @Command(header = "Delete a grant.")
    void delete(
            @Parameters(paramLabel = "PLACE", description = PLACE) TargetName place,
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        Grants.Granted gone = deleteGrant
                .get()
                .handle(operator.caller(), names.grant(place, user).grant().id());
        output.report(
                "`" + gone.user().username() + "` is no longer " + role(gone) + " on "
                        + gone.target().describe(),
                Layouts.GRANT,
                gone);
    }

    private static String role(Grants.Granted granted) {
        return "`" + granted.grant().role().name() + "`";
    }
}
