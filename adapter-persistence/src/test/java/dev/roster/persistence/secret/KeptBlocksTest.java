package dev.roster.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.credential.Password;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.junit.jupiter.api.Test;

class KeptBlocksTest {
    private static final Password PASSWORD = Password.chosen("correct horse");
    private static final byte[] SALT = "somesaltsomesalt".getBytes(StandardCharsets.US_ASCII);

    private final KeptBlocks blocks = new KeptBlocks(80);

    @Test
    void theNextHashFillsTheMemoryOfTheOneBefore() throws ReflectiveOperationException {
        String first = hash(64).toString();
        Set<Block> kept = identities(kept());

        String second = hash(64).toString();

        assertThat(second).isEqualTo(first);
        assertThat(kept).hasSizeGreaterThanOrEqualTo(64);
        assertThat(identities(kept())).isEqualTo(kept);
    }

    @Test
    void nothingOfAPasswordStaysInThem() throws ReflectiveOperationException {
        hash(64);

        assertThat(kept())
                .isNotEmpty()
                .allSatisfy(block -> assertThat(words(block)).containsOnly(0L));
    }

    @Test
    void moreThanWhatIsToBeKeptIsLetGo() throws ReflectiveOperationException {
        hash(1024);

        assertThat(kept()).hasSize(80);
    }

    private Argon2Hash hash(int kibibytes) {
        return Argon2Hash.make(new Argon2Parameters(kibibytes, 1, 1), SALT, PASSWORD, blocks);
    }

    private List<Block> kept() throws ReflectiveOperationException {
        Field kept = KeptBlocks.class.getDeclaredField("kept");
        kept.setAccessible(true);
        return ((Collection<?>) kept.get(blocks))
                .stream().map(Block.class::cast).toList();
    }

    private static Set<Block> identities(List<Block> blocks) {
        Set<Block> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(blocks);
        return all;
    }

    private static List<Long> words(Block block) throws ReflectiveOperationException {
        Field words = Block.class.getDeclaredField("v");
        words.setAccessible(true);
        return Arrays.stream((long[]) words.get(block)).boxed().toList();
    }
}
