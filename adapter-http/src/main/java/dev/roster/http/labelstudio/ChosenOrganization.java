package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.annex.ListAnnexes;
import dev.roster.application.annex.PutAnnexes;
import dev.roster.application.flat.ListStandings;
import dev.roster.application.organization.FindOrganization;
import dev.roster.domain.RefusedException;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.JsonText;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The organization that somebody said they work in. It counts for as long as they belong to it. */
final class ChosenOrganization {
    private static final String KIND = "label-studio:organization";
    private static final String KEY = "active";

    private final ListAnnexes listAnnexes;
    private final PutAnnexes putAnnexes;
    private final FindOrganization findOrganization;
    private final ListStandings listStandings;

    @Inject
    ChosenOrganization(
            ListAnnexes listAnnexes,
            PutAnnexes putAnnexes,
            FindOrganization findOrganization,
            ListStandings listStandings) {
        this.listAnnexes = listAnnexes;
        this.putAnnexes = putAnnexes;
        this.findOrganization = findOrganization;
        this.listStandings = listStandings;
    }

    /** The caller's, if they chose one and belong to it still. */
    Optional<Organization> of(Caller caller, UserId self) {
        List<Annex> kept = listAnnexes.handle(caller, AnnexOwner.of(self), KIND);
        return kept.stream()
                .filter(annex -> annex.key().equals(KEY))
                .findFirst()
                .flatMap(annex -> live(caller, self, JsonText.read(annex.json()).asLong()));
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
        putAnnexes.handle(
                caller, new PutAnnexes.Command(AnnexOwner.of(user), KIND, Map.of(KEY, Long.toString(number))));
    }
}
