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
            description = "Only users with TEXT in the username, the e-mail address or a name.")
    private @Nullable String text;

    @Option(names = "--role", paramLabel = "ROLE", description = "Only users with this account role, by name or id.")
    private @Nullable String role;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only users with this status: active, invited, deactivated or deleted; may be repeated. "
                    + "Default: all but deleted.")
    private @Nullable List<UserStatus> statuses;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind: person or service.")
    private @Nullable UserKind kind;

    @Option(names = "--workspace", paramLabel = "WORKSPACE", description = "Only members of WORKSPACE, by name or id.")
    private @Nullable String workspace;

    @Option(
            names = "--unseen-since",
            paramLabel = "TIME",
            description = "Only users not seen since TIME: 2026-03-02T09:00:00Z, 2026-03-02 (UTC), or how long ago, "
                    + "such as 12h or 90d. For an account that was never used, its creation counts.")
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
