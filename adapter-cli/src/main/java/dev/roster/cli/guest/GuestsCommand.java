package dev.roster.cli.guest;

import dev.roster.application.guest.ChangeStay;
import dev.roster.cli.terminal.End;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "guests",
        header = "Accounts that end with a workspace or at a time.",
        description =
                "When a guest's workspace is deleted, or the end of the stay comes, no credential of the guest works any "
                        + "longer, and the account is deleted soon after. All other commands know guests as users.",
        subcommands = CreateGuestsCommand.class,
        footer = {
            "",
            "Examples:",
            "  roster guests create legal --count 20 --until 2026-12-31",
            "  roster guests extend guest-7 --until 30d",
            "  roster guests make-permanent guest-7"
        })
public final class GuestsCommand {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ChangeStay> changeStay;

    @Inject
    GuestsCommand(Operator operator, Names names, Output output, Provider<ChangeStay> changeStay) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.changeStay = changeStay;
    }

    /** The new end, or none. */
    static final class NewEnd {
        @Option(names = "--until", paramLabel = "TIME", description = "The new end. " + End.HELP + ".")
        private @Nullable End end;

        @Option(names = "--no-end", description = "End with the workspace alone.")
        private boolean none;
    }

    @Command(header = "Move the end of a guest's stay, to a later or an earlier time.")
    void extend(
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @ArgGroup(multiplicity = "1") NewEnd end) {
        User guest = changeStay
                .get()
                .until(operator.caller(), names.user(user).id(), end.none ? null : End.orNever(end.end));
        output.report("changed the end of the stay of `" + guest.username() + "`", Layouts.USER, guest);
    }

    @Command(name = "make-permanent", header = "Turn a guest into a user whose account does not end by itself.")
    void makePermanent(@Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        User permanent = changeStay
                .get()
                .makePermanent(operator.caller(), names.user(user).id());
        output.report("the account of `" + permanent.username() + "` is permanent", Layouts.USER, permanent);
    }
}
