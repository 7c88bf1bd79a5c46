package dev.roster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.cli.terminal.InstallationException;
import dev.roster.http.web.Dialect;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootDialectsTest {
    private static final Provider<Dialect> NEVER_MADE = () -> {
        throw new AssertionError("a name is enough");
    };

    private final RootDialects dialects = new RootDialects(Map.of("crew", NEVER_MADE, "argilla", NEVER_MADE));

    @TempDir
    Path directory;

    private Settings with(String root) {
        return Settings.read(Map.of("data-dir", directory.toString()), Map.of("ROSTER_ROOT_DIALECT", root));
    }

    @Test
    void takesWhatIsBoundAndNone() {
        assertThat(dialects.checked(with("crew")).rootDialect()).contains("crew");
        assertThat(dialects.checked(with("none")).rootDialect()).isEmpty();
    }

    @Test
    void namesWhatIsBoundWhereAnotherIsSet() {
        assertThatThrownBy(() -> dialects.checked(with("arize")))
                .isInstanceOf(InstallationException.class)
                .hasMessageContaining("root-dialect")
                .hasMessageContaining("none or argilla or crew");
    }
}
