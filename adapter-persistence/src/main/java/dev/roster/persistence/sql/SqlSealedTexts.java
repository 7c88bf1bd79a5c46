package dev.roster.persistence.sql;

import dev.roster.application.port.SealedTexts;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The columns named {@code sealed}, wherever they are. */
final class SqlSealedTexts implements SealedTexts {
    /** The table that holds a kind of them, and the column with the id they are sealed for. */
    private record Place(String table, String id) {
        private static Place of(Kind kind) {
            return switch (kind) {
                case USER_TOKEN -> new Place("user_tokens", "user_id");
                case INVITE_LINK -> new Place("invite_links", "organization_id");
                case MAIL -> new Place("outbox", "id");
            };
        }
    }

    private final Database database;

    @Inject
    SqlSealedTexts(Database database) {
        this.database = database;
    }

    @Override
    public List<Sealed> after(Kind kind, @Nullable UUID last, int most) {
        Place place = Place.of(kind);
        String sql = "SELECT " + place.id + " AS id, sealed FROM " + place.table + " WHERE " + place.id
                + " > :last AND sealed <> '' ORDER BY " + place.id + " LIMIT :most";
        return database.sql(sql)
                .with("last", last == null ? "" : last.toString())
                .with("most", most)
                .all(row -> new Sealed(kind, Rows.uuid(row, "id"), row.getString("sealed")));
    }

    @Override
    public void replace(List<Sealed> texts) {
        texts.stream()
                .collect(Collectors.groupingBy(Sealed::kind))
                .forEach((kind, ofKind) -> database.write(handle -> replace(handle, Place.of(kind), ofKind)));
    }

    private static int replace(Handle handle, Place place, List<Sealed> texts) {
        String sql = "UPDATE " + place.table + " SET sealed = :sealed WHERE " + place.id + " = :id";
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            texts.forEach(text ->
                    batch.bind("sealed", text.text()).bind("id", text.id()).add());
            return batch.execute().length;
        }
    }
}
