package dev.roster.cli.invitation;

import dev.roster.application.invitation.InviteUser;
import dev.roster.cli.place.OrganizationOptions;
import dev.roster.cli.place.WorkspacePlace;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Mailing;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.ProfileOptions;
import dev.roster.cli.transfer.TableOptions;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "create",
        header = "Invite a person by e-mail address, or all people in a CSV.",
        customSynopsis = {
            "roster invitations create EMAIL [OPTIONS]",
            "       roster invitations create --file FILE [--links LINKS] [OPTIONS]"
        },
        description = {
            "With --mode link, the person gets a mail with a link; if no mail server is set, the command "
                    + "prints the link for you to hand on. With --mode temporary-password, the command prints a "
                    + "password once, which the person replaces at the first log-in. With --mode none, the account "
                    + "is active at once, without a password.",
            "If an invitation of the address is pending, nothing is changed or sent.",
            "",
            "A CSV needs a column email and can have username, first_name, last_name, display_name, "
                    + "pronouns, role, workspaces and developer; for empty cells, the options apply. If the file "
                    + "contains a mistake, no one is invited; see roster import for the format. The command prints "
                    + "a result for each line. With --links no mail is sent; you hand the links over."
        },
        footer = {
            "",
            "Examples:",
            "  roster invitations create ada@example.org --workspace legal:manager --workspace medical",
            "  roster invitations create bob@example.org --mode temporary-password --role admin",
            "  roster invitations create --file people.csv --workspace legal",
            "  roster invitations create --file people.csv --links links.csv"
        })
final class CreateInvitationCommand implements Callable<Integer> {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Mailing mailing;
    private final Provider<InviteUser> inviteUser;
    private final InvitationFile invitationFile;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "EMAIL",
            description = "The e-mail address; it belongs to one account only.")
    private @Nullable EmailAddress email;

    @Option(names = "--file", paramLabel = "FILE", description = "A CSV of people to invite, or - for standard input.")
    private @Nullable Path file;

    @Option(
            names = "--links",
            paramLabel = "LINKS",
            description = "With --file: write links and temporary passwords to this CSV, for you to hand over.")
    private @Nullable Path links;

    @Mixin
    private TableOptions table;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "link",
            description = "link, temporary-password or none; default: link.")
    private InviteMode mode;

    @Option(names = "--username", paramLabel = "USERNAME", description = "The username; default: the e-mail address.")
    private @Nullable Username username;

    @Mixin
    private ProfileOptions.Invited profile;

    @Option(names = "--role", paramLabel = "ROLE", description = "The account role; default: annotator.")
    private @Nullable String role;

    @Option(
            names = "--developer",
            paramLabel = "true|false",
            arity = "1",
            description =
                    "Whether the person may create API keys. Owners, managers and admins always may; default: no.")
    private @Nullable Boolean developer;

    @ArgGroup(exclusive = false)
    private @Nullable OrganizationOptions organization;

    @Option(names = "--workspace", paramLabel = "WORKSPACE[:ROLE]", description = WorkspacePlace.HELP)
    private @Nullable List<WorkspacePlace> workspaces;

    @Option(names = "--afresh", description = "Create a new account if a deleted user had this address.")
    private boolean afresh;

    private InviteUser.@Nullable Command usual;

    @Inject
    CreateInvitationCommand(
            Operator operator,
            Names names,
            Output output,
            Mailing mailing,
            Provider<InviteUser> inviteUser,
            InvitationFile invitationFile) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.mailing = mailing;
        this.inviteUser = inviteUser;
        this.invitationFile = invitationFile;
    }

    @Override
    public Integer call() {
        if ((email == null) == (file == null)) {
            throw usage(
                    email == null
                            ? "missing required parameter: 'EMAIL', or --file FILE"
                            : "EMAIL and --file exclude each other");
        }
        if (links != null && file == null) {
            throw usage("--links goes with --file");
        }
        return file == null ? inviteOne(Objects.requireNonNull(email)) : inviteMany(file);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int inviteOne(EmailAddress address) {
        table.requireUnused("--file");
        InviteUser.Command command = usual(address).withUsername(username).withProfile(profile.given());
        InviteUser.Invited invited = inviteUser.get().handle(operator.caller(), command);
        output.say(
                invited.isNew()
                        ? "invited `" + invited.user().username() + "`"
                        : "`" + invited.user().username()
                                + "` is already invited, nothing was changed or sent; `roster invitations "
                                + "resend` sends the "
                                + "invitation again");
        mailing.afterwards();
        InvitationLayouts.print(output, invited);
        return ExitCodes.DONE;
    }

    private int inviteMany(Path people) {
        if (username != null || profile.given().isMade()) {
            throw usage("a username and names are for one person, put them into the file");
        }
        if (mode == InviteMode.TEMPORARY_PASSWORD && links == null && output.isForPeople()) {
            throw usage("temporary passwords of several people are not printed, name a file for them with --links");
        }
        boolean all = invitationFile.invite(
                people, table, links, address -> usual(address).withHandOver(links != null));
        if (links == null) {
            mailing.afterwards();
        }
        return all ? ExitCodes.DONE : ExitCodes.REFUSED;
    }

    /** Made once for all: before each change, all names that were looked up are asked again. */
    private InviteUser.Command usual(EmailAddress address) {
        if (usual == null) {
            usual = asOptionsSay(address);
        }
        return usual.withEmail(address);
    }

    private InviteUser.Command asOptionsSay(EmailAddress address) {
        return InviteUser.Command.of(address, mode)
                .withRole(role)
                .withDeveloper(developer)
                .withOrganization(organization == null ? null : organization.id(names))
                .withOrganizationRole(organization == null ? null : organization.role())
                .withWorkspaces(places())
                .withAfresh(afresh);
    }

    private List<InviteUser.WorkspacePlace> places() {
        List<WorkspacePlace> wanted = workspaces == null ? List.of() : workspaces;
        return wanted.stream()
                .map(place -> new InviteUser.WorkspacePlace(
                        names.workspace(place.workspace()).id(), place.role()))
                .toList();
    }
}
