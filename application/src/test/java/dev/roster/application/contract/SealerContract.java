package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.port.Sealer;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Sealer} must do. */
public interface SealerContract {
    String PURPOSE = "mail 1";
    String TEXT = "a secret link";

    Sealer sealer();

    @Test
    default void sealedTextOpensForItsPurpose() {
        Sealer sealer = sealer();

        String sealed = sealer.seal(PURPOSE, TEXT);

        assertThat(sealer.open(PURPOSE, sealed)).contains(TEXT);
        assertThat(sealed).doesNotContain(TEXT);
    }

    @Test
    default void sealedTextOpensForNoOtherPurpose() {
        Sealer sealer = sealer();

        String sealed = sealer.seal(PURPOSE, TEXT);

        assertThat(sealer.open("mail 2", sealed)).isEmpty();
    }

    @Test
    default void whatItDidNotSealStaysClosed() {
        Sealer sealer = sealer();
        String sealed = sealer.seal(PURPOSE, TEXT);

        for (String wrong :
                new String[] {"", "not sealed at all", sealed.substring(0, sealed.length() - 2), sealed + "?"}) {
            assertThat(sealer.open(PURPOSE, wrong)).isEmpty();
        }
    }

    @Test
    default void everyTextComesBack() {
        Sealer sealer = sealer();

        for (String text : new String[] {"", "åß∂ 漢字 🦊\n\t\u0000", "x".repeat(100_000)}) {
            assertThat(sealer.open(PURPOSE, sealer.seal(PURPOSE, text))).contains(text);
        }
    }
}
