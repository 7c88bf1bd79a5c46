package dev.roster.persistence.sql;

import dev.roster.domain.access.GrantId;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.AttemptKey;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import java.lang.reflect.Type;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/** How the values of the domain are bound: names and ids as text, times as microseconds. */
final class DomainArguments implements ArgumentFactory.Preparable {
    private static final Argument NOTHING = new NullArgument(Types.OTHER);
    private static final Set<Class<?>> TEXTS = Set.of(
            String.class,
            UUID.class,
            ApiKeyId.class,
            AttemptKey.class,
            AuditEventId.class,
            DatasetId.class,
            GrantId.class,
            InvitationId.class,
            MailId.class,
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
            RegisteredPermission.class,
            RoleName.class,
            Username.class,
            WorkspaceName.class);

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        if (type == Instant.class) {
            return Optional.of(DomainArguments::time);
        }
        if (type == SecretDigest.class) {
            return Optional.of(value -> text(((SecretDigest) value).hex()));
        }
        return type instanceof Class<?> wanted && TEXTS.contains(wanted)
                ? Optional.of(DomainArguments::text)
                : Optional.empty();
    }

    @Override
    public Optional<Argument> build(Type type, @Nullable Object value, ConfigRegistry config) {
        return value == null ? Optional.empty() : prepare(type, config).map(making -> making.apply(value));
    }

    // Jdbi hands over null where the type is known.
    private static Argument time(@Nullable Object value) {
        if (value == null) {
            return NOTHING;
        }
        long micros = Times.micros((Instant) value);
        return (position, statement, context) -> statement.setLong(position, micros);
    }

    private static Argument text(@Nullable Object value) {
        if (value == null) {
            return NOTHING;
        }
        String text = StorableText.of(value.toString());
        return (position, statement, context) -> statement.setString(position, text);
    }
}
