package dev.roster.application.instance;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.AuditSeals;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.UserOrder;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Shows owners what needs attention. Each count costs at most {@value #MOST} rows, and says no more than that. */
public final class ShowAttention {
    /** A count of that many may be more. */
    public static final int MOST = PageRequest.MOST;

    /** A person who was not seen for that long is dormant. */
    public static final Duration DORMANT = Duration.ofDays(90);

    /** A key that ends within that time ends soon. */
    public static final Duration SOON = Duration.ofDays(14);

    private static final Duration SEALED_WITHIN = Duration.ofMinutes(5);

    /**
     * What needs attention. Counting stops at {@value ShowAttention#MOST}.
     *
     * @param pendingInvitations those that can still be accepted
     * @param expiredInvitations those that have expired
     * @param dormantPeople active people who were not seen for 90 days; for an unused account, its creation counts
     * @param endingKeys API keys that expire within 14 days
     * @param waitingMails mails that wait to be sent
     * @param failedMails mails that failed and will not be retried
     * @param sealed whether the audit trail is sealed except for the last five minutes
     */
    public record Attention(
            int pendingInvitations,
            int expiredInvitations,
            int dormantPeople,
            int endingKeys,
            long waitingMails,
            long failedMails,
            boolean sealed) {}

    private final UnitOfWork work;
    private final Invitations invitations;
    private final Users users;
    private final ApiKeys keys;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final AuditSeals seals;

    @Inject
    ShowAttention(
            UnitOfWork work,
            Invitations invitations,
            Users users,
            ApiKeys keys,
            Outbox outbox,
            AuditTrail trail,
            AuditSeals seals) {
        this.work = work;
        this.invitations = invitations;
        this.users = users;
        this.keys = keys;
        this.outbox = outbox;
        this.trail = trail;
        this.seals = seals;
    }

    /** @throws dev.roster.domain.RefusedException FORBIDDEN for all but owners */
    public Attention handle(Caller caller) {
        return work.reading(() -> {
            work.guard().requireOwner(caller, "only owners may see what needs attention");
            Instant now = work.now();
            Outbox.Backlog backlog = outbox.backlog();
            return new Attention(
                    invitations(true, now),
                    invitations(false, now),
                    dormant(now),
                    keys.countEnding(now, now.plus(SOON), MOST),
                    backlog.waiting(),
                    backlog.givenUp(),
                    isSealed(now));
        });
    }

    private int invitations(boolean pending, Instant now) {
        return invitations.list(pending, now, PageRequest.first(MOST)).items().size();
    }

    private int dormant(Instant now) {
        UserFilter filter = UserFilter.all()
                .withKind(UserKind.PERSON)
                .withStatuses(Set.of(UserStatus.ACTIVE))
                .withUnseenSince(now.minus(DORMANT))
                .withOrder(UserOrder.DORMANT);
        return users.list(filter, PageRequest.first(MOST)).items().size();
    }

    private boolean isSealed(Instant now) {
        Optional<AuditSeal> newest = seals.newest();
        return newest.isPresent()
                && trail.records(newest.get().end(), Long.MAX_VALUE, 1).stream()
                        .allMatch(record -> record.event().at().isAfter(now.minus(SEALED_WITHIN)));
    }
}
