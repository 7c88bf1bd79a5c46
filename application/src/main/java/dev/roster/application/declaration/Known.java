package dev.roster.application.declaration;

import dev.roster.domain.role.RoleName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all comparisons need to know.
 *
 * @param people those that are mentioned and exist, by what they were called
 * @param roles those that there are, and those that there will be
 * @param prune whether members that are not named are to go
 */
record Known(Map<NameKey, User> people, Map<NameKey, RoleName> roles, boolean prune) {
    Set<UserId> ids(Stream<DeclaredMember> members) {
        return members.map(member -> people.get(member.login()))
                .filter(Objects::nonNull)
                .map(User::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
