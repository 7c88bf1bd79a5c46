package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class SqliteKeyRotationTest extends KeyRotation {
    @Override
    StoreAddress address() {
        return StoreAddress.file(directory.resolve("roster.db"));
    }

    /** A column with a sealed text that {@link SqlSealedTexts} does not know would stay under the old key. */
    @Test
    void everySealedColumnIsKnown() {
        try (Handle handle = Jdbi.open("jdbc:sqlite:" + directory.resolve("roster.db"))) {
            List<String> sealed = handle.createQuery("""
                            SELECT tables.name
                            FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
                            WHERE tables.type = 'table' AND columns.name LIKE '%sealed' ORDER BY tables.name
                            """).mapTo(String.class).list();

            assertThat(sealed).containsExactly("invite_links", "outbox", "user_tokens");
        }
    }
}
