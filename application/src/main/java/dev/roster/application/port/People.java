package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people with an account, and its state. Service accounts and deleted users are not included. */
public interface People {
    /** A person, and where their account stood at the time that was asked about. */
    record Person(User user, PersonStatus status) {}

    /**
     * Which people. Each condition narrows; a null or empty one does not.
     *
     * @param text as in {@link UserFilter}
     * @param email part of the e-mail address, regardless of case; usernames are not looked at
     * @param role the account role
     * @param unseenSince as in {@link UserFilter}
     * @param order of the list; a count does not ask for it
     * @param now the time at which an invitation is pending or has ended
     */
    @RecordBuilder
    record Filter(
            @Nullable String text,
            @Nullable String email,
            Set<PersonStatus> statuses,
            @Nullable RoleId role,
            @Nullable Instant unseenSince,
            UserOrder order,
            Instant now)
            implements PeopleFilterBuilder.With {
        public Filter {
            statuses = Set.copyOf(statuses);
            Objects.requireNonNull(order, "order");
            Objects.requireNonNull(now, "now");
        }

        /** All people, oldest account first. */
        public static Filter all(Instant now) {
            return PeopleFilterBuilder.builder()
                    .statuses(Set.of())
                    .order(UserOrder.OLDEST)
                    .now(now)
                    .build();
        }
    }

    /** In the order of the filter. The page's numbers are {@linkplain UserOrder#position positions} in it. */
    Page<Person> list(Filter filter, PageRequest page);

    /** The same, of the people who are members of at least one of the places. It costs what is on the page, for each place. */
    Page<Person> listIn(Set<Place> places, Filter filter, PageRequest page);

    long count(Filter filter);

    /** The same, of the people who are members of at least one of the places. */
    long countIn(Set<Place> places, Filter filter);

    Optional<Person> find(UserId id, Instant now);

    /** All places where the user is a member. */
    Set<Place> placesOf(UserId user);
}
