package dev.roster.persistence.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files that the fuzzer starts from and those that it found: each takes another way through the decoders. */
class PictureCorpusTest {
    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void eachFileIsDrawnOrRefusedInBoundedWork(PictureFormat format) throws Exception {
        int drawn = 0;
        List<Path> files = corpus(format);
        for (Path file : files) {
            try {
                drawn += PictureFuzzTarget.isDrawn(Files.readAllBytes(file)) ? 1 : 0;
            } catch (RuntimeException wrong) {
                throw new AssertionError(file.toString(), wrong);
            }
        }
        assertThat(drawn).as("drawn").isBetween(4, files.size() - 4);
    }

    private static List<Path> corpus(PictureFormat format) throws IOException, URISyntaxException {
        URL folder =
                PictureCorpusTest.class.getResource("corpus/" + format.name().toLowerCase(Locale.ROOT));
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(folder).toURI()))) {
            return files.sorted().toList();
        }
    }
}
