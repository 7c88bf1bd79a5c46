package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Waiting;
import dev.roster.application.port.Outbox;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.mail.OutboxMail;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Mails in memory. */
final class InMemoryOutbox implements Outbox {
    private static final Comparator<Waiting> LONGEST_DUE_FIRST =
            Comparator.comparing(row -> Objects.requireNonNull(row.nextAttemptAt()));

    private final InMemoryStore store;

    InMemoryOutbox(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(OutboxMail mail) {
        store.change(tables -> tables.outbox.put(mail.id(), new Waiting(mail, mail.createdAt(), null, null)));
    }

    @Override
    public boolean hasDue(Instant now) {
        return store.read(tables -> longestDue(tables, now).isPresent());
    }

    @Override
    public Optional<OutboxMail> claim(Instant now, Instant leaseEnd) {
        return store.write(tables -> {
            Optional<Waiting> claimed = longestDue(tables, now)
                    .map(row -> new Waiting(counted(row.mail()), leaseEnd, row.failedAt(), row.reason()));
            claimed.ifPresent(row -> tables.outbox.put(row.mail().id(), row));
            return claimed.map(Waiting::mail);
        });
    }

    private static Optional<Waiting> longestDue(Tables tables, Instant now) {
        return tables.outbox.stream()
                .filter(row ->
                        row.nextAttemptAt() != null && !row.nextAttemptAt().isAfter(now))
                .min(LONGEST_DUE_FIRST);
    }

    private static OutboxMail counted(OutboxMail mail) {
        return new OutboxMail(
                mail.id(), mail.about(), mail.kind(), mail.sealed(), mail.createdAt(), mail.attempts() + 1);
    }

    @Override
    public void delivered(MailId id) {
        store.change(tables -> tables.outbox.remove(id));
    }

    @Override
    public void failed(OutboxMail claimed, Instant at, Instant nextAttemptAt, String reason) {
        change(claimed, row -> new Waiting(row.mail(), nextAttemptAt, at, reason));
    }

    @Override
    public void giveUp(OutboxMail claimed, Instant at, String reason) {
        change(claimed, row -> new Waiting(forgotten(row.mail()), null, at, reason));
    }

    private void change(OutboxMail claimed, UnaryOperator<Waiting> change) {
        store.change(tables -> tables.outbox.change(
                claimed.id(), row -> row.mail().attempts() == claimed.attempts() ? change.apply(row) : row));
    }

    private static OutboxMail forgotten(OutboxMail mail) {
        return new OutboxMail(mail.id(), mail.about(), mail.kind(), "", mail.createdAt(), mail.attempts());
    }

    @Override
    public int removeAllAbout(UserId about) {
        return store.write(
                tables -> tables.outbox.removeIf(row -> about.equals(row.mail().about())));
    }

    @Override
    public int removeGivenUp(Instant before) {
        return store.write(tables -> tables.outbox.removeIf(
                row -> isGivenUp(row) && Objects.requireNonNull(row.failedAt()).isBefore(before)));
    }

    private static boolean isGivenUp(Waiting row) {
        return row.nextAttemptAt() == null;
    }

    @Override
    public Backlog backlog() {
        return store.read(tables -> new Backlog(
                tables.outbox.stream().filter(row -> !isGivenUp(row)).count(),
                tables.outbox.stream()
                        .filter(row -> !isGivenUp(row))
                        .map(row -> row.mail().createdAt())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                tables.outbox.stream().filter(InMemoryOutbox::isGivenUp).count(),
                tables.outbox.stream()
                        .filter(row -> row.failedAt() != null)
                        .max(Comparator.comparing(row -> Objects.requireNonNull(row.failedAt())))
                        .map(Waiting::reason)
                        .orElse(null)));
    }
}
