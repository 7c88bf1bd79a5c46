package dev.roster.application.fake;

import dev.roster.application.port.Invitations;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
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
        return store.write(tables -> tables.invitations.change(user, before -> invitation.withNumber(before.number()))
                ? tables.invitations.find(user).orElseThrow()
                : tables.invitations.add(user, invitation::withNumber));
    }

    @Override
    public Optional<Invitation> find(UserId user) {
        return store.read(tables -> tables.invitations.find(user));
    }

    @Override
    public Optional<Invitation> findByDigest(SecretDigest digest) {
        return store.read(tables -> tables.invitations.stream()
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
                tables.invitations.stream()
                        .filter(invitation -> pending == null || pending == invitation.isPending(now))
                        .map(invitation -> new Invited(
                                invitation, tables.users.find(invitation.user()).orElseThrow())),
                page,
                invited -> invited.invitation().number()));
    }
}
