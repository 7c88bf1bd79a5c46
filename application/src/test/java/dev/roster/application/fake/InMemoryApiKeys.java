package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Pair;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** API keys in memory. */
final class InMemoryApiKeys implements ApiKeys {
    private final InMemoryStore store;

    InMemoryApiKeys(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public ApiKey add(ApiKey key) {
        return store.write(tables -> tables.apiKeys.add(key.id(), key::withNumber));
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return store.read(tables -> tables.apiKeys.find(id));
    }

    @Override
    public void update(ApiKey key) {
        store.change(tables -> tables.apiKeys.change(key.id(), before -> withEnd(before, key)));
    }

    private static ApiKey withEnd(ApiKey before, ApiKey changed) {
        return before.withExpiresAt(changed.expiresAt()).withRevokedAt(changed.revokedAt());
    }

    @Override
    public void stampUse(Map<ApiKeyId, Instant> used) {
        store.change(tables -> used.forEach((id, at) -> tables.apiKeys.change(id, before -> usedAt(before, at))));
    }

    private static ApiKey usedAt(ApiKey before, Instant at) {
        Instant last = before.lastUsedAt();
        return last == null || last.isBefore(at) ? before.lastUsedAt(at) : before;
    }

    @Override
    public Page<Owned> list(Filter filter, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.apiKeys.stream()
                        .map(key -> new Owned(key, tables.users.find(key.user()).orElseThrow()))
                        .filter(owned -> matches(tables, filter, owned)),
                page,
                owned -> owned.key().number()));
    }

    private static boolean matches(Tables tables, Filter filter, Owned owned) {
        ApiKey key = owned.key();
        return (filter.user() == null || filter.user().equals(key.user()))
                && (filter.kind() == null || filter.kind() == owned.user().kind())
                && (filter.creator() == null || Objects.equals(filter.creator(), key.creator()))
                && (filter.workspace() == null
                        || tables.workspaceMemberships.has(new Pair<>(Place.of(filter.workspace()), key.user())))
                && (filter.form() == null || filter.form() == key.form())
                && (filter.status() == null || filter.status() == key.statusAt(filter.now()));
    }

    @Override
    public Usable countUsable(UserId user, Instant now) {
        return store.read(tables -> new Usable(
                usable(tables, now, key -> key.user().equals(user)).size(),
                usable(
                                tables,
                                now,
                                key -> user.equals(key.creator()) && !key.user().equals(user))
                        .size()));
    }

    @Override
    public int countEnding(Instant now, Instant end, int most) {
        return store.read(tables -> (int) usable(tables, now, key -> true).stream()
                .filter(key -> key.expiresAt() != null && !key.expiresAt().isAfter(end))
                .limit(most)
                .count());
    }

    private static List<ApiKey> usable(Tables tables, Instant now, Predicate<ApiKey> which) {
        return tables.apiKeys.stream()
                .filter(which)
                .filter(key -> key.isUsable(now))
                .toList();
    }

    @Override
    public int revokeOwn(UserId user, Instant at) {
        return revoke(at, key -> key.user().equals(user));
    }

    @Override
    public int revokeAllOf(UserId user, Instant at) {
        return revoke(at, key -> key.user().equals(user) || user.equals(key.creator()));
    }

    private int revoke(Instant at, Predicate<ApiKey> which) {
        return store.write(tables -> {
            List<ApiKey> live = usable(tables, at, which);
            live.forEach(key -> tables.apiKeys.put(key.id(), key.revokedAt(at)));
            return live.size();
        });
    }

    @Override
    public void removeAllOf(UserId user) {
        store.change(tables -> tables.apiKeys.removeIf(key -> key.user().equals(user)));
    }
}
