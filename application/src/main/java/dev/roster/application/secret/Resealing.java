package dev.roster.application.secret;

import dev.roster.application.invitation.ShowInviteLink;
import dev.roster.application.mail.Postbox;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.KeyCustody.NextKey;
import dev.roster.application.port.SealedTexts;
import dev.roster.application.port.SealedTexts.Kind;
import dev.roster.application.port.SealedTexts.Sealed;
import dev.roster.application.port.Sealer;
import dev.roster.application.port.TokenVault;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Seals everything in the store with another key, in the transaction of the use case that changes it. */
final class Resealing {
    /** How many texts were sealed again, and how many could not be opened. */
    public record Counts(long done, long left) {
        private Counts plus(long more, long others) {
            return new Counts(done + more, left + others);
        }
    }

    private final SealedTexts texts;
    private final TokenVault vault;
    private final Sealer sealer;

    @Inject
    Resealing(SealedTexts texts, TokenVault vault, Sealer sealer) {
        this.texts = texts;
        this.vault = vault;
        this.sealer = sealer;
    }

    Counts seal(NextKey next) {
        Counts counts = new Counts(0, 0);
        for (Kind kind : Kind.values()) {
            List<Sealed> page = texts.after(kind, null, PageRequest.MOST);
            while (!page.isEmpty()) {
                List<Sealed> anew =
                        page.stream().flatMap(text -> anew(text, next)).toList();
                texts.replace(anew);
                counts = counts.plus(anew.size(), page.size() - anew.size());
                page = texts.after(kind, page.get(page.size() - 1).id(), PageRequest.MOST);
            }
        }
        return counts;
    }

    private Stream<Sealed> anew(Sealed old, NextKey next) {
        Optional<String> text = switch (old.kind()) {
            case USER_TOKEN -> token(new UserId(old.id()), old.text(), next);
            case INVITE_LINK -> text(ShowInviteLink.purpose(new OrganizationId(old.id())), old.text(), next);
            case MAIL -> text(Postbox.purpose(new MailId(old.id())), old.text(), next);
        };
        return text.map(anew -> new Sealed(old.kind(), old.id(), anew)).stream();
    }

    private Optional<String> token(UserId user, String old, NextKey next) {
        return vault.open(user, old).flatMap(token -> next.vault().seal(user, token));
    }

    private Optional<String> text(String purpose, String old, NextKey next) {
        return sealer.open(purpose, old).map(text -> next.sealer().seal(purpose, text));
    }
}
