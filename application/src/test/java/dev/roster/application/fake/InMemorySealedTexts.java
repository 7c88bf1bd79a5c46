package dev.roster.application.fake;

import dev.roster.application.port.SealedTexts;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.mail.OutboxMail;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is sealed in memory. */
final class InMemorySealedTexts implements SealedTexts {
    private final InMemoryStore store;

    InMemorySealedTexts(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Sealed> after(Kind kind, @Nullable UUID last, int most) {
        return store.read(tables -> all(tables, kind)
                .filter(text -> last == null || text.id().toString().compareTo(last.toString()) > 0)
                .sorted(Comparator.comparing(text -> text.id().toString()))
                .limit(most)
                .toList());
    }

    private static Stream<Sealed> all(Tables tables, Kind kind) {
        return switch (kind) {
            case USER_TOKEN ->
                tables.userTokens.stream()
                        .flatMap(token -> token.sealed() == null
                                ? Stream.empty()
                                : Stream.of(new Sealed(kind, token.user().value(), token.sealed())));
            case INVITE_LINK ->
                tables.inviteLinks.stream()
                        .map(link -> new Sealed(kind, link.organization().value(), link.sealed()));
            case MAIL ->
                tables.outbox.stream()
                        .map(Tables.Waiting::mail)
                        .filter(mail -> !mail.sealed().isEmpty())
                        .map(mail -> new Sealed(kind, mail.id().value(), mail.sealed()));
        };
    }

    @Override
    public void replace(List<Sealed> texts) {
        store.change(tables -> texts.forEach(text -> replace(tables, text)));
    }

    private static void replace(Tables tables, Sealed text) {
        switch (text.kind()) {
            case USER_TOKEN ->
                tables.userTokens.change(
                        new UserId(text.id()), token -> new Tables.Token(token.user(), token.digest(), text.text()));
            case INVITE_LINK ->
                tables.inviteLinks.change(new OrganizationId(text.id()), link -> anew(link, text.text()));
            case MAIL ->
                tables.outbox.change(
                        new MailId(text.id()),
                        row -> new Tables.Waiting(
                                anew(row.mail(), text.text()), row.nextAttemptAt(), row.failedAt(), row.reason()));
        }
    }

    private static InviteLink anew(InviteLink link, String text) {
        return new InviteLink(
                link.organization(),
                link.digest(),
                text,
                link.createdAt(),
                link.expiresAt(),
                link.mostUses(),
                link.uses(),
                link.domains());
    }

    private static OutboxMail anew(OutboxMail mail, String text) {
        return new OutboxMail(mail.id(), mail.about(), mail.kind(), text, mail.createdAt(), mail.attempts());
    }
}
