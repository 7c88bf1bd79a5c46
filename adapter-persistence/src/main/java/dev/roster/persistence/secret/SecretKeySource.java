package dev.roster.persistence.secret;

import dev.roster.application.port.KeyCustody;
import dev.roster.domain.RefusedException;
import java.nio.file.Path;
import java.util.List;

/** Where an installation gets its secret key. */
public interface SecretKeySource {
    /**
     * The key that a store belongs to. One is generated only for a store that belongs to none yet, and kept before this returns.
     *
     * @throws SecretKeyException when it is missing, unreadable or another than the store's
     */
    InstallationSecret choose(KnownKey known);

    /**
     * Makes sure that it has the key of a store, as that of a backup. Makes and changes nothing.
     *
     * @throws SecretKeyException when the key is missing, unreadable or another than the store's
     */
    void require(KnownKey known);

    /** For replacing the key that was chosen. */
    KeyCustody custody(InstallationSecret present);

    /**
     * A key given as text, as by a setting.
     *
     * @throws RefusedException INVALID, when it is shorter than {@value InstallationSecret#LEAST} characters
     */
    static SecretKeySource given(String text) {
        return new GivenKey(InstallationSecret.of(text));
    }

    /** A key kept in a file. */
    static SecretKeySource inFile(Path file) {
        return new KeyFile(file);
    }

    /** Files that a replaced key left beside that of the present one. Empty when the directory cannot be read. */
    static List<Path> leftBeside(Path file) {
        return KeyFile.leftBeside(file);
    }
}
