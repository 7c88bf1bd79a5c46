package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** People, in the order of their accounts. */
final class SqlPeople implements People {
    /** No EXISTS, which PostgreSQL may answer by reading all invitations. */
    private static final String PENDING = """
            coalesce((
                SELECT invitations.expires_at > :now AND invitations.credential_epoch = users.credential_epoch
                FROM invitations
                WHERE invitations.user_id = users.id), FALSE)
            """;

    private static final String SELECT = "SELECT " + Rows.USER + ", " + PENDING + " AS pending FROM " + Rows.USERS;
    private static final String IN_ORDER = " ORDER BY users.number LIMIT :most";
    /** SQLite takes up to 500 queries as one. */
    private static final int MOST_PLACES = 100;

    private final Database database;

    @Inject
    SqlPeople(Database database) {
        this.database = database;
    }

    @Override
    public Page<Person> list(Filter filter, PageRequest page) {
        Conditions conditions = conditions(filter).and("users.number > :after", "after", page.after());
        String sql = SELECT + conditions.where() + IN_ORDER;
        return Page.of(
                database.read(handle -> people(conditions.bindTo(handle.createQuery(sql)), filter.now(), page)),
                page,
                SqlPeople::number);
    }

    /** Each place gives its first people in order, as its index has them; of these the first are the page. */
    @Override
    public Page<Person> listIn(Set<Place> places, Filter filter, PageRequest page) {
        List<Place> all = List.copyOf(places);
        Map<Long, Person> found = new TreeMap<>();
        database.reading(() -> {
            for (int from = 0; from < all.size(); from += MOST_PLACES) {
                List<Place> some = all.subList(from, Math.min(from + MOST_PLACES, all.size()));
                database.read(handle -> inSome(handle, some, filter, page))
                        .forEach(person -> found.put(number(person), person));
            }
            return found;
        });
        return Page.of(found.values().stream().limit(page.limit() + 1L).toList(), page, SqlPeople::number);
    }

    private static List<Person> inSome(Handle handle, List<Place> places, Filter filter, PageRequest page) {
        Conditions conditions = conditions(filter);
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < places.size(); index++) {
            parts.add(MemberTable.of(places.get(index)).people(":place" + index, "part" + index, conditions.where()));
        }
        String sql = SELECT + " WHERE users.number IN (" + String.join(" UNION ", parts) + ")" + IN_ORDER;
        Query query = conditions.bindTo(handle.createQuery(sql)).bind("after", page.after());
        for (int index = 0; index < places.size(); index++) {
            query.bind("place" + index, places.get(index).id());
        }
        return people(query, filter.now(), page);
    }

    private static List<Person> people(Query query, Instant now, PageRequest page) {
        return query.bind("now", now)
                .bind("most", page.limit() + 1)
                .map((row, context) -> person(row))
                .list();
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

    private static Conditions conditions(Filter filter) {
        Conditions conditions = new Conditions()
                .and("users.kind = 'person'")
                .andIfSet("users.email_key LIKE :email" + Containing.ESCAPED, "email", Containing.part(filter.email()));
        return withStatuses(
                conditions,
                filter.statuses().isEmpty() ? EnumSet.allOf(PersonStatus.class) : EnumSet.copyOf(filter.statuses()));
    }

    /** Several statuses by leaving out the others, so that no index on the status takes the list out of its order. */
    private static Conditions withStatuses(Conditions conditions, Set<PersonStatus> wanted) {
        boolean invited = wanted.contains(PersonStatus.INVITED);
        boolean expired = wanted.contains(PersonStatus.EXPIRED);
        Set<UserStatus> stored = EnumSet.noneOf(UserStatus.class);
        wanted.forEach(status -> stored.add(stored(status)));
        if (stored.size() == 1) {
            conditions.and("users.status = '" + stored.iterator().next().word() + "'");
        } else {
            EnumSet.complementOf(EnumSet.copyOf(stored))
                    .forEach(other -> conditions.and("users.status <> '" + other.word() + "'"));
        }
        if (invited != expired) {
            conditions.and("(users.status <> 'invited' OR " + (invited ? "" : "NOT ") + PENDING + ")");
        }
        return conditions;
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

    private static long number(Person person) {
        return person.user().number();
    }
}
