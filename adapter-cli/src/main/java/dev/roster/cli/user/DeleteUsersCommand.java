package dev.roster.cli.user;

import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.DeleteUsers;
import dev.roster.application.user.PreviewUserDeletion;
import dev.roster.cli.terminal.Confirmation;
import dev.roster.cli.terminal.Counted;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "delete",
        header = "Delete users permanently.",
        description = {
            "Memberships, grants, assignments, credentials and sessions end at once; username and e-mail "
                    + "address become free. The record of their contributions stays. This cannot be undone.",
            "With several users, each is deleted on its own, with one line for each result; the exit "
                    + "code is 3 unless all were deleted."
        },
        footer = {
            "",
            "Examples:",
            "  roster users delete ada --dry-run",
            "  roster users delete ada",
            "  roster users delete bob 0199c2f0-7a1b-7c3d-8e4f-5a6b7c8d9e0f --yes"
        })
final class DeleteUsersCommand implements Callable<Integer> {
    private static final Layout<Row> ROWS = Layout.<Row>of("users")
            .column("asked", "user", Row::asked)
            .column("status", "outcome", row -> row.result().outcome().word())
            .column("reason", row -> row.result().reason())
            .detail("user_id", row -> row.result().user());

    private static final Layout<PreviewUserDeletion.Ends> ENDS = Layout.<PreviewUserDeletion.Ends>of("users")
            .column("user.id", ends -> ends.user().id())
            .column("user.username", "user", ends -> ends.user().username())
            .column("sessions", PreviewUserDeletion.Ends::sessions)
            .column("keys", PreviewUserDeletion.Ends::keys)
            .column("keys_made_for_others", PreviewUserDeletion.Ends::keysMadeForOthers)
            .column("memberships", ends -> words(ends.memberships()))
            .column("grants", ends -> words(ends.grants()))
            .column("assignments", PreviewUserDeletion.Ends::assignments)
            .column(
                    "service_accounts",
                    ends -> ends.services().stream()
                            .map(user -> user.username().value())
                            .toList())
            .column("service_account_count", PreviewUserDeletion.Ends::serviceCount);

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Confirmation confirmation;
    private final Provider<DeleteUser> deleteUser;
    private final Provider<DeleteUsers> deleteUsers;
    private final Provider<PreviewUserDeletion> previewDeletion;

    @Parameters(paramLabel = "USER", arity = "1..*", description = "Usernames, e-mail addresses or ids.")
    private List<String> users;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean agreed;

    @Option(names = "--dry-run", description = "Delete no one, and show what would end; for one user only.")
    private boolean dry;

    @Spec
    private CommandSpec spec;

    /** What became of somebody, by the name they were given. */
    private record Row(String asked, DeleteUsers.Result result) {}

    @Inject
    DeleteUsersCommand(
            Operator operator,
            Names names,
            Output output,
            Confirmation confirmation,
            Provider<DeleteUser> deleteUser,
            Provider<DeleteUsers> deleteUsers,
            Provider<PreviewUserDeletion> previewDeletion) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.confirmation = confirmation;
        this.deleteUser = deleteUser;
        this.deleteUsers = deleteUsers;
        this.previewDeletion = previewDeletion;
    }

    @Override
    public Integer call() {
        if (dry) {
            return preview();
        }
        return users.size() == 1 ? one(users.get(0)) : several();
    }

    private int preview() {
        if (users.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--dry-run takes one user");
        }
        output.show(
                ENDS,
                previewDeletion
                        .get()
                        .handle(operator.caller(), names.user(users.get(0)).id()));
        return ExitCodes.DONE;
    }

    private static List<String> words(List<PreviewUserDeletion.Held> held) {
        return held.stream()
                .map(one -> one.role() + " in " + one.place().describe())
                .toList();
    }

    private int one(String name) {
        User found = names.user(name);
        confirmation.ask("delete user `" + found.username() + "`", agreed);
        User deleted = deleteUser.get().handle(operator.caller(), found.id());
        output.report("deleted user `" + found.username() + "`", Layouts.USER, deleted);
        return ExitCodes.DONE;
    }

    private int several() {
        Map<String, Optional<UserId>> asked = new LinkedHashMap<>();
        users.forEach(name -> asked.computeIfAbsent(name, this::idOf));
        DeleteUsers.Command command = command(asked);
        confirmation.ask("delete " + Counted.of(asked.size(), "user"), agreed);
        Map<String, DeleteUsers.Result> results = deleteUsers.get().handle(operator.caller(), command).stream()
                .collect(Collectors.toMap(DeleteUsers.Result::asked, Function.identity(), (first, again) -> first));
        List<Row> rows = asked.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), results))
                .toList();
        output.list(ROWS, rows);
        return rows.stream().allMatch(row -> row.result().outcome() == DeleteUsers.Outcome.DELETED)
                ? ExitCodes.DONE
                : ExitCodes.REFUSED;
    }

    private Optional<UserId> idOf(String name) {
        return names.findUser(name).map(User::id);
    }

    /** A name that nobody has goes as an e-mail address, so that it gets its result too. */
    private static DeleteUsers.Command command(Map<String, Optional<UserId>> asked) {
        return new DeleteUsers.Command(
                asked.values().stream().flatMap(Optional::stream).distinct().toList(),
                asked.entrySet().stream()
                        .filter(entry -> entry.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static Row row(String name, Optional<UserId> id, Map<String, DeleteUsers.Result> results) {
        DeleteUsers.Result result = results.get(id.map(UserId::toString).orElse(name));
        return new Row(name, Optional.ofNullable(result).orElseThrow());
    }
}
