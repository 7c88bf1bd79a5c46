package dev.roster.cli.terminal;

import dev.roster.domain.UserText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files, as people give them. */
public final class FileName {
    private static final String STANDARD_STREAM = "-";

    private FileName() {}

    /**
     * The file of that name. A JVM in a locale that is not UTF-8 would open another file, or none.
     *
     * @throws InstallationException where this process cannot open it, whether it exists or not
     */
    public static Path path(String name) {
        check(name);
        try {
            Path path = Path.of(name);
            if (!path.isAbsolute() && !name.equals(STANDARD_STREAM)) {
                checkFolder(System.getProperty("user.dir", ""));
            }
            return path;
        } catch (InvalidPathException impossible) {
            throw new InstallationException(UserText.quote(name) + " cannot be the name of a file", impossible);
        }
    }

    /** @throws InstallationException for a name that this process cannot use */
    public static void check(String name) {
        if (cannotSpell(name)) {
            throw new InstallationException("cannot use the file name " + UserText.quote(name)
                    + ", because the locale's encoding is not UTF-8; " + Encoding.REMEDY);
        }
    }

    private static void checkFolder(String folder) {
        if (cannotSpell(folder)) {
            throw new InstallationException("cannot use the current folder, because its name is not ASCII and the "
                    + "locale's encoding is not UTF-8; " + Encoding.REMEDY);
        }
    }

    private static boolean cannotSpell(String name) {
        return !Encoding.isUtf8() && !Encoding.isWindows() && !Encoding.isAscii(name);
    }
}
