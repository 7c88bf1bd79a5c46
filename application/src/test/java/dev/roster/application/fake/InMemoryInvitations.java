package dev.roster.application.fake;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Invitations;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Invitations in memory. */
final class InMemoryInvitations implements Invitations {
    private final InMemoryStore store;

    InMemoryInvitations(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Invitation put(Invitation invitation) {
        UserId user = invitation.user();
        return store.write(tables -> {
            int epoch = tables.epoch(user);
            if (!tables.invitations.change(user, before -> sent(invitation, before.number(), epoch))) {
                tables.invitations.add(user, number -> sent(invitation, number, epoch));
            }
            return tables.invitations.find(user).orElseThrow().invitation();
        });
    }

    private static Tables.SentAt sent(Invitation invitation, long number, int epoch) {
        return new Tables.SentAt(invitation.withNumber(number), epoch);
    }

    @Override
    public Optional<Invitation> find(UserId user) {
        return store.read(tables -> tables.invitations.find(user).map(sent -> invitation(tables, sent)));
    }

    @Override
    public Optional<Invitation> findByDigest(SecretDigest digest) {
        return store.read(tables -> all(tables)
                .filter(invitation -> digest.equals(invitation.digest()))
                .findFirst());
    }

    @Override
    public boolean remove(UserId user) {
        return store.write(tables -> tables.invitations.remove(user));
    }

    @Override
    public Page<Invited> list(@Nullable Boolean pending, Instant now, PageRequest page) {
        return store.read(tables -> Pages.of(
                all(tables)
                        .filter(invitation -> pending == null || pending == invitation.isPending(now))
                        .map(invitation -> new Invited(
                                invitation, tables.users.find(invitation.user()).orElseThrow())),
                page,
                invited -> invited.invitation().number()));
    }

    private static Stream<Invitation> all(Tables tables) {
        return tables.invitations.stream().map(sent -> invitation(tables, sent));
    }

    private static Invitation invitation(Tables tables, Tables.SentAt sent) {
        Invitation kept = sent.invitation();
        return new Invitation(
                kept.id(),
                kept.number(),
                kept.user(),
                kept.mode(),
                kept.digest(),
                kept.inviter(),
                kept.createdAt(),
                kept.sentAt(),
                kept.expiresAt(),
                sent.epoch() != tables.epoch(kept.user()));
    }
}
