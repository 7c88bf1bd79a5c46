package dev.roster.http.labelstudio;

import dev.roster.application.organization.FindOrganization;
import dev.roster.application.user.FindPerson;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.text.WholeNumbers;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.http.dialect.Translated;
import dev.roster.http.web.Call;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** What paths and bodies name by number. What the caller may not see is not there. */
final class Numbers {
    private final FindPerson findPerson;
    private final FindOrganization findOrganization;
    private final ActiveOrganization active;
    private final Standings standings;

    @Inject
    Numbers(FindPerson findPerson, FindOrganization findOrganization, ActiveOrganization active, Standings standings) {
        this.findPerson = findPerson;
        this.findOrganization = findOrganization;
        this.active = active;
        this.standings = standings;
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
    User user(Call call, long number) {
        User user = Translated.on(
                        Kind.NOT_FOUND,
                        () -> findPerson.byNumber(call.caller(), number),
                        missing -> Refusal.none("User"))
                .user();
        if (!members(call, user).containsKey(user.id())) {
            throw Refusal.none("User");
        }
        return user;
    }

    private Map<UserId, Standings.Shown> members(Call call, User user) {
        return Translated.on(
                Kind.FORBIDDEN,
                () -> standings.of(call.caller(), active.of(call), List.of(user)),
                hidden -> Refusal.none("User"));
    }

    /** @throws Refusal 404 for one that is not there; 403 is left for one that is not the caller's */
    Organization organization(Call call) {
        long number = inPath(call, "id");
        return Translated.on(
                Kind.NOT_FOUND,
                () -> findOrganization.byNumber(call.caller(), number),
                missing -> Refusal.none("Organization"));
    }
}
