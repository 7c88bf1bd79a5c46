package dev.roster.application.fake;

import dev.roster.application.port.Sessions;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions in memory. */
final class InMemorySessions implements Sessions {
    private static final Comparator<Session> NEWEST_FIRST = Comparator.comparing(Session::openedAt)
            .thenComparing(session -> session.id().toString())
            .reversed();

    private final InMemoryStore store;

    InMemorySessions(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(Session session) {
        store.change(tables -> tables.sessions.put(session.id(), session));
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return store.read(tables -> tables.sessions.find(id));
    }

    @Override
    public List<Session> of(UserId user) {
        return store.read(tables -> tables.sessions.stream()
                .filter(session -> session.user().equals(user))
                .sorted(NEWEST_FIRST)
                .toList());
    }

    @Override
    public void stampUse(Map<SessionId, Instant> used) {
        store.change(tables -> used.forEach((id, at) -> tables.sessions.change(id, session -> session.usedAt(at))));
    }

    @Override
    public boolean remove(SessionId id) {
        return store.write(tables -> tables.sessions.remove(id));
    }

    @Override
    public int removeAllOf(UserId user, @Nullable SessionId except) {
        return store.write(tables -> tables.sessions.removeIf(
                session -> session.user().equals(user) && !session.id().equals(except)));
    }

    @Override
    public int removeBeyond(UserId user, int most, SessionId opened) {
        return store.write(tables -> {
            Set<SessionId> oldest = tables.sessions.stream()
                    .filter(session ->
                            session.user().equals(user) && !session.id().equals(opened))
                    .sorted(Comparator.comparing(Session::lastUsedAt).reversed().thenComparing(NEWEST_FIRST))
                    .skip(most - 1)
                    .map(Session::id)
                    .collect(Collectors.toSet());
            return tables.sessions.removeIf(session -> oldest.contains(session.id()));
        });
    }

    @Override
    public int removeDead(Instant now, Instant idleSince) {
        return store.write(tables -> tables.sessions.removeIf(session ->
                !now.isBefore(session.endsAt()) || !session.lastUsedAt().isAfter(idleSince)));
    }
}
