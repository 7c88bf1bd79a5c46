package dev.roster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessTextTest {
    private static final String LOST = "\uFFFD\uFFFD";

    @TempDir
    private Path process;

    private ProcessText inPlainLocale() {
        return new ProcessText(process, false);
    }

    private void started(String file, Charset charset, String... words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String word : words) {
            bytes.writeBytes(word.getBytes(charset));
            bytes.write(0);
        }
        Files.write(process.resolve(file), bytes.toByteArray());
    }

    @Test
    void argumentsAreReadAsUtf8WhateverTheLocale() throws IOException {
        started("cmdline", StandardCharsets.UTF_8, "java", "-jar", "roster.jar", "users", "", "jürgen", "\uFFFD");

        assertThat(inPlainLocale().arguments("users", "", "j" + LOST + "rgen", LOST + "\uFFFD"))
                .containsExactly("users", "", "jürgen", "\uFFFD");
    }

    @Test
    void argumentsOfAsciiNeedNoFile() {
        assertThat(inPlainLocale().arguments("users", "list")).containsExactly("users", "list");
    }

    @Test
    void argumentThatIsNotUtf8IsNamedAndNotShown() throws IOException {
        started("cmdline", StandardCharsets.ISO_8859_1, "java", "reset-password", "--password", "kätzchen");

        assertThatExceptionOfType(InstallationException.class)
                .isThrownBy(() -> inPlainLocale().arguments("reset-password", "--password", "k\uFFFDtzchen"))
                .withMessageStartingWith("argument 3 of the command line, behind `--password`, is not UTF-8; ")
                .withMessageNotContaining("tzchen");
        started("cmdline", StandardCharsets.ISO_8859_1, "java", "--password=kätzchen");
        assertThatExceptionOfType(InstallationException.class)
                .isThrownBy(() -> inPlainLocale().arguments("--password=k\uFFFDtzchen"))
                .withMessageStartingWith("the value of `--password` is not UTF-8; ")
                .withMessageNotContaining("tzchen");
    }

    /** As with a file of arguments for java, or where there is no such file at all. */
    @Test
    void argumentsWhoseBytesAreNotThereAreRefused() throws IOException {
        assertThatExceptionOfType(InstallationException.class)
                .isThrownBy(() -> inPlainLocale().arguments("users", "j" + LOST + "rgen"))
                .withMessage("argument 2 of the command line cannot be read in this locale; set LC_ALL=C.UTF-8 and run "
                        + "the command again");
        started("cmdline", StandardCharsets.UTF_8, "java", "-Xmx1g", "@words");
        assertThatExceptionOfType(InstallationException.class)
                .isThrownBy(() -> inPlainLocale().arguments("j" + LOST + "rgen"))
                .withMessageContaining("cannot be read");
    }

    @Test
    void whereTheJvmDecodesWellOnlyWhatIsLostIsRefused() {
        ProcessText text = new ProcessText(process, true);

        assertThat(text.arguments("jürgen")).containsExactly("jürgen");
        assertThat(text.environment(Map.of("ROSTER_USERNAME", "jürgen"))).containsEntry("ROSTER_USERNAME", "jürgen");
        assertThatExceptionOfType(InstallationException.class).isThrownBy(() -> text.arguments("j\uFFFDrgen"));
    }

    @Test
    void variablesAreReadAsUtf8WhateverTheLocale() throws IOException {
        started(
                "environ",
                StandardCharsets.UTF_8,
                "ROSTER_PASSWORD=pä=ss",
                "LABEL_STUDIO_USERNAME=ü",
                "OTHER=ö",
                "junk");

        Map<String, String> read = inPlainLocale()
                .environment(Map.of(
                        "ROSTER_PASSWORD",
                        "p" + LOST + "=ss",
                        "LABEL_STUDIO_USERNAME",
                        LOST,
                        "OTHER",
                        LOST,
                        "HOME",
                        "/"));

        assertThat(read)
                .containsOnly(
                        Map.entry("ROSTER_PASSWORD", "pä=ss"),
                        Map.entry("LABEL_STUDIO_USERNAME", "ü"),
                        Map.entry("OTHER", LOST),
                        Map.entry("HOME", "/"));
    }

    @Test
    void variableThatIsNotUtf8IsNamedAndNotShown() throws IOException {
        started("environ", StandardCharsets.ISO_8859_1, "ROSTER_PASSWORD=kätzchen");

        assertThatExceptionOfType(InstallationException.class)
                .isThrownBy(() -> inPlainLocale().environment(Map.of("ROSTER_PASSWORD", "k\uFFFDtzchen")))
                .withMessageStartingWith("the environment variable `ROSTER_PASSWORD` is not UTF-8; ")
                .withMessageNotContaining("tzchen");
    }

    @Test
    void variableWhoseBytesAreNotThereIsRefused() {
        assertThatExceptionOfType(InstallationException.class)
                .isThrownBy(() -> inPlainLocale().environment(Map.of("ROSTER_PASSWORD", LOST)))
                .withMessageStartingWith("the environment variable `ROSTER_PASSWORD` cannot be read in this locale; ");
    }

    @Test
    void accountWhoseNameIsLostIsItsNumber() {
        assertThat(inPlainLocale().account("ada")).isEqualTo("ada");
        assertThat(inPlainLocale().account("j" + LOST + "rgen")).matches("uid \\d+|unknown");
        assertThat(new ProcessText(process, true).account("jürgen")).isEqualTo("jürgen");
    }
}
