package dev.roster.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class HandlePoolTest {
    private static Jdbi jdbi() {
        return Jdbi.create("jdbc:sqlite::memory:");
    }

    @Test
    void connectionIsLentAgain() {
        HandlePool pool = new HandlePool(jdbi(), 1, Patience.usual());

        Handle first = pool.take();
        pool.giveBack(first);

        assertThat(pool.take()).isSameAs(first);
    }

    @Test
    void openTransactionDoesNotReachTheNextOne() {
        HandlePool pool = new HandlePool(jdbi(), 1, Patience.usual());
        Handle handle = pool.take();
        handle.execute("CREATE TABLE things (name TEXT)");
        handle.begin();
        handle.execute("INSERT INTO things VALUES ('half')");

        pool.giveBack(handle);

        Handle next = pool.take();
        assertThat(next.isInTransaction()).isFalse();
        assertThat(next.createQuery("SELECT count(*) FROM things")
                        .mapTo(Integer.class)
                        .one())
                .isZero();
    }

    @Test
    void brokenConnectionIsReplaced() {
        HandlePool pool = new HandlePool(jdbi(), 1, Patience.usual());
        Handle broken = pool.take();
        broken.close();

        pool.giveBack(broken);

        assertThat(pool.take().createQuery("SELECT 1").mapTo(Integer.class).one())
                .isEqualTo(1);
    }

    @Test
    void connectionThatComesBackLateIsClosed() {
        HandlePool pool = new HandlePool(jdbi(), 1, Patience.usual());
        Handle late = pool.take();

        pool.close();
        pool.giveBack(late);

        assertThat(late.isClosed()).isTrue();
    }
}
