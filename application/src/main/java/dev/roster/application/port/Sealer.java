package dev.roster.application.port;

import java.util.Optional;

/** Seals text that is stored so that only this installation can read it again. */
public interface Sealer {
    /** Seals a text for a purpose, such as the id of its row; the result opens for no other. */
    String seal(String purpose, String text);

    /** The text, or empty when it was sealed for another purpose or under a key that this installation does not have. */
    Optional<String> open(String purpose, String sealed);
}
