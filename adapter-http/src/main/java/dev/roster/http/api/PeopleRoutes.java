package dev.roster.http.api;

import dev.roster.application.port.People.Person;
import dev.roster.application.user.FindPerson;
import dev.roster.application.user.ListPeople;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.Listing;
import dev.roster.http.web.QueryParameters;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people that the caller shares a place with, or all of them. */
final class PeopleRoutes implements RouteGroup {
    /** A person with their e-mail address, to those who see the members of a place. */
    private record AcquaintanceJson(
            UUID id,
            String username,
            @Nullable String email,
            String firstName,
            @Nullable String lastName,
            @Nullable String displayName,
            String role,
            String status,
            boolean developer,
            Instant createdAt,
            @Nullable Instant lastActivityAt) {
        static AcquaintanceJson of(Person person) {
            User user = person.user();
            return new AcquaintanceJson(
                    user.id().value(),
                    user.username().value(),
                    user.email() == null ? null : user.email().value(),
                    user.profile().firstName().value(),
                    ProfileField.LAST_NAME.text(user.profile()),
                    ProfileField.DISPLAY_NAME.text(user.profile()),
                    user.role().name().value(),
                    person.status().word(),
                    user.developer(),
                    user.createdAt(),
                    user.lastActivityAt());
        }
    }

    private static final List<String> CONDITIONS =
            List.of("search", "email", "status", "role", "organization_id", "workspace_id", "unseen_since");

    private static final Shape<AcquaintanceJson> ONE = Shape.of(AcquaintanceJson.class);
    private static final Shape<Listing<AcquaintanceJson>> LIST = Shape.listOf(AcquaintanceJson.class);

    private final ListPeople listPeople;
    private final FindPerson findPerson;
    private final UserFilters filters;

    @Inject
    PeopleRoutes(ListPeople listPeople, FindPerson findPerson, UserFilters filters) {
        this.listPeople = listPeople;
        this.findPerson = findPerson;
        this.filters = filters;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/people", this::list)
                .taking(Stream.concat(CONDITIONS.stream(), Stream.of("sort", "limit", "cursor"))
                        .toArray(String[]::new));
        routes.get("/people/count", this::count).taking(CONDITIONS.toArray(String[]::new));
        routes.get("/people/{user_id}", this::show);
    }

    private void list(Call call) {
        call.answer(LIST, listPeople.handle(call.caller(), query(call), call.page()), AcquaintanceJson::of);
    }

    private void count(Call call) {
        call.answer(UserRoutes.COUNT, new UserRoutes.Count(listPeople.count(call.caller(), query(call))));
    }

    private ListPeople.Query query(Call call) {
        QueryParameters given = call.query();
        Set<PersonStatus> statuses = given.texts("status").stream()
                .map(word -> Fields.read("status", word, PersonStatus::parse))
                .collect(Collectors.toSet());
        return ListPeople.Query.all()
                .withText(given.text("search"))
                .withEmail(given.text("email"))
                .withStatuses(statuses)
                .withRole(filters.role(call))
                .withPlace(place(given))
                .withUnseenSince(given.read("unseen_since", Fields::instant))
                .withOrder(UserFilters.order(call));
    }

    private static @Nullable Place place(QueryParameters given) {
        Place organization = given.read("organization_id", id -> Place.of(OrganizationId.parse(id)));
        Place workspace = given.read("workspace_id", id -> Place.of(WorkspaceId.parse(id)));
        if (organization != null && workspace != null) {
            throw RefusedException.invalid("organization_id", "give `organization_id` or `workspace_id`, not both");
        }
        return organization == null ? workspace : organization;
    }

    private void show(Call call) {
        call.answer(ONE, AcquaintanceJson.of(findPerson.handle(call.caller(), UserRoutes.id(call))));
    }
}
