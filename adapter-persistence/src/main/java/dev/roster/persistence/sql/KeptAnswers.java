package dev.roster.persistence.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;
import org.jspecify.annotations.Nullable;

/**
 * What one reading connection to a SQLite file was answered, for as long as nothing was committed. SQLite counts commits of
 * all other connections, of this process and of others ({@code PRAGMA data_version}), and this connection makes none. The count
 * is read from the file's own state each time, as a query would read it, so that an answer is never older than one that a query
 * would give.
 */
public final class KeptAnswers implements JdbiConfig<KeptAnswers> {
    /** So many people and programs at work at the same time are known without a query. */
    static final int MOST = 1_024;

    private static final String COMMITS = "PRAGMA data_version";
    private static final int UNKNOWN = -1;

    private final Map<Object, Object> answers = new OldestOut();
    private @Nullable PreparedStatement counting;
    private int commits = UNKNOWN;

    /** The same for each connection would be shared by all of them. */
    @Override
    public KeptAnswers createCopy() {
        return new KeptAnswers();
    }

    static KeptAnswers of(Handle handle) {
        return handle.getConfig(KeptAnswers.class);
    }

    /**
     * The answer to a question, kept or asked for. What is not there is asked for each time, so that guesses fill nothing.
     *
     * @param handle the connection that this belongs to, outside of a transaction
     * @param question what decides about the answer, with {@code equals}; of a class that no other kind of question uses
     */
    @SuppressWarnings("unchecked")
    <T> Optional<T> find(Handle handle, Object question, Supplier<Optional<T>> query) {
        forgetAfterCommits(handle);
        @Nullable T kept = (T) answers.get(question);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<T> answer = query.get();
        answer.ifPresent(found -> answers.put(question, found));
        return answer;
    }

    /** Counts before the query is run, so that what it answers is as new as the count, or newer. */
    private void forgetAfterCommits(Handle handle) {
        int before = commits;
        commits = UNKNOWN;
        try {
            commits = count(handle);
        } catch (SQLException unreadable) {
            // The query meets the same, and says what it is.
            counting = null;
        }
        if (commits == UNKNOWN || commits != before) {
            answers.clear();
        }
    }

    private int count(Handle handle) throws SQLException {
        if (counting == null) {
            counting = handle.getConnection().prepareStatement(COMMITS);
        }
        try (ResultSet row = counting.executeQuery()) {
            return row.getInt(1);
        }
    }

    private static final class OldestOut extends LinkedHashMap<Object, Object> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > MOST;
        }
    }
}
