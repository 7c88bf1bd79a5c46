package dev.roster.persistence.sql;

import dev.roster.application.port.Avatars;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Avatars, at most one for each user. */
final class SqlAvatars implements Avatars {
    private final Database database;

    @Inject
    SqlAvatars(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Avatar> find(UserId user) {
        return database.sql("SELECT png FROM avatars WHERE user_id = :user")
                .with("user", user)
                .one(row -> Avatar.ofPng(row.getBytes("png")));
    }

    @Override
    public Set<UserId> having(Set<UserId> users) {
        if (users.isEmpty()) {
            return Set.of();
        }
        return database.read(handle -> handle.createQuery("SELECT user_id FROM avatars WHERE user_id IN (<users>)")
                .bindList("users", List.copyOf(users))
                .map((row, context) -> new UserId(Rows.uuid(row, "user_id")))
                .set());
    }

    @Override
    public void set(UserId user, Avatar avatar) {
        database.sql("""
                        INSERT INTO avatars (user_id, png)
                        VALUES (:user, :png)
                        ON CONFLICT (user_id) DO UPDATE SET png = excluded.png
                        """).with("user", user).with("png", avatar.png()).change();
    }

    @Override
    public boolean remove(UserId user) {
        return database.sql("DELETE FROM avatars WHERE user_id = :user")
                .with("user", user)
                .changed();
    }
}
