package dev.roster.http.api;

import dev.roster.application.port.Memberships;
import dev.roster.domain.role.RoleRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member of a workspace or organization. */
record MemberJson(PersonJson user, @Nullable String role, Instant joinedAt) {
    static MemberJson of(Memberships.Member member) {
        return new MemberJson(
                PersonJson.of(member.user()),
                roleName(member.membership().role()),
                member.membership().joinedAt());
    }

    static @Nullable String roleName(@Nullable RoleRef role) {
        return role == null ? null : role.name().value();
    }
}
