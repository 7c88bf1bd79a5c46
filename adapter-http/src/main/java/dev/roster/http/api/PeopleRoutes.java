package dev.roster.http.api;

import dev.roster.application.port.People.Person;
import dev.roster.application.user.FindPerson;
import dev.roster.application.user.ListPeople;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.User;
import dev.roster.http.web.Call;
import dev.roster.http.web.Fields;
import dev.roster.http.web.Listing;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
            Instant createdAt) {
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
                    user.createdAt());
        }
    }

    private static final Shape<AcquaintanceJson> ONE = Shape.of(AcquaintanceJson.class);
    private static final Shape<Listing<AcquaintanceJson>> LIST = Shape.listOf(AcquaintanceJson.class);

    private final ListPeople listPeople;
    private final FindPerson findPerson;

    @Inject
    PeopleRoutes(ListPeople listPeople, FindPerson findPerson) {
        this.listPeople = listPeople;
        this.findPerson = findPerson;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/people", this::list).taking("email", "status", "limit", "cursor");
        routes.get("/people/{user_id}", this::show);
    }

    private void list(Call call) {
        Set<PersonStatus> statuses = call.query().texts("status").stream()
                .map(word -> Fields.read("status", word, PersonStatus::parse))
                .collect(Collectors.toSet());
        ListPeople.Query query = new ListPeople.Query(call.query().text("email"), statuses);
        call.answer(LIST, listPeople.handle(call.caller(), query, call.page()), AcquaintanceJson::of);
    }

    private void show(Call call) {
        call.answer(ONE, AcquaintanceJson.of(findPerson.handle(call.caller(), UserRoutes.id(call))));
    }
}
