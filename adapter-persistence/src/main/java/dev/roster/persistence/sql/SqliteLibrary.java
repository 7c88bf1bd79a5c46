package dev.roster.persistence.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's native library, which the driver unpacks at each start unless {@code org.sqlite.lib.path} names where it lies. */
public final class SqliteLibrary {
    private SqliteLibrary() {}

    /** Leaves the directory empty on a platform that the driver has no library for. */
    public static void unpackTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        String name = LibraryLoaderUtil.getNativeLibName();
        String packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(packed)) {
            if (library != null) {
                Files.copy(library, directory.resolve(name));
            }
        }
    }
}
