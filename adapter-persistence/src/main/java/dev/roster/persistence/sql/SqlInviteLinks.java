package dev.roster.persistence.sql;

import dev.roster.application.port.InviteLinks;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.organization.OrganizationId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reusable links, at most one for each organization. */
final class SqlInviteLinks implements InviteLinks {
    private static final String SELECT = """
            SELECT organization_id, digest, sealed, created_at, expires_at, most_uses, uses, domains
            FROM invite_links
            """;

    private final Database database;

    @Inject
    SqlInviteLinks(Database database) {
        this.database = database;
    }

    @Override
    public void put(InviteLink link) {
        database.sql("""
                        INSERT INTO invite_links (
                            organization_id, digest, sealed, created_at, expires_at, most_uses, uses, domains)
                        VALUES (:organization, :digest, :sealed, :createdAt, :expiresAt, :mostUses, :uses, :domains)
                        ON CONFLICT (organization_id) DO UPDATE SET
                            digest = excluded.digest, sealed = excluded.sealed, created_at = excluded.created_at,
                            expires_at = excluded.expires_at, most_uses = excluded.most_uses, uses = excluded.uses,
                            domains = excluded.domains
                        """)
                .with("organization", link.organization())
                .with("digest", link.digest())
                .with("sealed", link.sealed())
                .with("createdAt", link.createdAt())
                .with("expiresAt", link.expiresAt())
                .with("mostUses", link.mostUses())
                .with("uses", link.uses())
                .with("domains", link.domains().stream().sorted().collect(Collectors.joining(" ")))
                .change();
    }

    @Override
    public Optional<InviteLink> find(OrganizationId organization) {
        return database.sql(SELECT + "WHERE organization_id = :organization")
                .with("organization", organization)
                .one(SqlInviteLinks::link);
    }

    @Override
    public Optional<InviteLink> findByDigest(SecretDigest digest) {
        return database.sql(SELECT + "WHERE digest = :digest")
                .with("digest", digest)
                .one(SqlInviteLinks::link);
    }

    @Override
    public boolean use(SecretDigest digest, Instant now) {
        return database.sql("""
                        UPDATE invite_links
                        SET uses = uses + 1
                        WHERE digest = :digest
                            AND (expires_at IS NULL OR expires_at > :now)
                            AND (most_uses IS NULL OR uses < most_uses)
                        """).with("digest", digest).with("now", now).changed();
    }

    @Override
    public boolean remove(OrganizationId organization) {
        return database.sql("DELETE FROM invite_links WHERE organization_id = :organization")
                .with("organization", organization)
                .changed();
    }

    private static InviteLink link(ResultSet row) throws SQLException {
        int mostUses = row.getInt("most_uses");
        boolean isLimited = !row.wasNull();
        return new InviteLink(
                new OrganizationId(Rows.uuid(row, "organization_id")),
                new SecretDigest(row.getString("digest")),
                row.getString("sealed"),
                Times.read(row, "created_at"),
                Times.readOptional(row, "expires_at"),
                isLimited ? mostUses : null,
                row.getInt("uses"),
                domains(row.getString("domains")));
    }

    private static Set<String> domains(String text) {
        return Stream.of(text.split(" ")).filter(domain -> !domain.isEmpty()).collect(Collectors.toSet());
    }
}
