package dev.roster.persistence.secret;

import dev.roster.domain.credential.Password;
import java.util.Optional;
import java.util.stream.Stream;

/** A password hash as it is kept: one of Roster's own, or one that came from elsewhere and gives way at the next log-in. */
interface StoredHash {
    /** What to say of text that is none. */
    String UNKNOWN =
            "this is no password hash that Roster can check, which are those of Argon2 (`$argon2id$`, `$argon2i$`, "
                    + "`$argon2d$`), bcrypt (`$2a$`, `$2b$`, `$2y$`) and Django's PBKDF2 (`pbkdf2_sha256$`)";

    /** Fills the memory that the hash takes from those blocks, where it takes much. */
    boolean matches(Password password, KeptBlocks blocks);

    /** Whether one made with those parameters is to take its place. */
    boolean isWeakerThan(Argon2Parameters wanted);

    /** Why it is not to be taken in: checking it would take too much work, or prove too little. */
    Optional<String> objection();

    static Optional<StoredHash> read(String text) {
        return Stream.of(Argon2Hash.read(text), BcryptHash.read(text), DjangoHash.read(text))
                .<StoredHash>flatMap(Optional::stream)
                .findFirst();
    }
}
