package dev.roster.application.port;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything in the store that is sealed with the secret key, for sealing it again. */
public interface SealedTexts {
    /** What is sealed. */
    enum Kind {
        /** Under the id of its user. */
        USER_TOKEN,
        /** Under the id of its organization. */
        INVITE_LINK,
        /** Under the id of the mail, as long as it waits to be sent. */
        MAIL
    }

    /** One of them, by the id of its row. */
    record Sealed(Kind kind, UUID id, String text) {}

    /**
     * In order of their ids as text.
     *
     * @param last the id of the last one seen, or null for the first
     */
    List<Sealed> after(Kind kind, @Nullable UUID last, int most);

    /** Replaces what the row of each had. Nothing happens to a row that is gone. */
    void replace(List<Sealed> sealed);
}
