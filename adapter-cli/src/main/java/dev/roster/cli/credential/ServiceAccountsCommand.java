package dev.roster.cli.credential;

import dev.roster.application.port.UserFilter;
import dev.roster.application.user.ListUsers;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.cli.terminal.UserOrderOption;
import dev.roster.domain.user.UserKind;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "service-accounts",
        header = "Create and list service accounts, which only programs use.",
        description = "A service account has no password, and at any time at most the rights of its creator. To "
                + "all other commands it is a user: roster members, roster keys, roster users deactivate.",
        subcommands = CreateServiceAccountCommand.class,
        footer = {
            "",
            "Examples:",
            "  roster service-accounts create nightly-sync --workspace legal:admin --expires 90d",
            "  roster keys create nightly-sync second-key",
            "  roster service-accounts list --workspace legal"
        })
public final class ServiceAccountsCommand {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListUsers> listUsers;

    @Inject
    ServiceAccountsCommand(Operator operator, Names names, Output output, Provider<ListUsers> listUsers) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listUsers = listUsers;
    }

    @Command(header = "List service accounts.")
    void list(
            @Option(
                            names = "--workspace",
                            paramLabel = "WORKSPACE",
                            description = "Only members of WORKSPACE, by name or id.")
                    @Nullable
                    String workspace,
            @Mixin UserOrderOption sort,
            @Mixin PageOptions pages) {
        UserFilter filter = UserFilter.all()
                .withKind(UserKind.SERVICE)
                .withWorkspace(
                        workspace == null ? null : names.workspace(workspace).id())
                .withOrder(sort.order());
        output.list(Layouts.USER, pages, page -> listUsers.get().handle(operator.caller(), filter, page));
    }
}
