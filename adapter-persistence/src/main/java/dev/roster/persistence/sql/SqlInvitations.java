package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Invitations;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invitations, at most one for each user. */
final class SqlInvitations implements Invitations {
    private static final String COLUMNS = """
            invitations.id AS invitation_id, invitations.number AS invitation_number,
            invitations.user_id AS invitation_user_id, invitations.mode AS invitation_mode,
            invitations.digest AS invitation_digest, invitations.inviter_id AS invitation_inviter_id,
            invitations.created_at AS invitation_created_at, invitations.sent_at AS invitation_sent_at,
            invitations.expires_at AS invitation_expires_at,
            (invitations.credential_epoch <> users.credential_epoch) AS invitation_overtaken
            """;
    private static final String SELECT =
            "SELECT " + COLUMNS + " FROM invitations JOIN users ON users.id = invitations.user_id ";
    private static final String INVITED = "SELECT " + COLUMNS + ", " + Rows.USER + """
            FROM invitations
            JOIN users ON users.id = invitations.user_id
            JOIN roles AS account_roles ON account_roles.id = users.role_id
            """;

    private static final String PENDING =
            "(invitations.expires_at > :now AND invitations.credential_epoch = users.credential_epoch)";

    private final Database database;

    @Inject
    SqlInvitations(Database database) {
        this.database = database;
    }

    @Override
    public Invitation put(Invitation invitation) {
        return database.write(handle -> invitation.withNumber(handle.createQuery("""
                        INSERT INTO invitations (
                            id, user_id, mode, digest, inviter_id, created_at, sent_at, expires_at, credential_epoch)
                        VALUES (:id, :user, :mode, :digest, :inviter, :createdAt, :sentAt, :expiresAt,
                            (SELECT credential_epoch FROM users WHERE id = :user))
                        ON CONFLICT (user_id) DO UPDATE SET
                            id = excluded.id, mode = excluded.mode, digest = excluded.digest,
                            inviter_id = excluded.inviter_id, created_at = excluded.created_at,
                            sent_at = excluded.sent_at, expires_at = excluded.expires_at,
                            credential_epoch = excluded.credential_epoch
                        RETURNING number
                        """)
                .bind("id", invitation.id())
                .bind("user", invitation.user())
                .bind("mode", invitation.mode().word())
                .bind("digest", invitation.digest())
                .bind("inviter", invitation.inviter())
                .bind("createdAt", invitation.createdAt())
                .bind("sentAt", invitation.sentAt())
                .bind("expiresAt", invitation.expiresAt())
                .mapTo(Long.class)
                .one()));
    }

    @Override
    public Optional<Invitation> find(UserId user) {
        return database.sql(SELECT + "WHERE invitations.user_id = :user")
                .with("user", user)
                .one(SqlInvitations::invitation);
    }

    @Override
    public Optional<Invitation> findByDigest(SecretDigest digest) {
        return database.sql(SELECT + "WHERE invitations.digest = :digest")
                .with("digest", digest)
                .one(SqlInvitations::invitation);
    }

    @Override
    public boolean remove(UserId user) {
        return database.sql("DELETE FROM invitations WHERE user_id = :user")
                .with("user", user)
                .changed();
    }

    @Override
    public Page<Invited> list(@Nullable Boolean pending, Instant now, PageRequest page) {
        Conditions conditions = new Conditions().and("invitations.number > :after", "after", page.after());
        if (pending != null) {
            conditions.and((pending ? "" : "NOT ") + PENDING, "now", now);
        }
        String sql = INVITED + conditions.where() + " ORDER BY invitations.number LIMIT :most";
        return database.sql(sql)
                .with(conditions)
                .page(
                        page,
                        row -> new Invited(invitation(row), Rows.user(row)),
                        invited -> invited.invitation().number());
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                new InvitationId(Rows.uuid(row, "invitation_id")),
                row.getLong("invitation_number"),
                new UserId(Rows.uuid(row, "invitation_user_id")),
                InviteMode.parse(row.getString("invitation_mode")),
                Rows.optional(row, "invitation_digest", SecretDigest::new),
                Rows.optional(row, "invitation_inviter_id", id -> new UserId(UUID.fromString(id))),
                Times.read(row, "invitation_created_at"),
                Times.read(row, "invitation_sent_at"),
                Times.read(row, "invitation_expires_at"),
                row.getBoolean("invitation_overtaken"));
    }
}
