package dev.roster.application.fake;

import dev.roster.application.port.ShownSecrets;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who was shown a secret of somebody else's, in memory. */
final class InMemoryShownSecrets implements ShownSecrets {
    private final InMemoryStore store;

    InMemoryShownSecrets(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void put(UserId user, Kind kind, UserId shownTo) {
        store.change(tables ->
                tables.shownSecrets.put(new Tables.ShownKey(user, kind), new Tables.Shown(user, kind, shownTo)));
    }

    @Override
    public void forget(UserId user, Kind kind) {
        store.change(tables -> tables.shownSecrets.remove(new Tables.ShownKey(user, kind)));
    }

    @Override
    public Map<UserId, Map<Kind, UserId>> of(Set<UserId> users) {
        return store.read(tables -> tables.shownSecrets.stream()
                .filter(shown -> users.contains(shown.user()))
                .collect(Collectors.groupingBy(
                        Tables.Shown::user, Collectors.toMap(Tables.Shown::kind, Tables.Shown::to))));
    }

    @Override
    public Set<UserId> holdersOf(RoleId role) {
        return store.read(tables -> tables.shownSecrets.stream()
                .map(Tables.Shown::user)
                .filter(id -> {
                    User user = tables.users.find(id).orElseThrow();
                    return InMemoryRoles.holds(tables, user, role);
                })
                .collect(Collectors.toSet()));
    }
}
