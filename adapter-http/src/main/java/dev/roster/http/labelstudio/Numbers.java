package dev.roster.http.labelstudio;

import dev.roster.application.organization.FindOrganization;
import dev.roster.application.user.FindPerson;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.text.WholeNumbers;
import dev.roster.domain.user.User;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import jakarta.inject.Inject;
import java.util.Optional;

/** What paths and bodies name by number. What the caller may not see is not there. */
final class Numbers {
    private final FindPerson findPerson;
    private final FindOrganization findOrganization;
    private final ActiveOrganization active;
    private final Standings standings;
    private final TokenSettings settings;

    @Inject
    Numbers(
            FindPerson findPerson,
            FindOrganization findOrganization,
            ActiveOrganization active,
            Standings standings,
            TokenSettings settings) {
        this.findPerson = findPerson;
        this.findOrganization = findOrganization;
        this.active = active;
        this.standings = standings;
        this.settings = settings;
    }

    /** A part of the path; one that is no number is a path to nothing. */
    static long inPath(Call call, String name) {
        try {
            return WholeNumbers.parse(name, call.context().pathParam(name), 1, Long.MAX_VALUE);
        } catch (RefusedException malformed) {
            throw Refusal.of(404, "Not found.");
        }
    }

    /** Who calls. Whoever comes through this door has an account. */
    static User self(Call call) {
        User self = call.caller().user();
        if (self == null) {
            throw RefusedException.unauthenticated("there is no account behind this credential");
        }
        return self;
    }

    static boolean isOwn(Call call, long number) {
        return self(call).number() == number;
    }

    /** @throws Refusal 404 also for who is no member of the active organization */
    Standings.Member member(Call call, long number) {
        return findMember(call, number).orElseThrow(() -> Refusal.none("User"));
    }

    /** Empty for who is no member of the active organization, as far as the caller may see that. */
    Optional<Standings.Member> findMember(Call call, long number) {
        try {
            User user = findPerson.byNumber(call.caller(), number).user();
            return standings.of(call.caller(), active.of(call), user);
        } catch (RefusedException refusal) {
            return switch (refusal.kind()) {
                case NOT_FOUND, FORBIDDEN -> Optional.empty();
                case INVALID, CONFLICT, CHANGED, UNAUTHENTICATED, THROTTLED, BUSY, UNAVAILABLE -> throw refusal;
            };
        }
    }

    /**
     * Any that the caller may see, but not with a credential that it does not take.
     *
     * @throws Refusal 404 also for one that is not the caller's: numbers are easy to count through; 401
     */
    Organization organization(Call call) {
        Organization found = find(call, inPath(call, "id"));
        if (!found.id().equals(active.of(call).id())) {
            settings.requireAccepted(call.caller(), found);
        }
        return found;
    }

    private Organization find(Call call, long number) {
        return Translated.on(
                Kind.FORBIDDEN,
                () -> Translated.on(
                        Kind.NOT_FOUND,
                        () -> findOrganization.byNumber(call.caller(), number),
                        missing -> Refusal.none("Organization")),
                hidden -> Refusal.none("Organization"));
    }
}
