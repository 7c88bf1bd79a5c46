package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.mail.Postbox;
import dev.roster.application.port.Links;
import dev.roster.application.port.SecretSource;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The mail that holds the link of an invitation. */
final class InvitationLetter {
    private static final String PREFIX = "rin_";

    private final SecretSource source;
    private final Links links;
    private final Postbox postbox;
    private final OfferedPlaces offered;

    @Inject
    InvitationLetter(SecretSource source, Links links, Postbox postbox, OfferedPlaces offered) {
        this.source = source;
        this.links = links;
        this.postbox = postbox;
        this.offered = offered;
    }

    SecretText nextSecret() {
        return source.next(PREFIX);
    }

    String link(SecretText secret) {
        return links.acceptInvitation(secret);
    }

    /** Returns the link that it sends. */
    String send(Caller caller, User user, SecretText secret, Instant end) {
        String link = link(secret);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("link", link);
        values.put("expires", end.toString());
        values.putAll(offered.of(user));
        if (caller.user() != null) {
            values.put("inviter", caller.user().shownName());
        }
        postbox.send(new Letter(Objects.requireNonNull(user.email()), user.id(), Letter.Kind.INVITATION, values));
        return link;
    }
}
