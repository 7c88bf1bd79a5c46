package dev.roster.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The programs of the page are the ones that are compiled here, and print what it says they print. */
class EmbeddingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "embedding.md");
    private static final Path SOURCES = Path.of("src", "test", "java", "dev", "roster", "example");
    private static final String PACKAGE = "package dev.roster.example;\n\n";

    @Test
    void theFirstProgramRunsAsShown() throws IOException {
        String shown = shown("MayAnnotate", "java");

        assertThat(source("MayAnnotate")).isEqualTo(PACKAGE + shown);
        assertThat(printedBy(MayAnnotate::main)).isEqualTo(shown("MayAnnotate", "text"));
    }

    @Test
    void theSecondProgramRunsAsShown() throws IOException {
        String shown = shown("MayExport", "java");

        assertThat(source("MayExport")).isEqualTo(PACKAGE + shown);
        assertThat(printedBy(MayExport::main)).isEqualTo(shown("MayExport", "text"));
    }

    /** The block of that language that comes first after the page names the program's file. */
    private static String shown(String program, String language) throws IOException {
        String page = read(PAGE);
        String fence = "\n```" + language + "\n";
        int start = page.indexOf(fence, page.indexOf("`" + program + ".java`")) + fence.length();
        return page.substring(start, page.indexOf("```\n", start));
    }

    private static String source(String program) throws IOException {
        return read(SOURCES.resolve(program + ".java"));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }

    private static String printedBy(Consumer<String[]> program) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.accept(new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
