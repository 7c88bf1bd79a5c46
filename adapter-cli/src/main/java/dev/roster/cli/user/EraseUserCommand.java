package dev.roster.cli.user;

import dev.roster.application.user.EraseUser;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "erase",
        header = "Erase the personal data of a deleted user.",
        description = "Overwrites names, e-mail address, telephone number and picture, also in the audit trail. "
                + "The id and the record of their contributions stay. This cannot be undone.",
        footer = {"", "Examples:", "  roster users delete ada", "  roster users erase ada"})
final class EraseUserCommand implements Runnable {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Confirmation confirmation;
    private final Provider<EraseUser> eraseUser;

    @Parameters(paramLabel = "USER", description = "The former username or e-mail address, or the id.")
    private String user;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean agreed;

    @Inject
    EraseUserCommand(
            Operator operator, Names names, Output output, Confirmation confirmation, Provider<EraseUser> eraseUser) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.confirmation = confirmation;
        this.eraseUser = eraseUser;
    }

    @Override
    public void run() {
        UserId id = names.deletedUser(user);
        confirmation.ask("erase user `" + user + "`, id " + id, agreed);
        User erased = eraseUser.get().handle(operator.caller(), id);
        output.report("erased user `" + user + "`, who is `" + erased.username() + "` now", Layouts.USER, erased);
    }
}
