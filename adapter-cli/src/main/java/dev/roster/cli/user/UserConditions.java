package dev.roster.cli.user;

import dev.roster.application.port.UserFilter;
import dev.roster.cli.terminal.Names;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which users. */
final class UserConditions {
    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "TEXT is part of the username, the e-mail address or the name.")
    private @Nullable String text;

    @Option(names = "--role", paramLabel = "ROLE", description = "The account role, by name or id.")
    private @Nullable String role;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "active, invited, deactivated or deleted; may be repeated.")
    private @Nullable List<UserStatus> statuses;

    @Option(names = "--kind", paramLabel = "KIND", description = "person or service.")
    private @Nullable UserKind kind;

    @Option(names = "--workspace", paramLabel = "WORKSPACE", description = "Members of WORKSPACE, by name or id.")
    private @Nullable String workspace;

    @Option(
            names = "--unseen-since",
            paramLabel = "TIME",
            description =
                    "Not seen since TIME: 2026-03-02T09:00:00Z, 2026-03-02 (UTC), or how long ago as in 12h, 90d. "
                            + "An account that was never used counts from its creation.")
    private @Nullable Instant unseenSince;

    UserFilter filter(Names names) {
        return UserFilter.all()
                .withText(text)
                .withStatuses(statuses == null ? Set.of() : Set.copyOf(statuses))
                .withRole(role == null ? null : names.role(role).id())
                .withKind(kind)
                .withWorkspace(
                        workspace == null ? null : names.workspace(workspace).id())
                .withUnseenSince(unseenSince);
    }
}
