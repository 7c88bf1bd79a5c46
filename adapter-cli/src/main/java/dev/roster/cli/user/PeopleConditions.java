package dev.roster.cli.user;

import dev.roster.application.user.ListPeople;
import dev.roster.cli.terminal.Names;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.PersonStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which people. */
final class PeopleConditions {
    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "TEXT is part of the username, the e-mail address or the name.")
    private @Nullable String text;

    @Option(names = "--email", paramLabel = "TEXT", description = "TEXT is part of the e-mail address.")
    private @Nullable String email;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "active, invited, expired or deactivated; may be repeated.")
    private @Nullable List<PersonStatus> statuses;

    @Option(names = "--role", paramLabel = "ROLE", description = "The account role, by name or id.")
    private @Nullable String role;

    @Option(names = "--workspace", paramLabel = "WORKSPACE", description = "Members of WORKSPACE, by name or id.")
    private @Nullable String workspace;

    @Option(
            names = "--organization",
            paramLabel = "ORGANIZATION",
            description = "Members of ORGANIZATION, by name or id.")
    private @Nullable String organization;

    @Option(
            names = "--unseen-since",
            paramLabel = "TIME",
            description =
                    "Not seen since TIME: 2026-03-02T09:00:00Z, 2026-03-02 (UTC), or how long ago as in 12h, 90d. "
                            + "An account that was never used counts from its creation.")
    private @Nullable Instant unseenSince;

    ListPeople.Query query(Names names) {
        return ListPeople.Query.all()
                .withText(text)
                .withEmail(email)
                .withStatuses(statuses == null ? Set.of() : Set.copyOf(statuses))
                .withRole(role == null ? null : names.role(role).id())
                .withPlace(place(names))
                .withUnseenSince(unseenSince);
    }

    private @Nullable Place place(Names names) {
        if (workspace != null && organization != null) {
            throw RefusedException.invalid("organization", "give --workspace or --organization, not both");
        }
        if (workspace != null) {
            return Place.of(names.workspace(workspace).id());
        }
        return organization == null
                ? null
                : Place.of(names.organization(organization).id());
    }
}
