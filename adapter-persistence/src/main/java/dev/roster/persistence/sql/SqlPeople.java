package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People;
import dev.roster.application.port.UserOrder;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** People, and where their accounts stand. */
final class SqlPeople implements People {
    /** No EXISTS, which PostgreSQL may answer by reading all invitations. */
    private static final String PENDING = """
            coalesce((
                SELECT invitations.expires_at > :at AND invitations.credential_epoch = users.credential_epoch
                FROM invitations
                WHERE invitations.user_id = users.id), FALSE)
            """;

    private static final String SELECT =
            "SELECT " + Rows.USER + ", " + PENDING.replace(":at", ":now") + " AS pending FROM " + Rows.USERS;

    private final Database database;

    @Inject
    SqlPeople(Database database) {
        this.database = database;
    }

    @Override
    public Page<Person> list(Filter filter, PageRequest page) {
        return page(selection(filter), filter, page);
    }

    /** Of more places than one query takes, those who come first in some of them are put together. */
    @Override
    public Page<Person> listIn(Set<Place> places, Filter filter, PageRequest page) {
        if (places.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        return filter.order() == UserOrder.OLDEST && places.size() > UserSelection.MOST_PLACES
                ? firstIn(List.copyOf(places), filter, page)
                : page(selection(filter).in(places), filter, page);
    }

    private Page<Person> page(UserSelection selection, Filter filter, PageRequest page) {
        List<Person> found = database.reading(() -> database.read(handle -> inOne(handle, selection, filter, page)));
        return Page.of(found, page, person -> filter.order().position(person.user()));
    }

    private Page<Person> firstIn(List<Place> places, Filter filter, PageRequest page) {
        Map<Long, Person> found = new TreeMap<>();
        database.reading(() -> {
            for (int from = 0; from < places.size(); from += UserSelection.MOST_PLACES) {
                UserSelection some = selection(filter)
                        .in(places.subList(from, Math.min(from + UserSelection.MOST_PLACES, places.size())));
                database.read(handle -> inOne(handle, some, filter, page))
                        .forEach(person -> found.put(person.user().number(), person));
            }
            return found;
        });
        return Page.of(
                found.values().stream().limit(page.limit() + 1L).toList(),
                page,
                person -> person.user().number());
    }

    private static List<Person> inOne(Handle handle, UserSelection selection, Filter filter, PageRequest page) {
        Conditions conditions = selection.page(handle, page);
        Query query = selection.query(handle, SELECT + conditions.where() + selection.inOrder(), conditions);
        return people(query, filter.now(), page);
    }

    private static List<Person> people(Query query, Instant now, PageRequest page) {
        return query.bind("now", now)
                .bind("most", page.limit() + 1)
                .map((row, context) -> person(row))
                .list();
    }

    @Override
    public long count(Filter filter) {
        return count(selection(filter));
    }

    @Override
    public long countIn(Set<Place> places, Filter filter) {
        return places.isEmpty() ? 0 : count(selection(filter).in(places));
    }

    private long count(UserSelection selection) {
        return database.reading(() -> database.read(selection::count));
    }

    @Override
    public Optional<Person> find(UserId id, Instant now) {
        return database.sql(SELECT + " WHERE users.id = :id AND users.kind = 'person' AND users.status <> 'deleted'")
                .with("id", id)
                .with("now", now)
                .one(SqlPeople::person);
    }

    @Override
    public Set<Place> placesOf(UserId user) {
        Set<Place> places = new HashSet<>();
        database.reading(() -> {
            for (MemberTable table : MemberTable.values()) {
                places.addAll(database.sql(table.placesOf)
                        .with("user", user)
                        .all(row -> table.place(Rows.uuid(row, "place_id"))));
            }
            return places;
        });
        return places;
    }

    private UserSelection selection(Filter filter) {
        Set<PersonStatus> wanted =
                filter.statuses().isEmpty() ? EnumSet.allOf(PersonStatus.class) : EnumSet.copyOf(filter.statuses());
        UserSelection selection = new UserSelection(database.dialect(), filter.order())
                .withRole(filter.role())
                .unseenSince(filter.unseenSince())
                .withStatuses(wanted.stream()
                        .map(SqlPeople::stored)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(UserStatus.class))))
                .ofKind(UserKind.PERSON)
                .with("users.email_key LIKE :email" + Containing.ESCAPED, "email", Containing.part(filter.email()))
                .withText(filter.text());
        boolean invited = wanted.contains(PersonStatus.INVITED);
        return invited == wanted.contains(PersonStatus.EXPIRED)
                ? selection
                : selection.with(
                        "(users.status <> 'invited' OR " + (invited ? "" : "NOT ") + PENDING + ")", "at", filter.now());
    }

    private static UserStatus stored(PersonStatus status) {
        return switch (status) {
            case ACTIVE -> UserStatus.ACTIVE;
            case INVITED, EXPIRED -> UserStatus.INVITED;
            case DEACTIVATED -> UserStatus.DEACTIVATED;
        };
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                Rows.user(row), shown(UserStatus.parse(row.getString("user_status")), row.getBoolean("pending")));
    }

    private static PersonStatus shown(UserStatus stored, boolean pending) {
        return switch (stored) {
            case ACTIVE -> PersonStatus.ACTIVE;
            case INVITED -> pending ? PersonStatus.INVITED : PersonStatus.EXPIRED;
            case DEACTIVATED, DELETED -> PersonStatus.DEACTIVATED;
        };
    }
}
