package dev.roster.http.labelstudio;

import dev.roster.application.access.Caller;
import dev.roster.application.organization.ListOrganizations;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.organization.Organization;
import dev.roster.http.web.Call;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;

/** The organization that a caller works in: the one they chose, or the first that they belong to. It is found once for a request. */
final class ActiveOrganization {
    private static final String KEPT = "label-studio.organization";

    private final ListOrganizations listOrganizations;
    private final ChosenOrganization chosen;

    @Inject
    ActiveOrganization(ListOrganizations listOrganizations, ChosenOrganization chosen) {
        this.listOrganizations = listOrganizations;
        this.chosen = chosen;
    }

    /** @throws Refusal 401 for a caller who is a member of none: to this door they are nobody (contract §1.1) */
    Organization require(Context context, Caller caller) {
        Organization organization = find(caller).orElseThrow(() -> Refusal.bare(401, "User not found"));
        context.attribute(KEPT, organization);
        return organization;
    }

    /** Empty for a caller who is a member of none. The one they chose counts for as long as they belong to it. */
    Optional<Organization> find(Caller caller) {
        OptionalLong number = caller.user() == null ? OptionalLong.empty() : chosen.of(caller);
        return number.isPresent() ? byNumber(caller, number.getAsLong()).or(() -> first(caller)) : first(caller);
    }

    private Optional<Organization> byNumber(Caller caller, long number) {
        return own(caller, new PageRequest(Math.max(0, number - 1), 1)).filter(found -> found.number() == number);
    }

    private Optional<Organization> first(Caller caller) {
        return own(caller, PageRequest.first(1));
    }

    private Optional<Organization> own(Caller caller, PageRequest page) {
        return listOrganizations.own(caller, page).items().stream().findFirst();
    }

    /** Has it looked for again, after the caller chose another. */
    void forget(Call call) {
        call.context().attribute(KEPT, null);
    }

    /** The one that {@link #require} found. */
    Organization of(Call call) {
        Organization kept = call.context().attribute(KEPT);
        return kept == null ? require(call.context(), call.caller()) : kept;
    }
}
