package dev.roster.persistence.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** What the two engines say differently. */
interface Dialect {
    /** What stands for {@code ${…}} in the migrations. */
    Map<String, String> placeholders();

    /** The end of a query whose rows nobody else may change before the transaction ends. */
    String holdingRows();

    /** The unique constraint that was violated, by its name in the migrations. */
    Optional<String> violatedConstraint(SQLException failure);

    /** Whether the whole transaction may succeed when it is run again. */
    boolean mayBeRepeated(SQLException failure);

    /** What stands in the way, where a failure is no defect. */
    Optional<Trouble> trouble(SQLException failure);

    /** Likewise, for what Jdbi throws. */
    default Optional<Trouble> trouble(JdbiException failure) {
        return Optional.ofNullable(Database.sqlCause(failure)).flatMap(this::trouble);
    }

    /**
     * What the transactions that may be adding to a table right now go by. One that starts to later gets higher numbers
     * than all that were given.
     */
    Set<String> adding(Handle handle, String table);

    /**
     * An expression for the next number of a table whose column {@code number} counts its rows, to be used for a row that
     * the same transaction adds.
     */
    String nextNumber(String table);

    /** What follows a text to order it by its code points, whatever language the store was made for. */
    String byCodePoints();

    /** What makes users quick to find by a part of their search key. */
    List<String> searchIndex();

    /**
     * A query of the numbers of users who may have the trigrams of {@code :trigrams} in their search key: more than do, never
     * less. Null where the engine finds them by itself when it is asked for the key.
     */
    @Nullable
    String searching();

    /** Whether a reading connection can be asked for less than a query costs whether anything was committed since. */
    boolean countsCommits();

    /** Has the statements of a transaction planned for their values each time, where what is best depends on them. */
    void planForValues(Handle handle);

    /** Keeps all other transactions from writing to some tables until this one ends. */
    void lock(Handle handle, String... tables);
}
