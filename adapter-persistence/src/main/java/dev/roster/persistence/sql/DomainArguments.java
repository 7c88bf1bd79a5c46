package dev.roster.persistence.sql;

import dev.roster.domain.access.GrantId;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.organization.MembershipId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/** How the values of the domain are bound: names and ids as text, times as microseconds. */
final class DomainArguments implements ArgumentFactory {
    private static final Set<Class<?>> TEXTS = Set.of(
            String.class,
            UUID.class,
            AuditEventId.class,
            DatasetId.class,
            GrantId.class,
            MembershipId.class,
            OrganizationId.class,
            RoleId.class,
            SessionId.class,
            UserId.class,
            WorkspaceId.class,
            DatasetName.class,
            EmailAddress.class,
            NameKey.class,
            OrganizationName.class,
            PersonName.class,
            RoleName.class,
            Username.class,
            WorkspaceName.class);

    @Override
    public Optional<Argument> build(Type type, @Nullable Object value, ConfigRegistry config) {
        if (value instanceof Instant instant) {
            long micros = Times.micros(instant);
            return Optional.of((position, statement, context) -> statement.setLong(position, micros));
        }
        if (value instanceof SecretDigest digest) {
            return text(digest.hex());
        }
        return value != null && TEXTS.contains(value.getClass())
                ? text(StorableText.of(value.toString()))
                : Optional.empty();
    }

    private static Optional<Argument> text(String text) {
        return Optional.of((position, statement, context) -> statement.setString(position, text));
    }
}
