package dev.roster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProcessTerminalTest {
    @Test
    void processWithoutATerminalAsksNobody() {
        Terminal terminal = ProcessTerminal.detect(Map.of("COLUMNS", "80", "TERM", "xterm"));

        assertThat(terminal.prompt()).isEmpty();
        assertThat(terminal.columns()).isEmpty();
        assertThat(terminal.isColourful()).isFalse();
    }

    @Test
    void columnsAreReadAndNeverTooFew() {
        assertThat(ProcessTerminal.columnsIn("120")).hasValue(120);
        assertThat(ProcessTerminal.columnsIn("3")).hasValue(40);
        assertThat(ProcessTerminal.columnsIn("")).isEmpty();
        assertThat(ProcessTerminal.columnsIn("0")).isEmpty();
        assertThat(ProcessTerminal.columnsIn("-1")).isEmpty();
        assertThat(ProcessTerminal.columnsIn("99999999999")).isEmpty();
    }
}
