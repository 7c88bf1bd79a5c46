package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import dev.roster.persistence.sql.StoreAddress.PostgresDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"/data/roster.db", "jdbc:sqlite:/data/roster.db", "/data/x/../roster.db"})
    void aPathIsASqliteFile(String text) {
        assertThat(StoreAddress.parse(text)).isEqualTo(StoreAddress.file(Path.of("/data/roster.db")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ana:p%40ss%3Aword+1@db.example:5433/roster?sslmode=require",
                "postgresql://ana:p%40ss%3Aword+1@db.example:5433/roster?sslmode=require",
                "jdbc:postgresql://db.example:5433/roster?sslmode=require&user=ana&password=p%40ss%3Aword%2B1",
                "jdbc:postgresql://db.example:5433/roster?user=ana&password=p%40ss%3Aword%2B1&sslmode=require"
            })
    void everySpellingNamesTheSameDatabase(String text) {
        PostgresDatabase database = (PostgresDatabase) StoreAddress.parse(text);

        assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example:5433/roster?sslmode=require");
        assertThat(database.user()).isEqualTo("ana");
        assertThat(database.password()).isEqualTo("p@ss:word+1");
        assertThat(database).hasToString("PostgreSQL at db.example:5433/roster");
    }

    @Test
    void accountMayComeFromElsewhere() {
        PostgresDatabase database = (PostgresDatabase) StoreAddress.parse("postgres://db.example/roster");

        assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example/roster");
        assertThat(database.user()).isNull();
        assertThat(database.password()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":memory:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:x?mode=ro",
                "jdbc:mysql://ana:hunter22@db.example/roster",
                "mysql://ana:hunter22@db.example/roster",
                "postgres://ana:hunter22@/roster",
                "postgres://ana:hunter22@db.example",
                "postgres://ana:hunter22 %@db.example/roster",
                "jdbc:postgresql://db.example:port/roster?password=hunter22",
                "a\u0000b"
            })
    void badAddressIsRefusedWithoutRepeatingIt(String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> StoreAddress.parse(text))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("database"))
                .withMessageNotContaining("hunter22")
                .withNoCause();
    }
}
