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
            description = "Only people with TEXT in the username, the e-mail address or a name.")
    private @Nullable String text;

    @Option(names = "--email", paramLabel = "TEXT", description = "Only people with TEXT in the e-mail address.")
    private @Nullable String email;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only people with this status: active, invited, expired or deactivated; may be repeated.")
    private @Nullable List<PersonStatus> statuses;

    @Option(names = "--role", paramLabel = "ROLE", description = "Only people with this account role, by name or id.")
    private @Nullable String role;

    @Option(names = "--workspace", paramLabel = "WORKSPACE", description = "Only members of WORKSPACE, by name or id.")
    private @Nullable String workspace;

    @Option(
            names = "--organization",
            paramLabel = "ORGANIZATION",
            description = "Only members of ORGANIZATION, by name or id.")
    private @Nullable String organization;

    @Option(
            names = "--unseen-since",
            paramLabel = "TIME",
            description = "Only people not seen since TIME: 2026-03-02T09:00:00Z, 2026-03-02 (UTC), or how long ago, "
                    + "such as 12h or 90d. For an account that was never used, its creation counts.")
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
