package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.flat.ListStandings;
import dev.roster.application.organization.FindOrganization;
import dev.roster.domain.RefusedException;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.JsonText;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The organization that somebody said they work in. It counts for as long as they belong to it. */
final class ChosenOrganization {
    private final KeptAccounts kept;
    private final FindOrganization findOrganization;
    private final ListStandings listStandings;

    @Inject
    ChosenOrganization(KeptAccounts kept, FindOrganization findOrganization, ListStandings listStandings) {
        this.kept = kept;
        this.findOrganization = findOrganization;
        this.listStandings = listStandings;
    }

    /** The number of the caller's, if they ever chose one, whether they belong to it still or not. */
    OptionalLong of(Caller caller) {
        return kept.own(caller, KeptAccounts.ORGANIZATION)
                .map(json -> OptionalLong.of(JsonText.read(json).asLong()))
                .orElse(OptionalLong.empty());
    }

    private Optional<Organization> live(Caller caller, UserId user, long number) {
        try {
            Organization organization = findOrganization.byNumber(caller, number);
            boolean belongs = listStandings
                    .handle(caller, new ListStandings.Query(organization.id(), Standings.WORKSPACE, Set.of(user)))
                    .containsKey(user);
            return belongs ? Optional.of(organization) : Optional.empty();
        } catch (RefusedException refusal) {
            return switch (refusal.kind()) {
                case NOT_FOUND, FORBIDDEN -> Optional.empty();
                case INVALID, CONFLICT, CHANGED, UNAUTHENTICATED, THROTTLED, BUSY, UNAVAILABLE -> throw refusal;
            };
        }
    }

    /** @throws Refusal 400 for one that the user does not belong to, as far as the caller may see that */
    void requireLive(Caller caller, UserId user, long number) {
        if (live(caller, user, number).isEmpty()) {
            throw Refusal.invalid("active_organization", "The user is no member of this organization.");
        }
    }

    void choose(Caller caller, UserId user, long number) {
        kept.put(caller, user, Map.of(KeptAccounts.ORGANIZATION, Long.toString(number)));
    }
}
