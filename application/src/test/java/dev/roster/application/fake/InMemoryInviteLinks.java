package dev.roster.application.fake;

import dev.roster.application.given.Given;
import dev.roster.application.port.InviteLinks;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Optional;

/** The links into organizations in memory. */
final class InMemoryInviteLinks implements InviteLinks {
    private final InMemoryStore store;

    InMemoryInviteLinks(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void put(InviteLink link) {
        store.change(tables -> tables.inviteLinks.put(link.organization(), link));
    }

    @Override
    public Optional<InviteLink> find(OrganizationId organization) {
        return store.read(tables -> tables.inviteLinks.find(organization));
    }

    @Override
    public Optional<InviteLink> findByDigest(SecretDigest digest) {
        return store.read(tables -> byDigest(tables, digest));
    }

    private static Optional<InviteLink> byDigest(Tables tables, SecretDigest digest) {
        return tables.inviteLinks.stream()
                .filter(link -> link.digest().equals(digest))
                .findFirst();
    }

    @Override
    public boolean use(SecretDigest digest, Instant now) {
        return store.write(tables -> {
            Optional<InviteLink> open = byDigest(tables, digest).filter(link -> link.isOpen(now));
            open.ifPresent(link -> tables.inviteLinks.put(link.organization(), Given.usedOnceMore(link)));
            return open.isPresent();
        });
    }

    @Override
    public boolean remove(OrganizationId organization) {
        return store.write(tables -> tables.inviteLinks.remove(organization));
    }
}
