package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Each class of the packaged jar can be in an archive of classes, which takes none of a class version before Java 6. */
class PackagedClassesIT {
    private static final int JAVA_6 = 50;

    @Test
    void noClassIsTooOldForAnArchive() throws IOException {
        List<String> tooOld = new ArrayList<>();
        try (ZipFile jar = new ZipFile(ClassArchive.jar())) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().endsWith(".class") && version(jar, entry) < JAVA_6) {
                    tooOld.add(entry.getName());
                }
            }
        }

        assertThat(tooOld).isEmpty();
    }

    private static int version(ZipFile jar, ZipEntry entry) throws IOException {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.readInt();
            in.readUnsignedShort();
            return in.readUnsignedShort();
        }
    }
}
