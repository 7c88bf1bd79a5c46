package dev.roster.persistence.sql;

import dev.roster.domain.text.NameKey;
import dev.roster.domain.workspace.Workspace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Migration 32: workspaces have a key of what people see, and no two of an organization the same. Of those that looked alike
 * before, the oldest keeps its title, and the others have a number behind it. The keys are made by the domain, so this is code.
 */
final class ShownNames extends CodeMigration {
    static final int VERSION = 32;

    /** A workspace as it was. */
    private record Old(
            long number,
            String organization,
            String name,
            @Nullable String title) {
        private String shown() {
            return title == null ? name : title;
        }

        private Key key(String shown) {
            return new Key(organization, NameKey.of(shown));
        }
    }

    private record Key(String organization, NameKey shown) {}

    /** Which names are given, and which number was the last behind one of them. */
    private static final class Given {
        private final Set<Key> taken = new HashSet<>();
        private final Map<Key, Integer> last = new HashMap<>();

        private boolean isFirst(Old old) {
            return taken.add(old.key(old.shown()));
        }

        private String next(Old old) {
            String title;
            do {
                int count = last.merge(old.key(old.shown()), 2, (before, first) -> before + 1);
                title = numbered(old.shown(), count);
            } while (!taken.add(old.key(title)));
            return title;
        }
    }

    ShownNames() {
        super(VERSION, "shown names");
    }

    @Override
    void migrate(Handle handle) {
        handle.execute("ALTER TABLE workspaces ADD COLUMN shown_key TEXT NOT NULL DEFAULT ''");
        fill(handle, workspaces(handle));
        handle.execute("CREATE UNIQUE INDEX workspaces_organization_id_shown_key"
                + " ON workspaces (organization_id, shown_key)");
    }

    private static List<Old> workspaces(Handle handle) {
        return handle.createQuery("SELECT number, organization_id, name, title FROM workspaces ORDER BY number")
                .map((row, context) -> new Old(
                        row.getLong("number"),
                        Objects.requireNonNull(row.getString("organization_id")),
                        Objects.requireNonNull(row.getString("name")),
                        row.getString("title")))
                .list();
    }

    private static void fill(Handle handle, List<Old> workspaces) {
        Given given = new Given();
        // All that keep their names come first: no number may make another one look like them.
        Map<Boolean, List<Old>> byKeeping = workspaces.stream().collect(Collectors.partitioningBy(given::isFirst));
        PreparedBatch batch =
                handle.prepareBatch("UPDATE workspaces SET title = :title, shown_key = :shown WHERE number = :number");
        byKeeping.getOrDefault(true, List.of()).forEach(old -> add(batch, old, old.title()));
        byKeeping.getOrDefault(false, List.of()).forEach(old -> add(batch, old, given.next(old)));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void add(PreparedBatch batch, Old old, @Nullable String title) {
        batch.bind("title", title)
                .bind("shown", NameKey.of(title == null ? old.name() : title))
                .bind("number", old.number())
                .add();
    }

    /** The title with a number behind it, shortened where that makes it too long. */
    private static String numbered(String title, int count) {
        String end = " (" + count + ")";
        int room = Workspace.MOST_TITLE - end.length();
        int[] kept = title.codePoints().limit(room).toArray();
        return new String(kept, 0, shownLength(kept)) + end;
    }

    /** Without what may only stand between two characters that show, now that a blank comes next. */
    private static int shownLength(int[] characters) {
        int length = characters.length;
        while (length > 0 && isBetween(characters[length - 1])) {
            length--;
        }
        return length;
    }

    private static boolean isBetween(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
