package dev.roster.persistence.sql;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A table of links of which each user has at most one, and which a change of the user overtakes. */
abstract class UserLinks {
    private final Database database;
    private final String put;
    private final String find;
    private final String claim;
    private final String remove;

    UserLinks(Database database, String table) {
        this.database = database;
        String usable = """
                WHERE digest = :digest AND expires_at > :now AND credential_epoch = (
                    SELECT users.credential_epoch FROM users WHERE users.id = {links}.user_id)
                """.replace("{links}", table);
        put = """
                INSERT INTO {links} (user_id, digest, expires_at, credential_epoch)
                VALUES (:user, :digest, :expiresAt,
                    (SELECT credential_epoch FROM users WHERE id = :user))
                ON CONFLICT (user_id) DO UPDATE SET
                    digest = excluded.digest, expires_at = excluded.expires_at,
                    credential_epoch = excluded.credential_epoch
                """.replace("{links}", table);
        find = "SELECT user_id FROM " + table + " " + usable;
        claim = "DELETE FROM " + table + " " + usable + " RETURNING user_id";
        remove = "DELETE FROM " + table + " WHERE user_id = :user";
    }

    public void put(UserId user, SecretDigest digest, Instant expiresAt) {
        database.sql(put)
                .with("user", user)
                .with("digest", digest)
                .with("expiresAt", expiresAt)
                .change();
    }

    public Optional<UserId> find(SecretDigest digest, Instant now) {
        return database.sql(find).with("digest", digest).with("now", now).one(UserLinks::user);
    }

    public Optional<UserId> claim(SecretDigest digest, Instant now) {
        return database.sql(claim).with("digest", digest).with("now", now).returning(UserLinks::user);
    }

    public void removeAllOf(UserId user) {
        database.sql(remove).with("user", user).change();
    }

    private static UserId user(ResultSet row) throws SQLException {
        return new UserId(Rows.uuid(row, "user_id"));
    }
}
